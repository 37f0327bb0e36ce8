// Parliament's amendments put into the text that they amend: what Parliament wants the act to be, to be compared with what others want.
// Read from lists in which every amendment names its place ("Amendment 412: Article 29 – paragraph 6 a (new)"), in one column or as rows of two.
// The two columns of its PDF files run into one another and cannot be told apart here.

import type { Block } from '../../types.ts';
import { digitsOf, letterOf } from './numbers.ts';
import { outlineOf, type Standing } from './outline.ts';
import { type Sign, type Step, signOf } from './signs.ts';
import { isTitle } from './units.ts';

type Location = Extract<Sign, { kind: 'location' }>;

interface Amendment {
  readonly location: Location;
  readonly lines: readonly string[];
}

export interface Amended {
  readonly blocks: readonly Block[];
  /** Places of amendments that the text does not have, as printed. */
  readonly unplaced: readonly string[];
}

const NUMBER_OF_AMENDMENT = /^\|?\s*Amendments? \d+/;
const DELETED = /^(?:\(?[\da-z]{1,4}[.)]\s*)?\[?deleted\]?[.;]?$/i;

/** The column of the amendment, where a row has two. */
const amendedCell = ({ kind, text }: Block): string => {
  if (kind !== 'table-row') return text;
  if (/^\s*\|/.test(text)) return text.replace(/^[\s|]+/, '');
  const at = text.indexOf(' | ');
  return at < 0 ? '' : text.slice(at + 3);
};

const amendmentsIn = (blocks: readonly Block[]): Amendment[] => {
  const found: { location: Location; lines: string[] }[] = [];
  let open = false;
  for (const block of blocks) {
    const sign = signOf(block);
    if (sign.kind === 'location') {
      found.push({ location: sign, lines: [] });
      open = true;
    } else if (NUMBER_OF_AMENDMENT.test(block.text)) open = false;
    else if (open && amendedCell(block) !== '') found.at(-1)?.lines.push(amendedCell(block));
  }
  return found;
};

/** `(2), point (a)(i)` as 2, a, i. */
const pathOf = (inside: string): string[] => inside.replace(/point|subparagraph|[Ss]ection/g, '').match(/[\da-zA-Z]+/g) ?? [];

interface Base {
  readonly blocks: readonly Block[];
  readonly outline: readonly Standing[];
  readonly paths: readonly (readonly string[])[];
  /** Blocks of each unit, by `article 5`. */
  readonly units: ReadonlyMap<string, readonly number[]>;
}

const baseOf = (blocks: readonly Block[]): Base => {
  const outline = outlineOf(blocks);
  const units = new Map<string, number[]>();
  outline.forEach(({ kind, number }, at) => {
    const own = units.get(`${kind} ${number}`);
    if (own === undefined) units.set(`${kind} ${number}`, [at]);
    else own.push(at);
  });
  return { blocks, outline, paths: outline.map(({ inside }) => pathOf(inside)), units };
};

const startsWith = (path: readonly string[], start: readonly string[]): boolean => start.every((part, i) => path[i] === part);

/** Places that a location may mean: an article of one paragraph has none that is numbered; definitions are points or paragraphs. */
const readings = (steps: readonly Step[]): string[][] => {
  const path = steps.filter(({ kind, number }) => kind !== 'subparagraph' && number !== '').map(({ number }) => number);
  return steps[0]?.kind === 'paragraph' && path[0] === '1' ? [path, path.slice(1)] : [path];
};

interface Target {
  readonly own: readonly number[];
  readonly whole: readonly number[];
}

/** Number and title are no paragraph; of a recital they are its words. */
const belowHeading = ({ outline, blocks }: Base, unit: readonly number[]): readonly number[] => {
  const [opening, below] = unit;
  if (opening === undefined || outline[opening]?.kind === 'recital') return unit;
  const titled = below !== undefined && outline[opening]?.title === '' && isTitle(blocks[below]?.text ?? '');
  return unit.slice(titled ? 2 : 1);
};

const targetAt = (base: Base, unit: readonly number[], path: readonly string[]): Target => {
  const { paths } = base;
  const whole = belowHeading(base, unit).filter((at) => startsWith(paths[at] ?? [], path));
  return { whole, own: whole.filter((at) => paths[at]?.length === path.length) };
};

