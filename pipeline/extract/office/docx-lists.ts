// Numbers of lists in a Word file. The file has none: they follow from the definitions of its lists and from the paragraphs before.

import { roman } from '../roman.ts';
import { tidy } from '../tidy.ts';
import type { Numbering } from './docx-styles.ts';
import { child, childrenOf, setting, type XmlNode } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.` */
  readonly pattern: string;
  /** All numbers in it are written in digits. */
  readonly legal: boolean;
  /** Begins anew after a level up to this one (1-based); 0 for never. */
  readonly restart: number;
}

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** Past these a file only wants to make long strings. */
const HIGHEST = 10_000;

/** After z comes aa, then bb: Word doubles the letter. */
const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  decimalZero: (n) => String(n).padStart(2, '0'),
  ordinal: (n) => `${n}${['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'}`,
  none: () => '',
};
const written = (n: number, format: string): string => (n < 1 || n > HIGHEST ? String(n) : (FORMATS[format] ?? String)(n));

/** By their depth: Word knows nine. */
const readLevels = (nodes: readonly XmlNode[]): (readonly [number, Level])[] =>
  nodes.map((node) => [Number(node.attributes.ilvl), readLevel(node)] as const).filter(([depth]) => depth >= 0 && depth < 9);

const readLevel = (node: XmlNode): Level => ({
  start: Number(setting(node, 'start') ?? 1),
  format: setting(node, 'numFmt') ?? 'decimal',
  pattern: setting(node, 'lvlText') ?? '',
  legal: child(node, 'isLgl') !== undefined,
  restart: Number(setting(node, 'lvlRestart') ?? node.attributes.ilvl),
});

const readLists = (root: XmlNode | null): Map<string, List> => {
  const definitions = new Map(childrenOf(root, 'abstractNum').map((node) => [node.attributes.abstractNumId ?? '', node] as const));
  // A definition that only names a style of lists stands for the one that carries the style.
  const carriers = new Map([...definitions].map(([id, node]) => [setting(node, 'styleLink'), id] as const));
  const lists = childrenOf(root, 'num').map((node): readonly [string, List] => {
    const named = setting(node, 'abstractNumId') ?? '';
    const link = setting(definitions.get(named), 'numStyleLink');
    const definition = (link === undefined ? undefined : carriers.get(link)) ?? named;
    const changes = childrenOf(node, 'lvlOverride');
    const own = readLevels(changes.flatMap((change) => childrenOf(change, 'lvl')));
    const restarts = changes.flatMap((change) => {
      const start = setting(change, 'startOverride');
      return start === undefined ? [] : [[Number(change.attributes.ilvl), Number(start)] as const];
    });
    const levels = new Map([...readLevels(childrenOf(definitions.get(definition), 'lvl')), ...own]);
    return [node.attributes.numId ?? '', { definition, levels, restarts: new Map(restarts) }];
  });
  return new Map(lists);
};

/** Gives the next paragraph of a list its number; '' for a bullet; null where there is no such list. To be asked in the order of the text. */
export type NextLabel = (numbering: Partial<Numbering>) => string | null;

/** @param root of `numbering.xml`, null when there is none */
export const listLabels = (root: XmlNode | null): NextLabel => {
  const lists = readLists(root);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ list: id = '0', level = 0 }) => {
    const list = lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return null;
    const counts = counters.get(list.definition) ?? [];
    counters.set(list.definition, counts);
    const restart = begun.has(`${id} ${level}`) ? undefined : list.restarts.get(level);
    begun.add(`${id} ${level}`);
    const last = counts[level];
    counts[level] = restart ?? (last === undefined ? own.start : last + 1);
    for (const [below, { restart: after }] of list.levels) if (below > level && after > level) counts[below] = undefined;
    if (own.format === 'bullet') return '';
    const label = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = list.levels.get(at);
      return written(counts[at] ?? of?.start ?? 1, own.legal ? 'decimal' : (of?.format ?? 'decimal'));
    });
    return tidy(label);
  };
};
