import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCover } from '../../../pipeline/extract/cover/cover.ts';
import { readLabel } from '../../../pipeline/extract/cover/labels.ts';
import { extract } from '../../../pipeline/extract/index.ts';
import { below, coverLines, coverPdf, fields, LANGUAGES, type Labels, type Spot } from '../../replica/covers.ts';

/** What every cover of this file says, whatever its language and layout. */
const EXPECTED = {
  number: '90860/1/18 REV 1',
  reference: { prefix: 'ST', number: 90860, year: 2018, steps: [{ kind: 'REV', n: 1 }] },
  date: '2099-12-03',
  originalLanguage: 'en',
  limite: true,
  classification: null,
  subjectCodes: ['SCH-EVAL 62', 'FRONT 416', 'CFSP/PESC 12', 'COMIX 656'],
  interinstitutionalFiles: ['2099/0330(COD)'],
  from: 'XX Lamps',
  to: 'YY Wicks / ZZ Oil',
  on: null,
  subject: 'Lamps (2098/0001(COD)): wicks and oil for the coasts of Nowhere - AA',
  previousDocuments: ['90760/18', '90001/2/17 REV 2'],
  commissionDocuments: ['90699/18', 'COM(2098) 99991 final'],
};

const PAIRS = (l: Labels): [string, string][] => [
  [l.from, 'XX Lamps'],
  [l.to, 'YY Wicks / ZZ Oil'],
  [l.previous, '90760/18 FRONT 3 + 90001/2/17 REV 2'],
  [l.commission, '90699/18 - COM(2098) 99991 final'],
  [l.subject, 'Lamps (2098/0001(COD)): wicks and oil for\nthe coasts of Nowhere\n- AA'],
];

const modern = (l: Labels): Spot[] => [
  ...below(110, 97, ['XX', 'YY']),
  ...below(340, 126, [l.place, '(OR. en)']),
  ...below(94, 190, [l.file, '2099/0330(COD)']),
  ...below(340, 176, ['90860/1 /18', 'REV 1']),
  ...below(340, 217, ['LIMITE']),
  ...below(340, 245, ['SCH-EVAL 62', 'FRONT 416', 'CFSP/PESC 12', 'COMIX 656']),
  ...below(57, 330, [l.type]),
  ...fields(170, 350, PAIRS(l)),
  ...below(57, 560, ['1. XX: at the lamps, 3 March 2098.', 'YY']),
];

/** Before 2014: capitals, small labels with a gap before the colon or none, the translation's date, all codes in a line or two. */
const old = (l: Labels): Spot[] => {
  const small = (label: string): string => label.toLowerCase().replace(/:$/, label === l.from && label.length > 2 ? '' : ' :');
  return [
    ...below(57, 80, ['XX YY']),
    ...below(
      340,
      80,
      [`${l.place} (17.12)`, '(OR. en)', '', '90860/1/18', 'REV 1', 'LIMITE', 'SCH-EVAL 62 FRONT 416', 'CFSP/PESC 12 COMIX 656'].filter(
        Boolean,
      ),
    ),
    ...below(57, 160, [l.file, '2099/0330 (COD)']),
    ...below(57, 240, [l.type]),
    ...fields(
      200,
      262,
      PAIRS(l).map(([label, value]) => [small(label), value]),
    ),
    ...below(57, 470, ['XX: at the lamps, 3 March 2098.']),
  ];
};

/** Word's way: labels before all values, the number after the body. */
const apart = (spots: readonly Spot[]): Spot[] => [...spots].sort((a, b) => Number(b.x < 60) - Number(a.x < 60) || b.y - a.y);

describe.each(LANGUAGES)('a cover in $language', (labels) => {
  it.each([
    ['modern', modern(labels)],
    ['modern, labels and values apart', apart(modern(labels))],
    ['before 2014', old(labels)],
    ['before 2014, labels and values apart', apart(old(labels))],
  ])('%s', (_, spots) => {
    const reading = readCover(coverLines(spots));
    expect(reading?.cover).toEqual({ ...EXPECTED, type: labels.type });
    expect(reading?.texts.join(' ')).not.toContain('at the lamps');
  });
});

it('reads a cover the same in whatever order its cells come', () => {
  const lines = LANGUAGES.slice(4, 6).map((labels) => coverLines(modern(labels)));
  for (const cover of lines) {
    const expected = readCover(cover);
    fc.assert(
      fc.property(fc.shuffledSubarray(cover, { minLength: cover.length }), (shuffled) => {
        expect(readCover(shuffled)?.cover).toEqual(expected?.cover);
        expect(readCover(shuffled)?.texts).toEqual(expected?.texts);
      }),
      { numRuns: 50 },
    );
  }
});

it.each(['bg', 'el', 'pl', 'lv', 'hu'])('reads a real file in %s', async (language) => {
  const labels = LANGUAGES.find((l) => l.language === language);
  if (labels === undefined) throw new Error(language);
  const body = await coverPdf(modern(labels));
  const { cover, blocks } = await extract({ body, mediaType: 'application/pdf', at: 'made-up.pdf' }, { seconds: 20, pages: 5 });
  expect(cover).toEqual({ ...EXPECTED, type: labels.type });
  expect(blocks.filter((block) => block.kind === 'cover').map((block) => block.text)).toContain(labels.file);
  expect(blocks.filter((block) => block.kind !== 'cover').map((block) => block.text)).toEqual(['1. XX: at the lamps, 3 March 2098. YY']);
});

describe('a label', () => {
  it.each([
    ['Nr. Kommissionsvorschlag: 90699/18', 'commission'],
    ['N° prop. Cion:', 'commission'],
    ['Kom:n asiak. nro: 90699/18', 'commission'],
    ['No prev doc 90760/18', 'previous'],
    ['αριθ. πρότ. Επιτρ.: COM(2098) 99991 τελικό', 'commission'],
    ['De la:', 'from'],
    ['À:', 'to'],
    ['Eingangsdatum:', 'other'],
    ['data de receção:', 'other'],
    ['mottagen den:', 'other'],
  ])('%s is %s', (text, field) => {
    expect(readLabel(text, false)?.field).toBe(field);
  });

  it.each([
    'From the Presidency',
    'To',
    'Subject to approval',
    'The Council recalls what it said in the spring: nothing',
    '90760/18',
    'NOTE',
  ])('%s is none', (text) => {
    expect(readLabel(text, false)).toBeNull();
  });
});
