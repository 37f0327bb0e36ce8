import { describe, expect, it } from 'vitest';
import { extract } from '../../../pipeline/extract/index.ts';
import type { Text } from '../../../pipeline/types.ts';

const read = (content: string | Uint8Array, mediaType = 'text/csv'): Promise<Text> =>
  extract({ body: Buffer.from(content), mediaType, at: 'made-up.csv' }, { seconds: 20, pages: 50 });
const rows = async (content: string | Uint8Array): Promise<string[]> => (await read(content)).blocks.map(({ text }) => text);

describe('a CSV file', () => {
  it.each([
    ['commas', 'Port,Lamps\nNowhere,"5, or 6"\n'],
    ['semicolons, with decimal commas', 'Port;Lamps\nNowhere;"5, or 6"\n'],
    ['tabs', 'Port\tLamps\r\nNowhere\t5, or 6\r\n'],
    ['bars', 'Port|Lamps\nNowhere|5, or 6'],
    ['old line ends', 'Port;Lamps\rNowhere;5, or 6\r'],
    ['a line that names the separator', 'sep=;\nPort;Lamps\nNowhere;5, or 6\n'],
  ])('is read with %s', async (_, content) => expect(await rows(content)).toEqual(['Port | Lamps', 'Nowhere | 5, or 6']));

  it.each([
    ['a title above the table', 'Lamps, by port, in 2099\n\nPort;Lamps\nNowhere;5\n', 'Nowhere | 5'],
    ['decimal commas in every row', '90001,5;2,5\n90002,5;3,5\n', '90002,5 | 3,5'],
    ['other signs within quotes', 'Port,Lamps\nNowhere,"old; new"\nQuay,"one; ""two"""\n', 'Quay | one; "two"'],
    ['letters that are not ASCII', 'Ort,Öl\nÜberall,5\n', 'Überall | 5'],
  ])('is read with %s', async (_, content, last) => expect((await rows(content)).at(-1)).toBe(last));

  it('keeps quotes, line breaks and empty columns within its rows, and drops empty rows', async () => {
    const text = await read('a,b,c,d\n"say ""lamp""","two\nlines",,4\n,,,\n1,2,,\n');
    expect(text.blocks).toEqual(
      ['a | b | c | d', 'say "lamp" | two lines | | 4', '1 | 2'].map((row) => ({ kind: 'table-row', page: null, text: row, marked: row })),
    );
    expect(text).toMatchObject({ kind: 'csv', pages: null, facts: [] });
  });

  it.each([
    ['UTF-8', Buffer.from('Hafen;Öl\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffHafen;Öl\n')],
    ['UTF-16', Buffer.from('\ufeffHafen;Öl\n', 'utf16le')],
    ['windows-1252', Buffer.from('Hafen;Öl\n', 'latin1')],
  ])('is read in %s', async (_, content) => expect(await rows(content)).toEqual(['Hafen | Öl']));

  it('of nothing but separators has no text, and one of a million rows is a data set', async () => {
    await expect(read(';;\n;;\n')).rejects.toMatchObject({ code: 'no-text-layer' });
    await expect(read('1,2\n'.repeat(200_001))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('more than 200000 rows'),
    });
    await expect(read(','.repeat(2_000_001))).rejects.toMatchObject({ code: 'too-large' });
  });
});
