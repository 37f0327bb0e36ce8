import { describe, expect, it } from 'vitest';
import { readCover } from '../../../pipeline/extract/cover/cover.ts';
import { below, coverLines, fields, type Spot } from '../../replica/covers.ts';

const read = (...spots: readonly Spot[]) => readCover(coverLines(spots))?.cover ?? null;
const PLACE = below(340, 126, ['Brussels, 3 December 2099', '(OR. en)']);
const FIELDS = fields(156, 350, [
  ['From:', 'Presidency'],
  ['To:', 'Delegations'],
  ['Subject:', 'Lamps'],
]);

describe('the number', () => {
  it.each([
    [['90860/18', 'REV 1 ADD 1'], '90860/18 REV 1 ADD 1', ['REV 1', 'ADD 1']],
    [['90860/18', 'ADD 1', 'REV 2'], '90860/18 ADD 1 REV 2', ['ADD 1', 'REV 2']],
    [['90860/18', 'COR 1 (fr)'], '90860/18 COR 1', ['COR 1']],
    [['90860/18 COR 2 (de, fr)'], '90860/18 COR 2', ['COR 2']],
    [['90860/3/11', 'REV 3', 'EXT 1'], '90860/3/11 REV 3 EXT 1', ['REV 3', 'EXT 1']],
    [['90860/07 DCL 1'], '90860/07 DCL 1', ['DCL 1']],
    [['90860/19 REV1'], '90860/19 REV1', ['REV 1']],
    [['90860/1 /26 REV 1'], '90860/1/26 REV 1', ['REV 1']],
    [['93027/09 (Presse 260)'], '93027/09', []],
    [['SN 91316/14'], 'SN 91316/14', []],
    [['DS 91316/14'], 'DS 91316/14', []],
    [['EUCO 97/1/18 REV 1'], 'EUCO 97/1/18 REV 1', ['REV 1']],
    [['WK 99955/2099 INIT'], 'WK 99955/2099 INIT', []],
  ])('%j', (lines, number, steps) => {
    const cover = read(...PLACE, ...below(340, 176, lines), ...below(57, 330, ['NOTE']), ...FIELDS);
    expect(cover?.number).toBe(number);
    expect(cover?.reference?.steps.map((step) => `${step.kind} ${step.n}`)).toEqual(steps);
    expect(cover?.subjectCodes).toEqual([]);
  });

  it('may have the file in its line', () => {
    const row = [
      ...below(57, 176, ['Interinstitutional File:']),
      ...below(200, 176, ['2099/0330 (COD)']),
      ...below(340, 176, ['90860/18']),
    ];
    expect(read(...PLACE, ...row, ...FIELDS)).toMatchObject({ number: '90860/18', interinstitutionalFiles: ['2099/0330(COD)'] });
  });

  it('is one that its runs have torn apart, and leaves the marking and the codes in its line to themselves', () => {
    const torn = [...below(340, 176, ['90860/1']), ...below(392, 176.5, ['/26']), ...below(425, 176, ['REV 1'])];
    expect(read(...PLACE, ...torn, ...FIELDS)?.number).toBe('90860/1/26 REV 1');
    expect(read(...PLACE, ...below(340, 176, ['90911/12 LIMITE FRONT 113 CODEC 1976']), ...FIELDS)).toMatchObject({
      number: '90911/12',
      limite: true,
      subjectCodes: ['FRONT 113', 'CODEC 1976'],
    });
  });
});

describe('the date', () => {
  it.each([
    ['the translation has another', ['Brussels, 12 February 2099 (17.02.2099)', '(OR. fr)'], '2099-02-12'],
    ['a stamp has another', ['MADE PUBLIC ON 04.03.2099', 'Brussels, 12 February 2099', '(OR. fr)'], '2099-02-12'],
    ['it is broken over lines', ['Brussels, 12 February', '2099 (17.02)', '(OR. fr)'], '2099-02-12'],
    ['its words stand together', ['Bryssel,2.kesäkuuta2099', '(OR.en)'], '2099-06-02'],
    ['its year is lost', ['Brussels, 8 March', '(OR. en)'], null],
    ['only the translation has one', ['(17.02.2099)', '(OR. fr)'], null],
    ['there is none', ['(OR. fr/en)'], null],
  ])('is right where %s', (_, lines, date) => {
    const cover = read(...below(340, 100, lines), ...below(340, 176, ['90860/18']), ...FIELDS, ...below(57, 520, ['On 3 March 2098']));
    expect(cover).toMatchObject({ number: '90860/18', date, subject: 'Lamps' });
  });
});

