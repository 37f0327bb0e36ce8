// Which changes are read together: those close to each other in one paragraph, and never those of two articles, or of a cover and the text.

import { blockAt } from '../compare/tokens.ts';
import type { Run, Script, Words } from '../script.ts';
import { type Sections, sectionsOf } from './sections.ts';

/** Changes with no more words than this between them are read as one. */
const JOINED_BY = 4;

export interface Group {
  readonly runs: readonly Run[];
  /** Where the next words stand that stayed; null where none do, or other changes come between. */
  readonly before: Run | null;
  readonly after: Run | null;
}

/** Part of a run that lies in one section. */
interface Piece {
  readonly run: Run;
  readonly section: string;
  /** It begins where its section begins. */
  readonly opens: boolean;
}

/** What went and what came between two stretches that stayed. */
interface Region {
  readonly before: Run | null;
  readonly pieces: readonly Piece[];
  readonly after: Run | null;
}

const regionsOf = (script: Script, cut: (run: Run) => readonly Piece[]): Region[] => {
  const regions: { before: Run | null; runs: Run[]; after: Run | null }[] = [];
  let same = null as Run | null;
  let open = false;
  for (const run of script.runs) {
    if (run.move >= 0) continue;
    const last = regions.at(-1);
    if (run.kind === 'same') {
      // Words that were cut in another way are a stretch of their own, though nothing changed between it and its neighbours.
      const whole: Run = same === null || open ? run : { ...same, a1: run.a1, b1: run.b1 };
      if (last !== undefined) last.after = whole;
      same = whole;
      open = false;
    } else if (open && last !== undefined) last.runs.push(run);
    else {
      regions.push({ before: same, runs: [run], after: null });
      open = true;
    }
  }
  return regions.map(({ before, runs, after }) => ({ before, pieces: together(runs).flatMap(cut), after }));
};

/** What went as one run, and what came, where nothing that moved stands between. */
const together = (runs: readonly Run[]): Run[] => {
  const merged: Run[] = [];
  for (const kind of ['delete', 'insert'] as const)
    for (const run of runs.filter((one) => one.kind === kind)) {
      const last = merged.at(-1);
      const isNext = last?.kind === kind && (kind === 'delete' ? last.a1 === run.a0 : last.b1 === run.b0);
      if (isNext) merged[merged.length - 1] = { ...last, a1: Math.max(last.a1, run.a1), b1: Math.max(last.b1, run.b1) };
      else merged.push(run);
    }
  return merged;
};

/** Cuts a run where sections begin. */
const cutter =
  (old: Sections, now: Sections) =>
  (run: Run): readonly Piece[] => {
    const [sections, from, to] = run.kind === 'delete' ? [old, run.a0, run.a1] : [now, run.b0, run.b1];
    const cuts = sections.startsIn(from, to);
    return [from, ...cuts].map((start, at) => {
      const end = cuts[at] ?? to;
      const part = run.kind === 'delete' ? { ...run, a0: start, a1: end } : { ...run, b0: start, b1: end };
      return { run: part, section: sections.at(start), opens: sections.isStart(start) };
    });
  };

/** The pieces of a region that belong together: what goes on in a section on both sides, and what stands in sections of one name. */
const groupsIn = ({ before, pieces, after }: Region): Group[] => {
  const went = pieces.filter(({ run }) => run.kind === 'delete');
  const came = pieces.filter(({ run }) => run.kind === 'insert');
  const groups = went.map((piece) => ({ section: piece.section, opens: piece.opens, runs: [piece.run] }));
  const [first] = groups;
  // By their section, the first one last: a text that was replaced has thousands.
  const alone = new Map<string, typeof groups>();
  const aloneIn = ({ section, opens }: Pick<Piece, 'section' | 'opens'>): typeof groups => {
    const key = `${opens} ${section}`;
    const list = alone.get(key) ?? [];
    alone.set(key, list);
    return list;
  };
  for (const group of [...groups].reverse()) aloneIn(group).push(group);
  came.forEach((piece, at) => {
    const goesOn = at === 0 && first !== undefined && !piece.opens && !first.opens ? first : undefined;
    if (goesOn !== undefined) aloneIn(goesOn).pop();
    const group = goesOn ?? aloneIn(piece).pop();
    if (group === undefined) groups.push({ section: piece.section, opens: piece.opens, runs: [piece.run] });
    else group.runs.push(piece.run);
  });
  return groups.map(({ runs }, at) => ({
    runs,
    before: at === 0 ? before : null,
    after: at === groups.length - 1 ? after : null,
  }));
};

/** Whether a stretch that stayed goes from one paragraph into another, in both texts. */
const isOverParagraphs = ({ old, now }: Script, { a0, a1, b0, b1 }: Run): boolean =>
  a0 < a1 && b0 < b1 && blockAt(old, a0) !== blockAt(old, a1) && blockAt(now, b0) !== blockAt(now, b1);

const isShort = (script: Script, same: Run): boolean =>
  Math.max(same.a1 - same.a0, same.b1 - same.b0) <= JOINED_BY && !isOverParagraphs(script, same);

/** Runs that are read together, each group from change to change. */
export const groupsOf = (script: Script, places: Readonly<Record<'old' | 'now', (word: number) => string | null>>): Group[] => {
  const sections = (side: Words, name: 'old' | 'now'): Sections => sectionsOf(side, places[name]);
  const groups: { runs: Run[]; before: Run | null; after: Run | null }[] = [];
  // Of several changes at one place none is joined with the next one.
  let joins = false;
  for (const region of regionsOf(script, cutter(sections(script.old, 'old'), sections(script.now, 'now')))) {
    const own = groupsIn(region);
    const [only] = own;
    const last = groups.at(-1);
    const { before } = region;
    if (joins && own.length === 1 && only !== undefined && last !== undefined && before !== null && isShort(script, before)) {
      // Added to, and not copied: a rewritten text is one group.
      last.runs.push(before);
      for (const run of only.runs) last.runs.push(run);
      last.after = only.after;
    } else for (const group of own) groups.push({ ...group, runs: [...group.runs] });
    joins = own.length === 1;
  }
  return groups;
};
