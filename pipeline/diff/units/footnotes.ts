// To which unit a footnote belongs: not where a page happened to end, but where its number is raised in the text.

import type { Block } from '../../types.ts';
import { plainDigits, signOf } from './signs.ts';
import type { Unit } from './units.ts';

const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;
/** So many units before the end of a page may be its own. */
const LOOK_BACK = 40;

const numbersIn = (blocks: readonly Block[], { from, to }: Unit): ReadonlySet<string> =>
  new Set(blocks.slice(from, to).flatMap(({ kind, text }) => (kind === 'footnote' ? [] : (text.match(RAISED) ?? []).map(plainDigits))));

/** The unit whose text raises the number last before the footnote; else the one in which it stands. */
const ownerOf = (number: string, within: number, raised: readonly ReadonlySet<string>[]): number => {
  for (let unit = within; unit >= 0 && unit > within - LOOK_BACK; unit -= 1) if (raised[unit]?.has(number) === true) return unit;
  return within;
};

/** The units with their blocks: each block in one of them. */
export const withFootnotes = (blocks: readonly Block[], units: readonly Unit[]): readonly Unit[] => {
  const raised = units.map((unit) => numbersIn(blocks, unit));
  const body: number[][] = units.map(() => []);
  const notes: number[][] = units.map(() => []);
  units.forEach(({ from, to }, within) => {
    let owner = within;
    for (let at = from; at < to; at += 1) {
      const block = blocks[at];
      const sign = block?.kind === 'footnote' ? signOf(block) : null;
      if (sign === null) body[within]?.push(at);
      // A footnote without a number goes on with the one before.
      else {
        owner = sign.kind === 'footnote' && sign.number !== '' ? ownerOf(sign.number, within, raised) : owner;
        notes[owner]?.push(at);
      }
    }
  });
  return units.map((unit, i) => ({ ...unit, blocks: [...(body[i] ?? []), ...(notes[i] ?? [])] }));
};