it.each([
  ['(OR. fr/en)', 'fr/en'],
  ['(OR.en)', 'en'],
  ['(ОР. en)', 'en'],
  ['(Part 2)', null],
])('%s names the original language %s', (text, language) => {
  const cover = read(...below(340, 126, ['Brussels, 3 December 2099', text]), ...below(340, 176, ['90860/18']), ...FIELDS);
  expect(cover?.originalLanguage).toBe(language);
});

describe('markings', () => {
  it.each([
    ['LIMITE under a PUBLIC box', [...below(250, 50, ['PUBLIC']), ...below(340, 200, ['LIMITE'])], true, null],
    ['LIMITE at the foot only', below(370, 808, ['LIMITE EN']), true, null],
    ['a PUBLIC box', below(250, 50, ['PUBLIC']), false, null],
    ['RESTREINT', below(340, 200, ['RESTREINT UE / EU RESTRICTED']), false, 'RESTREINT UE/EU RESTRICTED'],
    ['an old classification', below(250, 50, ['CONFIDENTIEL UE']), false, 'CONFIDENTIEL UE'],
    ['a watermark across the page', [{ text: 'LIMITE', x: 420, y: 185, size: 60, turned: true }], false, null],
    ['LIMITE in a sentence', below(57, 560, ['Delegations keep LIMITE lamps.']), false, null],
  ])('%s', (_, marking, limite, classification) => {
    const codes = below(340, 245, ['PUBLIC 12 INF 3', 'JAI 35']);
    expect(read(...PLACE, ...below(340, 176, ['90860/18']), ...marking, ...codes, ...FIELDS)).toMatchObject({
      limite,
      classification,
      subjectCodes: ['PUBLIC 12', 'INF 3', 'JAI 35'],
    });
  });
});

describe('subject codes', () => {
  it.each([
    [
      'with numbers, several to a line',
      ['COEST 169 ISL 8 N 10 OJ CRP1 3', 'CO EUR-PREP 2 PARLNAT'],
      ['COEST 169', 'ISL 8', 'N 10', 'OJ CRP1 3', 'CO EUR-PREP 2', 'PARLNAT'],
    ],
    ['with numbers, a phrase among them', ['FRONT 1', 'EUROPEAN UNION', 'VISA 2'], ['FRONT 1', 'VISA 2']],
    ['without numbers', ['CYBER MI', 'CFSP/PESC OJ CRP1', 'SCH-EVAL', 'EN'], ['CYBER', 'MI', 'CFSP/PESC', 'OJ CRP1', 'SCH-EVAL']],
  ])('%s', (_, lines, codes) => {
    expect(read(...PLACE, ...below(340, 176, ['90860/18']), ...below(340, 220, lines), ...FIELDS)?.subjectCodes).toEqual(codes);
  });
});

