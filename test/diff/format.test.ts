import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { formatDiff } from '../../pipeline/diff/format/index.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import type { Block } from '../../pipeline/types.ts';

const blocks = (...paragraphs: string[]): Block[] => paragraphs.map((text) => ({ kind: 'paragraph', page: 3, text, marked: text }));
const before = blocks('Europol is to report yearly.', 'The rest stays <as it is>.');
const after = blocks('Europol may report twice a year.', 'The rest stays <as it is>.');
const sides = { oldName: 'a.pdf', newName: 'b.pdf', oldBlocks: before, newBlocks: after };
const diff = diffTexts({ blocks: before }, { blocks: after });
const print = (format: Parameters<typeof formatDiff>[1], colour = false) => formatDiff(diff, format, { sides, colour });

describe('formats', () => {
  it('words: marks without colour where colour cannot be seen', () => {
    expect(print('words')).toContain('Europol [-is to-] {+may+} report [-yearly.-] {+twice a year.+}');
    expect(print('words')).not.toContain('\u001b');
    expect(print('words', true)).toContain('\u001b[31mis to\u001b[39m');
    expect(print('words')).toContain('p. 3 · legal force: +may');
  });

  it('lines: the old above the new', () =>
    expect(print('lines')).toContain('- Europol is to report yearly.\n+ Europol may report twice a year.'));

  it('html: escapes what the document says', () => {
    const hostile = diffTexts({ blocks: blocks('x') }, { blocks: blocks('<script>alert(1)</script> & more') });
    const page = formatDiff(hostile, 'html', { sides, colour: false });
    expect(page).not.toContain('<script>');
    expect(page).toContain('<ins>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</ins>');
  });

  it('json: the documented fields', () => {
    const parsed = JSON.parse(print('json'));
    expect(Object.keys(parsed)).toEqual(['equal', 'hunks', 'summary']);
    expect(Object.keys(parsed.hunks[0]).sort()).toEqual(['kind', 'new', 'newPage', 'old', 'oldPage', 'weight', 'why']);
  });

  it('patch: applying it to the old text gives the new', () => {
    const flat = (list: readonly Block[]) => list.map((b) => `${b.text}\n`).join('');
    expect(applyPatch(flat(before), print('patch'))).toBe(flat(after));
  });

  it('says so when nothing changed', () => {
    const none = diffTexts({ blocks: before }, { blocks: before });
    expect(formatDiff(none, 'words', { sides, colour: false })).toBe('No difference in the text.\n');
    expect(formatDiff(none, 'patch', { sides, colour: false })).toBe('');
  });
});
