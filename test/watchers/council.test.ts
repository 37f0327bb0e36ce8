// Listing pages and feeds of the Council, with the traps that are known of them.

import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import { LayoutError } from '../../pipeline/errors.ts';
import { extract } from '../../pipeline/extract/index.ts';
import type { ListingWatcher, Page, Row } from '../../pipeline/types.ts';
import { councilAgendas } from '../../watchers/council-agendas.ts';
import { councilLatest } from '../../watchers/council-latest.ts';
import { councilMeetings } from '../../watchers/council-meetings.ts';
import { councilPress } from '../../watchers/council-press.ts';
import { VARIANTS } from '../replica/council/markup.ts';
import { DAYS, rss } from '../replica/site.ts';
import { council } from '../replica/sites/council.ts';
import { listOf, pageAt, rowsOf, type When } from './support.ts';

/** As a run does: the other way when the first does not lead there. */
const rowsHowever = async (watcher: ListingWatcher, [first, other]: readonly [string, string], when: When): Promise<readonly Row[]> => {
  try {
    return await rowsOf(council, listOf(watcher, first), when);
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    return rowsOf(council, listOf(watcher, other), when);
  }
};

describe.each(Array.from({ length: VARIANTS }, (_, variant) => variant))('listing pages, markup %i', (variant) => {
  it('latest documents are one row each, with the English title', async () => {
    const rows = await rowsHowever(councilLatest, ['latest', 'links'], { day: 3, variant });
    expect(rows.map(({ id }) => id)).toEqual([
      ...['CM-90402-2026-INIT', 'CM-90403-2026-INIT'],
      ...Array.from({ length: 7 }, (_, at) => `CM-${90_411 + at}-2026-INIT`),
    ]);
    expect(rows[0]).toMatchObject({
      title: 'Meeting with Frontex on invented ports',
      url: 'https://data.consilium.europa.eu/doc/document/CM-90402-2026-INIT/en/pdf',
      language: 'en',
    });
    // The first day in the words of such a row is that of the meeting.
    expect(rows.every(({ date }) => date !== '2026-09-24')).toBe(true);
  });

  it('agendas are one row each', async () => {
    const rows = await rowsHowever(councilAgendas, ['agendas', 'links'], { day: 4, variant });
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({ id: 'ST-90502-2026-INIT', title: 'Council (Justice and Home Affairs): Pact on Migration and Asylum' });
    if (variant % 3 !== 2) expect(rows[0]?.subjectCodes).toEqual(['OJ CONS', 'JAI', 'MIGR']);
  });
});

describe('rows of a listing page whose links name languages only', () => {
  const titles = async (rowOf: (at: number, links: string) => string) => {
    const rows = [1, 2, 3].map((at) => {
      const links = ['bg', 'de', 'en'].map(
        (code) => `<a href="https://data.consilium.europa.eu/doc/document/CM-100${at}-2026-INIT/${code}/pdf">${code}</a>`,
      );
      return rowOf(at, links.join(', '));
    });
    const body = new TextEncoder().encode(`<html><body><main><h1>Latest</h1>${rows.join('')}</main></body></html>`);
    return (await rowsOf(council, listOf(councilLatest, 'latest'), { change: (page) => ({ ...page, body }) })).map(({ title }) => title);
  };
  const meets = (at: number) => `<table><tr><td>Date of meeting</td><td>0${at}/10/2026</td></tr></table>`;

  it('take their title from before the number', async () => {
    const row = (at: number, links: string) =>
      `<li><p>Working Party ${at} on Ports 0${at}/10/2026</p><strong>CM 100${at} 2026 INIT - NOTICE OF MEETING</strong>${links}</li>`;
    expect(await titles(row)).toEqual(['Working Party 1 on Ports', 'Working Party 2 on Ports', 'Working Party 3 on Ports']);
  });

  it('take it from after the number, without the languages', async () => {
    const row = (at: number, links: string) =>
      `<div><h3>CM 100${at} 2026 INIT</h3><p>Working Party ${at} on Ports</p><p>0${at}/10/2026</p><p>${links}</p>${meets(at)}</div>`;
    expect(await titles(row)).toEqual(['Working Party 1 on Ports', 'Working Party 2 on Ports', 'Working Party 3 on Ports']);
  });

  it('are named by their type and the day of the meeting where there is nothing else', async () => {
    const row = (at: number, links: string) => `<li><strong>CM 100${at} 2026 INIT - NOTICE OF MEETING</strong>${links}${meets(at)}</li>`;
    expect(await titles(row)).toEqual([1, 2, 3].map((at) => `NOTICE OF MEETING, meeting of 0${at}/10/2026`));
  });
});