describe('fields', () => {
  const head = [...PLACE, ...below(340, 176, ['90860/18'])];

  it('leave to labels nobody knows what is theirs', () => {
    const cover = read(
      ...head,
      ...below(57, 330, ['COVER NOTE']),
      ...fields(170, 350, [
        ['Reference:', 'Lamp 7'],
        ['From:', 'Secretary-General of the Keepers,\nsigned by a keeper'],
        ['date of receipt:', '2 December 2099'],
        ['Wick', '12'],
        ['To:', 'Secretary-General of the Council'],
        ['No. Cion doc.:', 'D904973/04 - COM(2099) 99991 final ANNEX 2'],
        ['Subject:', 'Lamps of Nowhere'],
        ['Venue:', 'LIGHTHOUSE\nSECOND FLOOR'],
      ]),
      ...below(57, 570, ['Encl.: COM(2099) 99991 final', 'Subject: more']),
    );
    expect(cover).toMatchObject({
      type: 'COVER NOTE',
      from: 'Secretary-General of the Keepers, signed by a keeper',
      to: 'Secretary-General of the Council',
      subject: 'Lamps of Nowhere',
      previousDocuments: [],
      commissionDocuments: ['D904973/04', 'COM(2099) 99991 final'],
    });
  });

  it('say on which day, and are no chapters', () => {
    const spots = fields(156, 350, [
      ['From:', 'General Secretariat'],
      ['On:', '17 February 2099'],
      ['To:', 'Delegations'],
    ]);
    const chapters = [...below(57, 440, ['A.']), ...below(85, 440, ['Lamps']), ...below(57, 460, ['de']), ...below(85, 460, ['wicks'])];
    const reading = readCover(coverLines([...head, ...below(57, 330, ['ADDENDUM 1 TO THE NOTE']), ...spots, ...chapters]));
    expect(reading?.cover).toMatchObject({ type: 'ADDENDUM 1 TO THE NOTE', on: '17 February 2099', to: 'Delegations', date: '2099-12-03' });
    expect(reading?.texts.join(' ')).not.toContain('Lamps');
  });

  it('may have labels over two lines, and values in two pieces', () => {
    const spots = [
      ...fields(170, 350, [['From:', 'Presidency']]),
      ...below(57, 372, ['No. previous', 'document:']),
      ...below(170, 372, ['90760/18']),
      ...fields(170, 410, [['Subject:', 'Lamps']]),
      ...below(170, 423.5, ['–']),
      ...below(190, 423.5, ['Adoption']),
    ];
    expect(read(...head, ...spots)).toMatchObject({ from: 'Presidency', previousDocuments: ['90760/18'], subject: 'Lamps - Adoption' });
  });

  it.each([
    ['a wide gap', below(57, 460, ['To: the keepers it was said', 'that lamps: are lit'])],
    [
      'a label that was there before',
      fields(170, 391, [
        ['Subject:', 'Oil'],
        ['To:', 'nobody'],
      ]),
    ],
    ['a line of text', [...below(57, 391, ['The lamps are lit']), ...fields(170, 411, [['To:', 'nobody']])]],
  ])('end at %s', (_, body) => {
    const pairs = fields(170, 350, [
      ['From:', 'Presidency'],
      ['Subject:', 'Lamps'],
    ]);
    expect(read(...head, ...pairs, ...body)).toMatchObject({ to: null, subject: 'Lamps' });
  });

  it('name documents of the Council and the Commission, and no others', () => {
    const cover = read(
      ...head,
      ...fields(170, 350, [
        ['From:', 'Presidency'],
        ['No. prev. doc.:', 'A8-9061/19 + 90760/18 + ADD 1, WK 93735/2099 ADD 1, 2099/0330(COD), D904973/04'],
        ['No. Cion doc.:', 'SEC(2098) 9883 slutlig, KOM(2098) 9466 τελικό - 90001/98'],
      ]),
    );
    expect(cover).toMatchObject({
      previousDocuments: ['90760/18', 'WK 93735/2099 ADD 1'],
      commissionDocuments: ['90001/98', 'SEC(2098) 9883 slutlig', 'KOM(2098) 9466 τελικό'],
    });
  });

  it('are told from the text of a declassified document', () => {
    const cover = read(
      ...PLACE,
      ...below(340, 176, ['90432/07 DCL 1', 'RECH 203 NZ 8']),
      ...below(57, 330, ['DECLASSIFICATION']),
      ...fields(170, 350, [
        ['of document:', 'ST 90432/07 RESTREINT UE'],
        ['dated:', '2 July 2007'],
        ['new status:', 'Public'],
        ['Subject:', 'Lamps'],
      ]),
    );
    expect(cover).toMatchObject({ date: '2099-12-03', classification: null, type: 'DECLASSIFICATION', subject: 'Lamps', from: null });
  });
});
