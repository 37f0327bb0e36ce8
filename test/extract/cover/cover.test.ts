import { describe, expect, it } from 'vitest';
import { extract } from '../../../pipeline/extract/index.ts';
import type { Text } from '../../../pipeline/types.ts';
import { type CouncilSpec, councilPdf, type Placed, placedPdf } from '../../replica/documents.ts';

const read = (body: Uint8Array): Promise<Text> =>
  extract({ body, mediaType: 'application/pdf', at: 'made-up.pdf' }, { seconds: 20, pages: 50 });

const SPEC: CouncilSpec = {
  number: '90001/1/99 REV 1',
  date: '3 December 2099',
  limite: true,
  publicBox: true,
  codes: ['SCH-EVAL 217', 'CFSP/PESC 12', 'OJ CRP1 3', 'FRONT 4'],
  interinstitutionalFile: '2099/0360 (COD)',
  type: "'I/A' ITEM NOTE",
  from: 'Presidency',
  to: 'Permanent Representatives Committee/Council',
  previousDocuments: '90000/99 FRONT 3, 89999/3/98 REV 3',
  commissionDocuments: '88888/99 FRONT 1 - COM(2099) 755 final',
  subject: 'Draft conclusions on the upkeep of lamps, wicks and oil in the lighthouses along the coasts of Nowhere\n- Approval',
  paragraphs: ['Delegations will find attached the lamps.'],
};

describe.each(['reading', 'word'] as const)('a modern cover, %s order', (order) => {
  it('gives every field', async () => {
    const { cover, title } = await read(await councilPdf({ ...SPEC, order }));
    expect(cover).toEqual({
      number: '90001/1/99 REV 1',
      reference: { prefix: 'ST', number: 90001, year: 1999, steps: [{ kind: 'REV', n: 1 }] },
      date: '2099-12-03',
      originalLanguage: 'en',
      limite: true,
      classification: null,
      subjectCodes: ['SCH-EVAL 217', 'CFSP/PESC 12', 'OJ CRP1 3', 'FRONT 4'],
      interinstitutionalFiles: ['2099/0360(COD)'],
      type: "'I/A' ITEM NOTE",
      from: 'Presidency',
      to: 'Permanent Representatives Committee/Council',
      on: null,
      subject: 'Draft conclusions on the upkeep of lamps, wicks and oil in the lighthouses along the coasts of Nowhere - Approval',
      previousDocuments: ['90000/99', '89999/3/98 REV 3'],
      commissionDocuments: ['88888/99', 'COM(2099) 755 final'],
    });
    expect(title).toBe(cover?.subject);
  });

  it('leaves the body to the body', async () => {
    const { blocks } = await read(await councilPdf({ ...SPEC, order }));
    expect(blocks.filter((block) => block.kind !== 'cover').map((block) => block.text)).toEqual([
      'Delegations will find attached the lamps.',
    ]);
  });
});

it('reads a cover the same in whatever order the file holds it', async () => {
  const [one, other] = await Promise.all((['reading', 'word'] as const).map(async (order) => read(await councilPdf({ ...SPEC, order }))));
  expect(other?.blocks).toEqual(one?.blocks);
});

/** Texts below one another from a place on. */
const column = (x: number, y: number, texts: readonly string[], pitch = 14): Placed[] =>
  texts.map((text, at) => ({ text, x, y: y + at * pitch }));
const rows = (x: number, y: number, fields: readonly (readonly [string, string])[]): Placed[] =>
  fields.flatMap(([label, value], at) => [
    { text: label, x: 57, y: y + at * 20 },
    { text: value, x, y: y + at * 20 },
  ]);