describe('press releases', () => {
  const list = listOf(councilPress, 'press releases');
  it('are kept, with their number and the day of their path; meetings in the feed are none', async () => {
    const rows = await rowsOf(council, list, { day: 3 });
    expect(rows.map(({ id }) => id)).toEqual(['990012', '990011', '990001', '990002', '990003', '990004', '990005']);
    expect(rows[0]).toMatchObject({ title: 'Migrant smuggling: ministers agree on invented rules', date: '2026-09-09' });
  });

  it('keep their day when they are edited', async () => {
    const [row] = await rowsOf(council, list, { day: 5 });
    expect(row).toMatchObject({
      id: '990012',
      date: '2026-09-09',
      title: 'Migrant smuggling: ministers agree on provisional invented rules',
    });
  });

  it('are missed by name when the feed holds meetings only, or a challenge comes', async () => {
    const link = 'https://www.consilium.europa.eu/en/meetings/eurogroup/2026/09/18/';
    const answer = () => rss([{ title: 'Invented meeting', link }], { title: 'Council', link });
    const page = await pageAt({ sites: [{ origin: new URL(link).origin, answer }], told: [] }, String(list.url));
    await expect(readList(page, list, { today: DAYS[1] })).rejects.toThrow(LayoutError);
    const challenge = await pageAt(council, 'https://www.consilium.europa.eu/en/');
    await expect(readList(challenge, list, { today: DAYS[1] })).rejects.toThrow(LayoutError);
  });
});

describe('meetings', () => {
  const list = listOf(councilMeetings, 'meetings');
  it('are dated by their path, since the feed has no dates', async () => {
    const rows = await rowsOf(council, list, { day: 2 });
    expect(rows.map(({ id, date }) => [id, date])).toEqual([
      ['980001', '2026-10-08'],
      ['980002', '2026-12-03'],
      ['980003', '2027-03-11'],
      ['980004', '2026-09-21'],
      ['980005', '2026-11-13'],
    ]);
  });

  it('stay the same when they are moved', async () => {
    const moved = (await rowsOf(council, list, { day: 4 })).find(({ id }) => id === '980002');
    expect(moved).toMatchObject({ date: '2026-12-10', url: 'https://www.consilium.europa.eu/en/meetings/jha/2026/12/10-11/' });
  });

  it('may all have the name of the body', async () => {
    const change = (page: Page): Page => {
      const text = new TextDecoder().decode(page.body).replace(/(<item>.*?<title>)[^<]*/gs, '$1Justice and Home Affairs Council');
      return { ...page, body: new TextEncoder().encode(text) };
    };
    expect(new Set((await rowsOf(council, list, { change })).map(({ title }) => title)).size).toBe(1);
  });

  it('of other bodies are none of theirs, should the feed not know the body it is asked for', async () => {
    const all = await rowsOf(council, { ...list, url: String(list.url).replace('jha', 'unknown') });
    expect(all.map(({ title }) => title)).not.toContain('Foreign Affairs Council');
    expect(all).toHaveLength(4);
  });
});

describe('the document host', () => {
  const file = (id: string, language: string, when: When = {}) =>
    pageAt(council, `https://data.consilium.europa.eu/doc/document/${id}/${language}/pdf`, when);

  it('gives a file to read for what is public that day, in the languages that there are', async () => {
    const { body } = await file('ST-90105-2026-INIT', 'en', { day: 3 });
    const text = await extract({ body, mediaType: 'application/pdf', at: 'made-up.pdf' }, { seconds: 30, pages: 20 });
    expect(text.cover?.reference).toMatchObject({ number: 90_105, year: 2026 });
    expect(text.blocks.map((block) => block.text).join(' ')).toContain('530 drivers');
    expect((await file('ST-90102-2026-INIT', 'en')).status).toBe(404);
    expect((await file('ST-90101-2026-INIT', 'en', { day: 2 })).status).toBe(404);
    expect((await file('ST-90101-2026-INIT', 'en', { day: 3 })).status).toBe(200);
  });
});
