import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { councilPdf } from '../replica/documents.ts';
import { docx, xlsx } from '../replica/office.ts';
import { type Ran, runHere } from '../support/place.ts';

let folder: string;
const extract = (name: string, ...flags: readonly string[]): Promise<Ran> =>
  runHere(['extract', join(folder, name), ...flags], '2099-01-02', {});

const WORD = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Lamps</w:t></w:r></w:p>
  <w:p><w:r><w:t xml:space="preserve">Keepers light </w:t></w:r><w:del><w:r><w:delText>five</w:delText></w:r></w:del><w:ins><w:r><w:t>seven</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> lamps.</w:t></w:r></w:p>
  <w:p><w:del><w:r><w:delText>None burns by day.</w:delText></w:r></w:del></w:p>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pactwatch-extract-'));
  const cover = { number: '90001/26', date: '3 February 2026', codes: ['MIGR 901'], subject: 'Lamps and oil' };
  await writeFile(join(folder, 'note.pdf'), await councilPdf({ ...cover, paragraphs: ['Ports shall report.'] }));
  await writeFile(join(folder, 'note.docx'), docx({ body: WORD }));
  await writeFile(join(folder, 'list.xlsx'), xlsx({ sheets: { Ports: '<row><c><v>1</v></c><c><v>2</v></c></row>' } }));
  await writeFile(join(folder, 'list.csv'), 'Port;Lamps\nNowhere;7\n');
});

describe('extract', () => {
  it('tells people cover, notes and text', async () => {
    expect((await extract('note.pdf')).out).toMatch(
      /^# reference: 90001\/26\n(?:# .+\n)*# subject: Lamps and oil\n\n[\s\S]*\nPorts shall report\.\n$/,
    );
    expect((await extract('note.docx')).out).toMatch(/^# note: the document has tracked changes.*\n## Lamps\n/);
  });

  it('--json prints one object with the documented fields', async () => {
    const text = JSON.parse((await extract('note.docx', '--json')).out);
    expect(text).toMatchObject({ kind: 'docx', pages: null, language: null, cover: null, facts: [expect.stringContaining('tracked')] });
    expect(text.blocks[1]).toEqual({
      kind: 'paragraph',
      page: null,
      text: 'Keepers light seven lamps.',
      marked: 'Keepers light ~~five~~__seven__ lamps.',
    });
  });

  it('--reading prints what is left without struck words, --marked the text with all marks, and neither more', async () => {
    expect((await extract('note.docx', '--reading')).out).toBe('Lamps\n\nKeepers light seven lamps.\n');
    expect((await extract('note.docx', '--marked')).out).toBe(
      '## Lamps\n\nKeepers light ~~five~~__seven__ lamps.\n\n~~None burns by day.~~\n',
    );
    expect((await extract('list.xlsx', '--reading')).out).toBe('Ports\n\n1 | 2\n');
    expect((await extract('list.csv', '--reading')).out).toBe('Port | Lamps\n\nNowhere | 7\n');
  });

  it('--cover prints the fields that are there, one to a line, or as an object', async () => {
    const { out } = await extract('note.pdf', '--cover');
    expect(out).toMatch(/^date: 2026-02-03$/m);
    expect(out).toMatch(/^subjectCodes: MIGR 901$/m);
    expect(out).not.toMatch(/Ports|limite|null/);
    expect(JSON.parse((await extract('note.pdf', '--cover', '--json')).out)).toMatchObject({
      number: '90001/26',
      subject: 'Lamps and oil',
    });
  });

  it('--cover of a file without one says so, and is null to machines', async () => {
    expect(await extract('note.docx', '--cover')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('no cover') });
    expect((await extract('note.docx', '--cover', '--json')).out).toBe('null\n');
  });

  it.each([
    [['--json', '--marked'], '--marked'],
    [['--json', '--reading'], '--reading'],
    [['--reading', '--marked'], '--marked'],
    [['--cover', '--reading'], '--reading'],
    [['--cover', '--marked', '--json'], '--marked'],
  ])('%j is wrong use', async (flags, named) => {
    const { code, out, err } = await extract('note.pdf', ...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
  });
});
