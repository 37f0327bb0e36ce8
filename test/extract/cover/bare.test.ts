import { describe, expect, it } from 'vitest';
import { readCover } from '../../../pipeline/extract/cover/cover.ts';
import { below, coverLines, fields, type Spot } from '../../replica/covers.ts';

const read = (...spots: readonly Spot[]) => readCover(coverLines(spots));

describe('a cover without labels', () => {
  it('reads the outcome of a meeting, whose date stands below', () => {
    const reading = read(
      ...below(110, 90, ['Council of the', 'European Union']),
      ...below(500, 60, ['EN']),
      ...below(400, 110, ['99459/20 ADD 1', '(OR. en)', '', 'PRESSE 20', 'PR CO 20'].filter(Boolean)),
      ...below(400, 180, ['PROVISIONAL VERSION']),
      ...below(200, 260, ['OUTCOME OF THE LAMP MEETING']),
      ...below(220, 300, ['93766th Lamp meeting', 'Wicks and Oil']),
      ...below(200, 350, ['Brussels, 13 July 2099']),
      ...below(57, 420, ['President', 'The Keeper of Nowhere, who was there on 1 July 2098, said']),
      ...below(57, 760, ['PRESS', 'Rue de la Lampe 175 B - 91048 BRUSSELS']),
    );
    expect(reading?.cover).toMatchObject({
      number: '99459/20 ADD 1',
      date: '2099-07-13',
      originalLanguage: 'en',
      subjectCodes: ['PRESSE 20', 'PR CO 20'],
      type: 'OUTCOME OF THE LAMP MEETING',
      subject: null,
    });
    expect(reading?.texts.join(' ')).not.toContain('President');
    expect(reading?.texts).toContain('93766th Lamp meeting');
  });

  it('reads a summary record', () => {
    const reading = read(
      ...below(340, 126, ['Brussels, 14 October 2099', '(OR. en)']),
      ...below(340, 176, ['91771/20']),
      ...below(340, 230, ['CRS CRP 40']),
      ...below(57, 300, ['SUMMARY RECORD', 'PERMANENT LAMP COMMITTEE', '14, 16 and 18 September 2099']),
      ...below(57, 380, ['I. Adoption of the agenda of 1 March 2098']),
    );
    expect(reading?.cover).toMatchObject({
      number: '91771/20',
      date: '2099-10-14',
      subjectCodes: ['CRS CRP 40'],
      type: 'SUMMARY RECORD: PERMANENT LAMP COMMITTEE',
    });
    expect(reading?.texts.join(' ')).not.toContain('Adoption');
  });

  it('reads a joint text of 2001, whose title is no kind of document', () => {
    const reading = read(
      ...below(57, 70, ['EUROPEAN UNION']),
      ...below(57, 110, ['THE EUROPEAN PARLIAMENT']),
      ...below(340, 110, ['THE COUNCIL']),
      ...below(340, 150, ['Brussels, 30 May 2001', '(OR. en)']),
      ...below(57, 200, ['2000/9932 (COD)', 'LEX 277']),
      ...below(340, 200, ['PE-CONS 93625/1/01', 'REV 1', 'INF 56', 'API 34']),
      ...below(57, 400, [
        'REGULATION OF THE KEEPERS OF NOWHERE AND OF THEIR COUNCIL',
        'ON THE LAMPS, THE WICKS AND THE OIL OF THE COASTS OF NOWHERE',
        'AND ON WHAT BELONGS TO THEM',
      ]),
    );
    expect(reading?.cover).toMatchObject({
      number: 'PE-CONS 93625/1/01 REV 1',
      reference: { prefix: 'PE', number: 93625, year: 2001, steps: [{ kind: 'REV', n: 1 }] },
      date: '2001-05-30',
      interinstitutionalFiles: ['2000/9932(COD)'],
      subjectCodes: ['LEX 277', 'INF 56', 'API 34'],
      type: null,
    });
  });

  it('reads the sheet of a vote, whose file stands among its fields', () => {
    const reading = read(
      ...below(340, 100, ['Brussels, 1 July 2099', '(OR. en)', '99102/20']),
      ...below(340, 160, ['VOTE 35', 'PUBLIC 40']),
      ...below(57, 230, ['VOTING RESULT']),
      ...fields(200, 250, [
        ['Interinstitutional File:', '2099/0331 (COD)'],
        ['Subject:', 'Voting result\n- Lamps\n- Adoption'],
      ]),
    );
    expect(reading?.cover).toMatchObject({
      type: 'VOTING RESULT',
      subjectCodes: ['VOTE 35', 'PUBLIC 40'],
      interinstitutionalFiles: ['2099/0331(COD)'],
      subject: 'Voting result - Lamps - Adoption',
    });
  });
});

describe('no cover', () => {
  it.each<[string, Spot[]]>([
    [
      'a page of a table with a number in it',
      [...below(340, 120, ['90860/18']), ...below(57, 140, ['What the keepers said on 3 March 2099'])],
    ],
    ['a report with month and year', [...below(340, 100, ['05/2026', 'Brussels, 3 May 2026']), ...below(57, 300, ['SUMMARY OF LAMPS'])]],
    [
      'a proposal with its file',
      [...below(340, 100, ['Brussels, 3.5.2099', '2099/0330(COD)']), ...fields(156, 300, [['Subject:', 'Lamps']])],
    ],
    ['a letter that answers', [...below(57, 100, ['Nowhere, 3 May 2099', '90860/18']), ...fields(156, 200, [['Subject:', 'Lamps']])]],
    ['a page whose number is at its foot', [...below(340, 100, ['Brussels, 3 May 2099', '(OR. en)']), ...below(340, 790, ['90860/18'])]],
    ['an empty page', []],
  ])('%s', (_, spots) => {
    expect(read(...spots)).toBeNull();
  });
});