/** Orders `4`, `4a`, `5` and `a`, `aa`, `b`. */
const comesBefore = (a: string, b: string): boolean => {
  const [n, m] = [digitsOf(a), digitsOf(b)];
  if (Number.isNaN(n) || Number.isNaN(m)) return a < b;
  return n === m ? letterOf(a) < letterOf(b) : n < m;
};

/** The last block behind which something new stands; -1 where the text has no such place. */
const placeOfNew = (base: Base, unit: readonly number[], path: readonly string[]): number => {
  const [parent, label = ''] = [path.slice(0, -1), path.at(-1)];
  const { own, whole } = targetAt(base, unit, parent);
  const earlier = whole.filter((at) => {
    const sibling = base.paths[at]?.[parent.length];
    return sibling !== undefined && comesBefore(sibling, label);
  });
  return Math.max(earlier.at(-1) ?? -1, own[0] ?? (parent.length === 0 ? (unit[0] ?? -1) : -1));
};

/** The last block of the article or recital before a new one. */
const placeOfUnit = ({ outline }: Base, { unit, number }: Location): number =>
  outline.findLastIndex((standing) => standing.kind === unit && comesBefore(standing.number, number));

interface Edit {
  readonly remove: readonly number[];
  /** New lines stand behind this block. */
  readonly behind: number;
  readonly lines: readonly string[];
}

const replaced = (blocks: readonly number[], lines: readonly string[]): Edit | null => {
  const [first] = blocks;
  return first === undefined ? null : { remove: blocks, behind: first, lines: lines.every((line) => DELETED.test(line)) ? [] : lines };
};

const isArticle = (text: string): boolean => signOf({ kind: 'paragraph', page: null, text, marked: text }).kind === 'article';

/** The title on the line of the number, or on the one below it. */
const titleEdit = ({ outline, blocks }: Base, [opening, below]: readonly number[], lines: readonly string[]): Edit | null => {
  const [line = ''] = lines;
  const title = opening === undefined ? '' : (outline[opening]?.title ?? '');
  if (opening === undefined || title === '') return isArticle(line) ? null : replaced(below === undefined ? [] : [below], lines);
  return replaced([opening], [isArticle(line) ? line : (blocks[opening]?.text.replace(title, line) ?? line), ...lines.slice(1)]);
};

const subparagraph = (target: Target, steps: readonly Step[]): readonly number[] | null => {
  const last = steps.at(-1);
  if (last?.kind !== 'subparagraph') return null;
  return target.own.slice(Number(last.number), Number(last.number) + 1);
};

/** What an amendment does to the text; null where the text has no such place. */
const editOf = (base: Base, { location, lines }: Amendment): Edit | null => {
  const { unit: kind, number, steps, tail } = location;
  const unit = base.units.get(`${kind} ${number}`);
  const isNew = tail.includes('(new)');
  if (unit === undefined) {
    const behind = isNew ? placeOfUnit(base, location) : -1;
    return behind < 0 ? null : { remove: [], behind, lines };
  }
  if (steps.length === 0 && tail === '') return replaced(unit, lines);
  if (tail.startsWith('title')) return titleEdit(base, unit, lines);
  if (isNew) {
    const behind =
      readings(steps)
        .map((path) => placeOfNew(base, unit, path))
        .find((at) => at >= 0) ?? -1;
    return behind < 0 ? null : { remove: [], behind, lines };
  }
  const target = readings(steps)
    .map((path) => targetAt(base, unit, path))
    .find(({ own }) => own.length > 0);
  if (target === undefined) return null;
  const only =
    subparagraph(target, steps) ?? (tail.startsWith('introductory') && lines.length === 1 ? target.own.slice(0, 1) : target.whole);
  return replaced(only, lines);
};

/** `before` as `amendments` would have it. */
export const amendedBy = (before: readonly Block[], amendments: readonly Block[]): Amended => {
  const base = baseOf(before);
  const removed = new Set<number>();
  const added = new Map<number, string[]>();
  const unplaced: string[] = [];
  for (const amendment of amendmentsIn(amendments)) {
    const edit = editOf(base, amendment);
    if (edit === null) {
      unplaced.push(amendment.location.printed);
      continue;
    }
    for (const at of edit.remove) removed.add(at);
    added.set(edit.behind, [...(added.get(edit.behind) ?? []), ...edit.lines]);
  }
  const blocks = before.flatMap((block, at) => [
    ...(removed.has(at) ? [] : [block]),
    ...(added.get(at) ?? []).map((text): Block => ({ kind: 'paragraph', page: null, text, marked: text })),
  ]);
  return { blocks, unplaced };
};