describe('other covers', () => {
  it('reads one of 2012, with capitals, small labels and a missing colon', async () => {
    const page = [
      ...column(57, 90, ['COUNCIL OF', 'THE EUROPEAN UNION']),
      ...column(57, 160, ['Interinstitutional File:', '2011/0999 (COD)']),
      ...column(340, 90, ['Brussels, 10 July 2012 (17.07)', '(OR. fr)', '90911/12', 'LIMITE', 'FRONT 113 CODEC 1976', 'COMIX 458']),
      ...column(57, 230, ['NOTE']),
      ...rows(170, 250, [
        ['from:', 'Presidency'],
        ['to:', 'Working Party on Lamps'],
        ['No. prev. doc', '90910/1/12 REV 1 FRONT 9'],
        ['No. Cion prop.:', '90359/11 FRONT 1 - COM(2011) 999 final'],
        ['Subject:', 'Amended proposal on lamps'],
      ]),
      { text: 'Delegations will find below the lamps.', x: 57, y: 420 },
      { text: '90911/12    MM/lm    1    DG D 1 A    LIMITE EN', x: 57, y: 800 },
    ];
    const { cover, blocks, language } = await read(await placedPdf([page]));
    expect(cover).toMatchObject({
      number: '90911/12',
      date: '2012-07-10',
      originalLanguage: 'fr',
      limite: true,
      type: 'NOTE',
      from: 'Presidency',
      to: 'Working Party on Lamps',
      subject: 'Amended proposal on lamps',
      subjectCodes: ['FRONT 113', 'CODEC 1976', 'COMIX 458'],
      interinstitutionalFiles: ['2011/0999(COD)'],
      previousDocuments: ['90910/1/12 REV 1'],
      commissionDocuments: ['90359/11', 'COM(2011) 999 final'],
    });
    expect(blocks.at(-1)?.text).toBe('Delegations will find below the lamps.');
    expect(language).toBe('en');
  });

  it('reads a working paper with its codes in two columns and without running numbers', async () => {
    const page = [
      ...column(72, 160, ['Interinstitutional files:', '2099/0360 (COD)']),
      ...column(378, 142, ['Brussels, 11 March 2099']),
      ...column(378, 177, ['WK 93735/2099 ADD 1']),
      ...column(378, 211, ['LIMITE']),
      ...column(227, 236, ['SIMPL', 'ANTICI']),
      ...column(377, 236, ['CYBER', 'MI']),
      ...column(112, 367, ['This paper is meant for a small circle of keepers.']),
      ...column(42, 430, ['WORKING DOCUMENT']),
      ...rows(150, 454, [
        ['From:', 'General Secretariat of the Council'],
        ['To:', 'Antici Group (Lamps)'],
        ['Subject:', 'Comments from XX'],
      ]),
      { text: 'WK 93735/2099 ADD 1', x: 42, y: 792 },
      { text: 'LIMITE', x: 42, y: 811, size: 18 },
      { text: 'EN', x: 528, y: 811, size: 18 },
    ];
    const { cover, blocks } = await read(await placedPdf([page]));
    expect(cover).toMatchObject({
      number: 'WK 93735/2099 ADD 1',
      reference: { prefix: 'WK', number: 93735, year: 2099, steps: [{ kind: 'ADD', n: 1 }] },
      date: '2099-03-11',
      limite: true,
      subjectCodes: ['SIMPL', 'ANTICI', 'CYBER', 'MI'],
      type: 'WORKING DOCUMENT',
      to: 'Antici Group (Lamps)',
      subject: 'Comments from XX',
    });
    expect(blocks.every((block) => block.kind === 'cover')).toBe(true);
  });

  it('reads a notice of meeting', async () => {
    const page = [
      ...column(109, 86, ['Council of the European Union', 'General Secretariat']),
      ...column(340, 112, ['Brussels, 8 July 2099']),
      ...column(340, 148, ['CM 93630/99']),
      ...column(340, 208, ['ANTICI', 'CFSP/PESC']),
      ...column(247, 300, ['COMMUNICATION']),
      ...column(57, 350, ['NOTICE OF MEETING AND PROVISIONAL AGENDA']),
      ...rows(170, 370, [
        ['Contact:', 'lamps@example.eu'],
        ['Subject:', 'Meeting of the Antici Group (Lamps)'],
        ['Date:', '16 July 2099'],
      ]),
      { text: 'Format 1+1', x: 267, y: 460 },
    ];
    const { cover, blocks } = await read(await placedPdf([page]));
    expect(cover).toMatchObject({
      number: 'CM 93630/99',
      date: '2099-07-08',
      originalLanguage: null,
      limite: false,
      subjectCodes: ['ANTICI', 'CFSP/PESC'],
      type: 'COMMUNICATION: NOTICE OF MEETING AND PROVISIONAL AGENDA',
      subject: 'Meeting of the Antici Group (Lamps)',
    });
    expect(blocks.at(-1)).toMatchObject({ text: 'Format 1+1', page: 1 });
  });

  it('reads a joint text of Parliament and Council, and a classified one', async () => {
    const page = [
      ...column(57, 80, ['EUROPEAN UNION']),
      ...column(57, 120, ['THE EUROPEAN PARLIAMENT']),
      ...column(340, 120, ['THE COUNCIL']),
      ...column(340, 160, ['Brussels, 24 November 2010', '(OR. en)']),
      ...column(57, 200, ['2009/0998 (COD)']),
      ...column(340, 200, ['PE-CONS 968/1/10', 'REV 1', 'RESTREINT UE/EU RESTRICTED', 'FRONT 120', 'COMIX 600']),
      ...column(57, 330, ['LEGISLATIVE ACTS AND OTHER INSTRUMENTS']),
      ...rows(150, 350, [['Subject:', 'REGULATION on lamps']]),
    ];
    const { cover } = await read(await placedPdf([page]));
    expect(cover).toMatchObject({
      number: 'PE-CONS 968/1/10 REV 1',
      reference: { prefix: 'PE', number: 968, year: 2010, steps: [{ kind: 'REV', n: 1 }] },
      date: '2010-11-24',
      classification: 'RESTREINT UE/EU RESTRICTED',
      subjectCodes: ['FRONT 120', 'COMIX 600'],
      interinstitutionalFiles: ['2009/0998(COD)'],
      subject: 'REGULATION on lamps',
    });
  });

  it('takes no letter for a cover that only speaks of covers', async () => {
    const page = column(57, 100, [
      'Nowhere, 3 December 2099',
      'Dear keeper,',
      'document 90001/99 says',
      'Subject: lamps',
      'From: the Presidency',
    ]);
    const { cover, blocks } = await read(await placedPdf([page]));
    expect(cover).toBeNull();
    expect(blocks.map((block) => block.text).join(' ')).toContain('Subject: lamps');
  });
});
