// Drafting marks of real documents: read as their own diff, checked against what really changed, and the reservations among them.
// Places were read from rendered pictures of the pages; the truth holds no words, each is the beginning of the hash of its letters.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { checkMarks } from '../../pipeline/diff/marks/check.ts';
import { type MarkedDiff, scriptOfMarks } from '../../pipeline/diff/marks/script.ts';
import { reservationsOf } from '../../pipeline/diff/reservations/reservations.ts';
import { readingOf, readRuns } from '../../pipeline/marks.ts';
import type { Block, Text } from '../../pipeline/types.ts';
import { lettersOf, textOf } from './ours.ts';
import { DATA } from './references.ts';

const FIRST = 'council-pdf/ST-6406-2026_council-presidency-compromise_2026-02-20.pdf';
const REVISED = 'council-pdf/ST-8261-1-26-REV1_council-presidency-compromise_2026-04-17.pdf';
const DELEGATION = 'council-pdf/WK-3736-2026-ADD2_delegation-comments-de-gdpr-p2b_2026-03-19.pdf';
const REPORT = 'parliament-pdf/CJ72-PR-786818_joint-itre-libe-draft-report_2026-06-22.pdf';
const AMENDMENTS = 'parliament-pdf/JURI-AM-790236_amendments-69-296_2026-07-07.pdf';

const MISSING = !existsSync(DATA);
const WHERE = MISSING ? ' (skipped: the real documents do not lie beside the repository)' : '';

/** What a person saw on a page: words struck, and words marked as new in their place. */
const PLACES: readonly { readonly file: string; readonly page: number; readonly old: string | null; readonly new: string }[] = [
  { file: REVISED, page: 41, old: 'ea1c0f03', new: '3c497b48' },
  { file: REVISED, page: 41, old: 'da4ea2a5', new: '81b8a03f' },
  { file: REVISED, page: 57, old: 'c9e8594c', new: '5361e515' },
  { file: REVISED, page: 57, old: 'ca978112', new: '71c90e92' },
  { file: REVISED, page: 65, old: '2e7d2c03', new: '18ac3e73' },
  { file: REVISED, page: 104, old: '31269194', new: 'b04e5ea2' },
  { file: REVISED, page: 104, old: 'c9a8dc33', new: '948a739c' },
  { file: REVISED, page: 122, old: '89c08f7a', new: '86ae35d5' },
  { file: REVISED, page: 122, old: '274e1cf1', new: '6d84733a' },
  { file: FIRST, page: 2, old: null, new: '8f01b2b0' },
  { file: FIRST, page: 22, old: '26b3e132', new: '4c14c4a4' },
  { file: FIRST, page: 22, old: '930a926d', new: '3f84ddeb' },
];

const keyOf = (words: readonly string[]): string =>
  createHash('sha256')
    .update(lettersOf(words.join('')))
    .digest('hex')
    .slice(0, 8);

const scriptIn = (diff: MarkedDiff) => {
  if (diff.kind === 'none') throw new Error(diff.reason);
  return diff.script;
};

/** `page old new` for each insertion, with the deletion that stands before it. */
const placesIn = (text: Text): Set<string> => {
  const { old, now, runs } = scriptIn(scriptOfMarks(text));
  return new Set(
    runs.flatMap(({ kind, a0, b0, b1 }, at) => {
      const before = runs[at - 1];
      const gone = before?.kind === 'delete' && before.a1 === a0 ? keyOf(old.words.slice(before.a0, before.a1)) : null;
      return kind === 'insert' ? [`${now.blocks[now.blockOf[b0] ?? 0]?.page} ${gone} ${keyOf(now.words.slice(b0, b1))}`] : [];
    }),
  );
};

const lettersIn = (text: Text, mark: 'struck' | 'bold'): number =>
  text.blocks.flatMap(({ marked }) => readRuns(marked)).reduce((sum, run) => sum + (run[mark] ? lettersOf(run.text).length : 0), 0);

