// Days in every form in which a list of the field prints them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, readDate, readDateLine } from '../../pipeline/discover/dates.ts';

describe('a date and nothing else', () => {
  it.each([
    // Frontex, press corner, Cellar; the calendar day as printed, whatever the zone.
    ['2026-09-15', '2026-09-15'],
    ['2026-03-26T12:00:00Z', '2026-03-26'],
    ['2026-09-15T23:59:00-05:00', '2026-09-15'],
    ['2026-09-15T00:30:00+02:00', '2026-09-15'],
    ['2026-09-15 08:00:00', '2026-09-15'],
    // The Council's `datetime`, month first where the clock has twelve hours.
    ['3/26/2026 12:00:00 AM', '2026-03-26'],
    ['11/3/2026 1:15:00 PM', '2026-11-03'],
    ['03/11/2026', '2026-11-03'],
    // Feeds.
    ['Tue, 30 Jun 2026 00:00:00 +0200', '2026-06-30'],
    ['Mon, 13 Sep 2021 13:03:26 GMT', '2021-09-13'],
    // Europol and CEPOL have four letters for September.
    ['11 Sept 2026', '2026-09-11'],
    ['01 Sept 2026', '2026-09-01'],
    ['11 Sept. 2026', '2026-09-11'],
    // EMSA, EEAS, PRD.
    ['08.06.2026', '2026-06-08'],
    ['8. 6. 2026', '2026-06-08'],
    ['8 June 2026', '2026-06-08'],
    ['26 March 2026', '2026-03-26'],
    ['October 24, 2023', '2023-10-24'],
    ['1st of May 2026', '2026-05-01'],
    ['15-Sep-2026', '2026-09-15'],
    ['Tuesday, 15 September 2026', '2026-09-15'],
    ['Tuesday 15 September 2026, 10:30', '2026-09-15'],
    ['15 September 2026 - 10:30 CET', '2026-09-15'],
    ['8\u00a0June\n 2026', '2026-06-08'],
    // What the press corner takes in its query.
    ['15092026', '2026-09-15'],
    ['20260915', '2026-09-15'],
  ])('%s', (printed, day) => expect(readDate(printed)).toBe(day));

  it.each([
    ['1er octobre 2026', '2026-10-01'],
    ['15 août 2026', '2026-08-15'],
    ['15 sept. 2026', '2026-09-15'],
    ['mardi 15 septembre 2026', '2026-09-15'],
    ['3. März 2026', '2026-03-03'],
    ['Dienstag, 3. März 2026', '2026-03-03'],
    ['4 de mayo de 2026', '2026-05-04'],
    ['24 października 2026', '2026-10-24'],
    ['2026. szeptember 11.', '2026-09-11'],
    ['2026 m. rugsėjo 11 d.', '2026-09-11'],
    ['2026. gada 11. septembris', '2026-09-11'],
    ['15 Σεπτεμβρίου 2026', '2026-09-15'],
    ['26 март 2026 г.', '2026-03-26'],
    ['11 Meán Fómhair 2026', '2026-09-11'],
  ])('in other languages of the Union: %s', (printed, day) => expect(readDate(printed)).toBe(day));

  it('as seconds or milliseconds: midnight in Brussels is that day', () => {
    const midnight = Date.parse('2026-09-11T00:00:00+02:00');
    expect([midnight / 1_000, midnight, String(midnight / 1_000)].map((printed) => readDate(printed))).toEqual(Array(3).fill('2026-09-11'));
    expect(readDate(Number.NaN)).toBeNull();
    expect(readDate(7)).toBe('1970-01-01');
  });

  it.each([
    '',
    '31 February 2026',
    '2026-02-30',
    '2026-13-01',
    '00/05/2026',
    'Deadline 30 September 2026',
    '30 September 2026 is the last day',
    '2026-09',
    'May 2026',
    '2026',
    '11 Foo 2026',
    '13901/23',
    '1 May 0026',
    '3 listopada 2026',
  ])('not %j', (printed) => expect(readDate(printed)).toBeNull());

  it('today and yesterday only where somebody says when that is', () => {
    expect(readDate('Today')).toBeNull();
    expect(readDate('Today', '2026-11-20')).toBe('2026-11-20');
    expect(readDate('yesterday', '2026-11-01')).toBe('2026-10-31');
  });

  it('reads back every day in all forms', () => {
    const days = fc
      .date({ min: new Date('1952-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const forms = (['en-GB', 'en-US', 'de', 'fr', 'es', 'sv', 'el', 'lt'] as const).map(
      (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    );
    fc.assert(
      fc.property(days, (day) => {
        const [y = '', m = '', d = ''] = day.split('-');
        const printed = [
          day,
          `${d}/${m}/${y}`,
          `${d}.${m}.${y}`,
          `${d}${m}${y}`,
          `${day}T10:00:00Z`,
          ...forms.map((form) => form.format(new Date(day))),
        ];
        return printed.every((words) => readDate(words) === day);
      }),
    );
  });

  it('never fails, and gives nothing but days', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double()), (printed) => /^\d{4}-\d\d-\d\d$/.test(readDate(printed) ?? '2026-01-01')));
  });
});

describe('a line with one date', () => {
  it.each([
    ['13 November 2025|NEWS', '2025-11-13'],
    ['Press release – 4 May 2026', '2026-05-04'],
    ['Published: 12/05/2026', '2026-05-12'],
    ['Publication date 12 May 2026', '2026-05-12'],
    ['Deadline 30 September 2026', null],
    ['Deadline: 30 September 2026', null],
    ['1 May 2026 – 3 May 2026', null],
    ['Report of 3 May 2026', null],
  ])('%s', (line, day) => expect(readDateLine(line)).toBe(day));
});

describe('dates in a text', () => {
  it('are found in their order, each once', () => {
    expect(findDates('From 3 May 2026 (04/05/2026), after 2026-05-06T10:00 and before May 7, 2026 or 31 June 2026.')).toEqual([
      '2026-05-03',
      '2026-05-04',
      '2026-05-06',
      '2026-05-07',
    ]);
  });

  it('are no document numbers, procedures or other figures', () => {
    expect(
      findDates('ST 13901/1/23 REV 1, 2023/0439(COD), COM(2026) 185 final, 13901/1/2023, 1.2.3.2026, +32 2 281 61 11, 10-15 2026'),
    ).toEqual([]);
  });
});
