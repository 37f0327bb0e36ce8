// A diff as people and machines read it. Colour and width are the caller's to decide; nothing here looks at the terminal.

import { createTwoFilesPatch } from 'diff';
import type { Block, DiffPart, Hunk, TextDiff } from '../types.ts';

export type Format = 'words' | 'lines' | 'html' | 'json' | 'patch';

export interface Sides {
  readonly oldName: string;
  readonly newName: string;
  readonly oldBlocks: readonly Block[];
  readonly newBlocks: readonly Block[];
}

/** @returns the diff in one format, with a line break at its end; empty for `patch` when nothing changed. */
export const formatDiff = (diff: TextDiff, format: Format, { sides, colour }: { sides: Sides; colour: boolean }): string => {
  switch (format) {
    case 'words':
      return `${diff.hunks.map((h) => words(h, colour)).join('\n')}${diff.equal ? '' : '\n'}${summary(diff)}\n`;
    case 'lines':
      return `${diff.hunks.map(lines).join('\n')}${diff.equal ? '' : '\n'}${summary(diff)}\n`;
    case 'html':
      return html(diff, sides);
    case 'json':
      return `${JSON.stringify({ ...diff, hunks: diff.hunks.map(({ parts: _, ...hunk }) => hunk) }, null, 2)}\n`;
    case 'patch':
      return diff.equal ? '' : patch(sides);
  }
};

const summary = ({ equal, hunks, summary: s }: TextDiff): string =>
  equal
    ? 'No difference in the text.'
    : `${hunks.length} ${hunks.length === 1 ? 'change' : 'changes'}: ${s.insertedWords} words in, ${s.deletedWords} words out, ${s.movedParagraphs} paragraphs moved.`;

const page = ({ oldPage, newPage }: Hunk): string => {
  if (oldPage === null && newPage === null) return '';
  return oldPage === newPage ? `p. ${oldPage}` : `p. ${oldPage ?? '–'} → ${newPage ?? '–'}`;
};

const heading = (hunk: Hunk): string => `@ ${[page(hunk), hunk.why].filter(Boolean).join(' · ')}`;

const words = (hunk: Hunk, colour: boolean): string => {
  const paint = (part: DiffPart): string => {
    if (part.kind === 'same') return part.text;
    if (colour) return part.kind === 'insert' ? `\u001b[32m${part.text}\u001b[39m` : `\u001b[31m${part.text}\u001b[39m`;
    return part.kind === 'insert' ? `{+${part.text}+}` : `[-${part.text}-]`;
  };
  return `${heading(hunk)}\n${hunk.kind === 'move' ? `(moved) ${hunk.new}` : hunk.parts.map(paint).join(' ')}\n`;
};

const lines = (hunk: Hunk): string => {
  const side = (leaveOut: DiffPart['kind']) =>
    hunk.parts
      .filter((p) => p.kind !== leaveOut)
      .map((p) => p.text)
      .join(' ');
  const rows =
    hunk.kind === 'move'
      ? [`~ ${hunk.new}`]
      : [hunk.old === '' ? null : `- ${side('insert')}`, hunk.new === '' ? null : `+ ${side('delete')}`];
  return `${heading(hunk)}\n${rows.filter((row) => row !== null).join('\n')}\n`;
};

const patch = ({ oldName, newName, oldBlocks, newBlocks }: Sides): string => {
  const flat = (blocks: readonly Block[]) => blocks.map((b) => `${b.text}\n`).join('');
  // Unrelated versions of a long text would cost minutes; the coarse patch of one text for the other is still a right patch.
  const exact = createTwoFilesPatch(oldName, newName, flat(oldBlocks), flat(newBlocks), undefined, undefined, {
    context: 2,
    maxEditLength: 5_000,
  });
  return (
    exact ??
    wholePatch(
      oldName,
      newName,
      oldBlocks.map((b) => b.text),
      newBlocks.map((b) => b.text),
    )
  );
};

const wholePatch = (oldName: string, newName: string, old: readonly string[], now: readonly string[]): string =>
  `--- ${oldName}\n+++ ${newName}\n@@ -1,${old.length} +1,${now.length} @@\n${[...old.map((l) => `-${l}`), ...now.map((l) => `+${l}`)].join('\n')}\n`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const STYLE =
  'body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'ins{background:#d9f2dd;color:#0b3d14;text-decoration:underline}del{background:#fbdcdc;color:#6b1010}' +
  'h2{font:600 .85rem/1.4 system-ui,sans-serif;color:#444;margin:1.6rem 0 .2rem}@media print{ins,del{background:none}}';

const html = (diff: TextDiff, { oldName, newName }: Sides): string => {
  const tag = { same: null, insert: 'ins', delete: 'del' } as const;
  const body = diff.hunks.map((hunk) => {
    const parts = hunk.parts.map((p) =>
      tag[p.kind] === null ? escapeHtml(p.text) : `<${tag[p.kind]}>${escapeHtml(p.text)}</${tag[p.kind]}>`,
    );
    return `<section><h2>${escapeHtml([page(hunk), hunk.why].filter(Boolean).join(' · '))}</h2><p>${parts.join(' ')}</p></section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(oldName)} → ${escapeHtml(newName)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(oldName)} → ${escapeHtml(newName)}</h1><p>${escapeHtml(summary(diff))}</p>
${body.join('\n')}
</body></html>
`;
};
