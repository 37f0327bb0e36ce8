// Which of two equal words stayed is for a comparison to choose; next to a gap it may choose the wrong one: of `█ and` and `the judge and
// the clerk and` the last `and` stayed, for what came before it without a gap is no silent change but what was under the gap.

import { sliceWords } from '../compare/tokens.ts';
import type { Run, Script } from '../script.ts';
import { alike, type Stretch } from './words.ts';

/** More words than this are no coincidence. */
const MOST = 6;

type Texts = Pick<Script, 'old' | 'now'>;

const isShort = (run: Run | undefined): run is Run =>
  run?.kind === 'same' && run.a1 - run.a0 <= MOST && run.a1 - run.a0 === run.b1 - run.b0;

/** `same, insert` as `insert, same`, where the words allow it. */
const slideRight = ({ now }: Texts, same: Run, insert: Run): readonly [Run, Run] | null => {
  const length = same.b1 - same.b0;
  const end = insert.b1 - length;
  if (end < same.b0 || !alike(sliceWords(now, same.b0, same.b1), sliceWords(now, end, insert.b1))) return null;
  return [
    { ...insert, a0: same.a0, a1: same.a0, b0: same.b0, b1: end },
    { ...same, b0: end, b1: insert.b1 },
  ];
};

/** `insert, same` as `same, insert`. */
const slideLeft = ({ now }: Texts, insert: Run, same: Run): readonly [Run, Run] | null => {
  const length = same.b1 - same.b0;
  const start = insert.b0 + length;
  if (start > same.b1 || !alike(sliceWords(now, same.b0, same.b1), sliceWords(now, insert.b0, start))) return null;
  return [
    { ...same, b0: insert.b0, b1: start },
    { ...insert, a0: same.a1, a1: same.a1, b0: start, b1: same.b1 },
  ];
};

/** Words of a gap are not those of the other text, though "until the end of the document" may share some. A gap that both have stays. */
const freed = (runs: readonly Run[], gaps: readonly Stretch[]): Run[] => {
  let at = 0;
  return runs.flatMap((run) => {
    if (run.kind !== 'same') return [run];
    while ((gaps[at]?.to ?? Number.POSITIVE_INFINITY) <= run.a0) at += 1;
    const cut: Run[] = [];
    let [a, b] = [run.a0, run.b0];
    for (let next = at; (gaps[next]?.from ?? Number.POSITIVE_INFINITY) < run.a1; next += 1) {
      const [from, to] = [Math.max(a, gaps[next]?.from ?? a), Math.min(run.a1, gaps[next]?.to ?? a)];
      if (gaps[next]?.from === from && gaps[next]?.to === to) continue;
      const [start, end] = [Math.min(run.b1, b + from - a), Math.min(run.b1, b + to - a)];
      if (from > a) cut.push({ ...run, a0: a, a1: from, b0: b, b1: start });
      cut.push({ ...run, kind: 'delete', a0: from, a1: to, b0: start, b1: start });
      if (end > start) cut.push({ ...run, kind: 'insert', a0: to, a1: to, b0: start, b1: end });
      [a, b] = [to, end];
    }
    if (a < run.a1) cut.push({ ...run, a0: a, b0: b });
    else if (b < run.b1) cut.push({ ...run, kind: 'insert', a0: a, b0: b });
    return cut;
  });
};

/** Brings what was inserted near a gap of the old text to it. */
export const slide = (texts: Texts, runs: readonly Run[], gaps: readonly Stretch[]): readonly Run[] => {
  const ends = new Set(gaps.map(({ to }) => to));
  const starts = new Set(gaps.map(({ from }) => from));
  const slid = freed(runs, gaps);
  for (let at = 0; at + 1 < slid.length; at += 1) {
    const [same, insert, next] = [slid[at], slid[at + 1], slid[at + 2]];
    if (!isShort(same) || insert?.kind !== 'insert' || next?.kind === 'delete' || !ends.has(same.a0)) continue;
    const turned = slideRight(texts, same, insert);
    if (turned !== null) [slid[at], slid[at + 1]] = turned;
  }
  for (let at = slid.length - 1; at > 0; at -= 1) {
    const [insert, same, before] = [slid[at - 1], slid[at], slid[at - 2]];
    if (!isShort(same) || insert?.kind !== 'insert' || before?.kind === 'delete' || !starts.has(same.a1)) continue;
    const turned = slideLeft(texts, insert, same);
    if (turned !== null) [slid[at - 1], slid[at]] = turned;
  }
  return slid;
};
