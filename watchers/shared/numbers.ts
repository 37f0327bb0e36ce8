// How documents of the Commission are numbered: its own series (COM, SWD, JOIN, C) and the CELEX numbers of the same documents.

import type { Tracked } from '../../pipeline/types.ts';

const OWN = /^(COM|SWD|JOIN|C) ?\((\d{4})\) ?0*(\d+)(?!\d)/;
const CELEX = /^(\d)(\d{4})([A-Z]{1,2})(\d{4})$/;
const SERIES: Readonly<Record<string, string>> = { PC: 'COM', DC: 'COM', SC: 'SWD', JC: 'JOIN' };
/** Which letters a COM document has does not follow from its title: both are tried. */
const LETTERS: Readonly<Record<string, readonly string[]>> = { COM: ['DC', 'PC'], SWD: ['SC'], JOIN: ['JC'] };

/** Every document that the corpus cites, promises or knows as an answer, as it is written there. */
export const numbersNamed = (corpus: readonly Tracked[]): readonly string[] =>
  corpus.flatMap(({ references, promises }) => [
    ...references.map(({ id }) => id),
    ...promises.flatMap(({ watch, answers }) => [...watch.celex, ...answers.map(({ reference }) => reference)]),
  ]);

/** `COM(2025)185`, from a number of either kind; [] for anything else. */
export const ownNumber = (words: string): readonly string[] => {
  const own = OWN.exec(words);
  if (own !== null) return [`${own[1]}(${own[2]})${own[3]}`];
  const [, sector, year, letters = '', number] = CELEX.exec(words) ?? [];
  const series = sector === '5' ? SERIES[letters] : undefined;
  return series === undefined ? [] : [`${series}(${year})${Number(number)}`];
};

/** The CELEX numbers that a document may have; itself when it is one; [] for anything else. */
export const celexNumbers = (words: string): readonly string[] => {
  if (CELEX.test(words)) return [words];
  const [, series = '', year, number = ''] = OWN.exec(words) ?? [];
  return (LETTERS[series] ?? []).map((letters) => `5${year}${letters}${number.padStart(4, '0')}`);
};