describe.skipIf(MISSING)(`a document as its own diff${WHERE}`, () => {
  it.each(PLACES)('page $page of $file: $old became $new', async ({ file, page, old, new: now }) => {
    expect(placesIn(await textOf(file))).toContain(`${page} ${old} ${now}`);
  });

  it.each([FIRST, REVISED])('%s: what is struck went, what is bold came, and no more', async (file) => {
    const text = await textOf(file);
    const { old, now, runs } = scriptIn(scriptOfMarks(text));
    const went = runs.filter(({ kind }) => kind === 'delete').flatMap(({ a0, a1 }) => old.words.slice(a0, a1));
    const came = runs.filter(({ kind }) => kind === 'insert').flatMap(({ b0, b1 }) => now.words.slice(b0, b1));
    // A word goes as a whole where part of it is struck.
    expect(lettersOf(went.join('')).length / lettersIn(text, 'struck')).toBeGreaterThanOrEqual(1);
    expect(lettersOf(went.join('')).length / lettersIn(text, 'struck')).toBeLessThan(1.02);
    // Titles and headings are bold as well.
    expect(lettersOf(came.join('')).length / lettersIn(text, 'bold')).toBeGreaterThan(0.93);
    expect(lettersOf(came.join('')).length / lettersIn(text, 'bold')).toBeLessThan(1.02);
    expect(now.words.join(' ')).toHaveLength(
      text.blocks
        .flatMap((block) => block.text.split(/\s+/))
        .filter((word) => word !== '')
        .join(' ').length,
    );
  });

  it.each([
    [REPORT, 70],
    [AMENDMENTS, 210],
  ])('%s: amendments in two columns', async (file, least) => {
    const diff = scriptOfMarks(await textOf(file));
    const read = diff.kind === 'script' ? Number(/(\d+) of \d+ amendments could be read/.exec(diff.notes.join(' '))?.[1]) : 0;
    expect(read).toBeGreaterThanOrEqual(least);
    expect(diff).toMatchObject({ kind: 'script' });
  });
});

/** Plain words of paragraphs that hardly changed, each replaced by another: changes without a mark. */
const tampered = (before: Text, after: Text): Text => {
  const { now, runs } = compareTexts(before, after);
  const same = now.blocks.map(() => 0);
  for (const run of runs)
    for (let word = run.b0; run.kind === 'same' && word < run.b1; word += 1)
      same[now.blockOf[word] ?? 0] = (same[now.blockOf[word] ?? 0] ?? 0) + 1;
  const steady = new Set(
    now.blocks.filter(
      ({ kind }, at) =>
        (kind === 'list-item' || kind === 'paragraph') && (same[at] ?? 0) > 40 && (same[at] ?? 0) > now.inBlock(at).length * 0.7,
    ),
  );
  const change = (block: Block): Block => {
    const marked = block.marked.replace(/(?<=^[^~*_]{20,}?) [a-z]{5,} /, ' zebra ');
    return { ...block, marked, text: readingOf(marked) };
  };
  return { ...after, blocks: after.blocks.map((block) => (steady.has(block) ? change(block) : block)) };
};

describe.skipIf(MISSING)(`marks against what really changed${WHERE}`, () => {
  it('finds hardly a change without a mark in a text whose authors mark with care', async () => {
    const [before, after] = [await textOf(FIRST), await textOf(REVISED)];
    const check = checkMarks(compareTexts(before, after), { old: before.facts, now: after.facts });
    expect(check?.changes).toBeGreaterThan(80);
    expect(check?.unmarked.length).toBeLessThanOrEqual(4);
    expect(check?.takenBack.length).toBeGreaterThan(10);
    expect(check?.onlyHere.paragraphs).toBeGreaterThan(300);
  });

  it('finds those that are put into it', async () => {
    const [before, after] = [await textOf(FIRST), tampered(await textOf(FIRST), await textOf(REVISED))];
    const put = after.blocks.filter(({ text }) => text.includes('zebra')).length;
    const check = checkMarks(compareTexts(before, after), { old: before.facts, now: after.facts });
    expect(put).toBeGreaterThanOrEqual(10);
    expect((check?.unmarked.filter((one) => one.new.includes('zebra')).length ?? 0) / put).toBeGreaterThanOrEqual(0.85);
  });
});

describe.skipIf(MISSING)(`reservations${WHERE}`, () => {
  it('of a delegation, in the cells of its comments, each with its place', async () => {
    const said = reservationsOf(await textOf(DELEGATION)).filter(({ kind }) => kind !== 'comment');
    expect(said.map(({ states, kind, article, page }) => [states.join(), kind, article, page])).toEqual([
      ['DE', 'scrutiny', 'recital (30)', 7],
      ['DE', 'scrutiny', 'recital (31)', 8],
      ['DE', 'scrutiny', 'recital (33)', 9],
      ['DE', 'scrutiny', 'Article 3, point 3(a)', 28],
      ['DE', 'scrutiny', 'Article 3, point 3(b)', 29],
      ['DE', 'scrutiny', 'Article 3, point 15', 48],
    ]);
  });

  it.each([FIRST, REVISED, REPORT, AMENDMENTS])('are none in %s', async (file) => expect(reservationsOf(await textOf(file))).toEqual([]));
});
