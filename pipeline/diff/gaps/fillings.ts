// For every gap of the old text the words of the new one in its place. Between two stretches that surely stayed, the words between the gaps
// are looked for as they stand; where they were changed as well, what the comparison found is asked, change by change.

import { foldWord } from '../compare/fold.ts';
import { sliceWords } from '../compare/tokens.ts';
import type { Run, Script } from '../script.ts';
import { commonStart, type Stretch } from './words.ts';

export interface Filling {
  readonly gap: Stretch;
  readonly fill: Stretch;
}

type Texts = Pick<Script, 'old' | 'now'>;
/** Old words `[a0, a1)` became new words `[b0, b1)`. */
type Region = Pick<Run, 'a0' | 'a1' | 'b0' | 'b1'>;

/** So many words in a row did not stay by chance. */
const SURE = 8;
/** More changed words than this are not searched through. */
const LARGEST = 20_000;

const indexOf = (words: readonly string[], piece: readonly string[], from: number): number => {
  for (let at = from; at + piece.length <= words.length; at += 1) {
    if (piece.every((word, i) => words[at + i] === word)) return at;
  }
  return -1;
};

const folded = (words: readonly string[]): string[] => words.map(foldWord);

/** The words between the gaps, found one after the other; null where one is not. The first must begin and the last must end the region. */
const exactly = ({ old, now }: Texts, { a0, a1, b0, b1 }: Region, gaps: readonly Stretch[]): Filling[] | null => {
  if (b1 - b0 > LARGEST) return null;
  const news = folded(sliceWords(now, b0, b1));
  const bounds = [{ from: a0, to: a0 }, ...gaps, { from: a1, to: a1 }];
  const pieces = bounds.slice(1).map(({ from }, i) => folded(sliceWords(old, bounds[i]?.to ?? from, from)));
  const [first = [], last = []] = [pieces[0], pieces.at(-1)];
  const end = news.length - last.length;
  if (end < first.length || indexOf(news, first, 0) !== 0 || indexOf(news, last, end) !== end) return null;
  const fillings: Filling[] = [];
  let at = first.length;
  for (const [i, gap] of gaps.entries()) {
    const next = i === gaps.length - 1 ? end : indexOf(news.slice(0, end), pieces[i + 1] ?? [], at);
    if (next < at) return null;
    fillings.push({ gap, fill: { from: b0 + at, to: b0 + next } });
    at = next + (pieces[i + 1]?.length ?? 0);
  }
  return fillings;
};

/** Equal words at both ends are taken off; what is left is in all the gaps together. */
const roughly = ({ old, now }: Texts, { a0, a1, b0, b1 }: Region, gaps: readonly Stretch[]): Filling[] => {
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const news = sliceWords(now, b0, b1);
  const start = commonStart(sliceWords(old, a0, first.from), news);
  const end = commonStart(sliceWords(old, last.to, a1).reverse(), news.slice(start).reverse());
  return [{ gap: { from: first.from, to: last.to }, fill: { from: b0 + start, to: b1 - end } }];
};

interface Part {
  readonly runs: readonly Run[];
  readonly region: Region;
}

/** Runs cut where `isCut`; those stand alone. */
const partsOf = (runs: readonly Run[], isCut: (run: Run) => boolean): Part[] => {
  const parts: { runs: Run[]; cut: boolean }[] = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last !== undefined && !last.cut && !isCut(run)) last.runs.push(run);
    else parts.push({ runs: [run], cut: isCut(run) });
  }
  return parts.map((part) => ({
    runs: part.runs,
    region: {
      a0: Math.min(...ends(part.runs, ({ a0 }) => a0)),
      a1: Math.max(...ends(part.runs, ({ a1 }) => a1)),
      b0: Math.min(...ends(part.runs, ({ b0 }) => b0)),
      b1: Math.max(...ends(part.runs, ({ b1 }) => b1)),
    },
  }));
};

/** Runs are in order: the first and the last bound them all. */
const ends = (runs: readonly Run[], of: (run: Run) => number): number[] =>
  [runs[0], runs.at(-1)].flatMap((run) => (run === undefined ? [] : [of(run)]));

/** Gaps in `[a0, a1)`, as far as they go there. */
const finder = (gaps: readonly Stretch[]): ((region: Region) => Stretch[]) => {
  let at = 0;
  return ({ a0, a1 }) => {
    while ((gaps[at]?.to ?? Number.POSITIVE_INFINITY) <= a0) at += 1;
    const inside: Stretch[] = [];
    for (let next = at; (gaps[next]?.from ?? Number.POSITIVE_INFINITY) < a1; next += 1) {
      const { from, to } = gaps[next] ?? { from: a0, to: a0 };
      inside.push({ from: Math.max(from, a0), to: Math.min(to, a1) });
    }
    return inside;
  };
};

/** A gap that both texts have. */
const stayed = ({ a0, b0, b1 }: Region, gap: Stretch): Filling => ({
  gap,
  fill: { from: Math.min(b1, b0 + gap.from - a0), to: Math.min(b1, b0 + gap.to - a0) },
});

const changeByChange = (texts: Texts, runs: readonly Run[], gaps: readonly Stretch[]): Filling[] => {
  const gapsIn = finder(gaps);
  return partsOf(runs, ({ kind }) => kind === 'same').flatMap(({ runs: part, region }) => {
    const inside = gapsIn(region);
    if (part[0]?.kind === 'same') return inside.map((gap) => stayed(region, gap));
    return inside.length === 0 ? [] : (exactly(texts, region, inside) ?? roughly(texts, region, inside));
  });
};

/** In the order of the old text. */
export const fillingsIn = (texts: Texts, runs: readonly Run[], gaps: readonly Stretch[]): Filling[] => {
  const gapsIn = finder(gaps);
  return partsOf(runs, ({ kind, a0, a1 }) => kind === 'same' && a1 - a0 >= SURE).flatMap(({ runs: part, region }) => {
    const inside = gapsIn(region);
    if (inside.length === 0) return [];
    const isSame = part.length === 1 && part[0]?.kind === 'same';
    return isSame ? inside.map((gap) => stayed(region, gap)) : (exactly(texts, region, inside) ?? changeByChange(texts, part, inside));
  });
};
