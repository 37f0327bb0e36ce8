// How a document is named in running text: Council numbers, COM/SWD/JOIN numbers, procedures, CELEX numbers and acts.
// It only finds the names and gives one key to all the written forms of one document; what they mean is for match.ts.

import { familyId, parseReference, printReference } from '../reference.ts';

export interface Citation {
  /** The same for every written form: `ST-13901-2023` (all versions), `COM(2023) 755`, `2023/0439(COD)`, `act 2002/90`. */
  readonly key: string;
  /** The name in our own writing, never the words of the text: `13901/1/23 REV 1`. */
  readonly printed: string;
}

/** Series that stand before a number; another capital word before it ("see JAI 13901/23") may or may not be one. */
const SERIES = new Set(['ST', 'SN', 'CM', 'WK', 'DS', 'MD', 'PE', 'PE-CONS', 'XT', 'EUCO', 'CG', 'SP', 'RE']);

/** `13901/23`, `ST 13901/1/23 REV 1 ADD 1`; neither `213901/23`, `13901/231`, `1/13901/23` nor the court case `T-13901/23`. */
const PRINTED =
  /(?<![\p{L}\p{N}/]|\p{L}-|\d[.,])(?:(PE-CONS|[A-Z]{1,5})([\s-]?))?(\d{1,6}(?:\s?\/\s?\d{1,2})?\s?\/\s?(?:\d{4}|\d{2}))(?!\d|\s?\/\s?\d)((?:\s*(?:REV|ADD|COR|EXT|DCL)\s*\d{1,2})*)/gu;
/** `ST-13901-2023-REV-1`, `ST 13901 2023 INIT`. */
const IDENTIFIER = /(?<![\p{L}\p{N}-])[A-Z]{1,5}[- ]\d{1,6}[- ]\d{4}(?:[- ](?:INIT|(?:REV|ADD|COR|EXT|DCL)[- ]\d{1,2}))+(?!\d)/gu;
const COMMISSION = /(?<!\p{L})(COM|SWD|JOIN|C)\s?[(/]\s?(\d{4})\s?[)/]\s?0*([1-9]\d{0,3})(?!\d)/gu;
const PROCEDURE = /(?<![\d/])(\d{4})\s?\/\s?(\d{3,4})\s?\(\s?([A-Z]{3})\s?\)/g;
const CELEX = /(?<![\p{L}\p{N}])([1-9])(\d{4})([A-Z]{1,2})(\d{4})(?!\d)/gu;
/** `2002/90/EC`, and the style since 2015, `(EU) 2025/2611`. */
const ACT = /(?<![\d/])(\d{4})\/(\d{1,4})\/(?:EC|EU|JHA|EEC)(?!\p{L})|\((?:EU|EU, Euratom)\)\s(\d{4})\/(\d{1,4})(?!\d)/gu;

/** Letters of a CELEX number of sector 5 that are the Commission's own series. */
const CELEX_SERIES: Readonly<Record<string, string>> = { PC: 'COM', DC: 'COM', SC: 'SWD', JC: 'JOIN' };

const same = (key: string): Citation => ({ key, printed: key });
const commission = (series: string, year: string, n: string): Citation => same(`${series}(${year}) ${Number(n)}`);
const act = (year: string, n: string): Citation => ({ key: `act ${year}/${Number(n)}`, printed: `${year}/${Number(n)}` });

const council = (words: string): Citation[] => {
  const reference = parseReference(words);
  return reference === null ? [] : [{ key: familyId(reference), printed: printReference(reference) }];
};

const printed = ([, prefix, gap, number = '', steps = '']: RegExpExecArray): Citation[] => {
  const bare = `${number.replace(/\s/g, '')} ${steps}`;
  if (prefix === undefined) return council(bare);
  if (SERIES.has(prefix)) return council(`${prefix} ${bare}`);
  // A capital word of which we know nothing: glued to the number it is another institution's series (`T-13901/23`).
  return gap?.trim() === '' && gap !== '' ? [...council(`${prefix} ${bare}`), ...council(bare)] : [];
};

const celex = ([whole, sector, year = '', letters = '', n = '']: RegExpExecArray): Citation[] => {
  const series = CELEX_SERIES[letters];
  if (sector === '5' && series !== undefined) return [commission(series, year, n)];
  return sector === '3' ? [act(year, n)] : [same(whole)];
};

/** The most particular first: `2023/0439(COD)` also begins like a Council number of the year 439, which does no harm after it. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Citation[]])[] = [
  [COMMISSION, ([, series = '', year = '', n = '']) => [commission(series, year, n)]],
  [PROCEDURE, ([, year = '', n = '', letters = '']) => [same(`${year}/${n.padStart(4, '0')}(${letters})`)]],
  [CELEX, celex],
  [ACT, ([, year, n, newYear, newN]) => [act(year ?? newYear ?? '', n ?? newN ?? '')]],
  [IDENTIFIER, ([whole]) => council(whole)],
  [PRINTED, printed],
];

/** Every document named in a piece of text, form by form; one may be named several times. All of them hold two digits together. */
export const citationsIn = (text: string): readonly Citation[] =>
  /\d\d/.test(text) ? FORMS.flatMap(([pattern, read]) => [...text.matchAll(pattern)].flatMap((match) => read(match))) : [];

/**
 * The key of one document as people write it: `13901/23`, `52023PC0755`, `COM(2023) 755 final`, `2023/0439 (COD)`.
 * @returns null when the words are not the name of one document and nothing else.
 */
export const citationKey = (written: string): string | null => {
  const reference = parseReference(written);
  if (reference !== null) return familyId(reference);
  const name = written.trim().replace(/ final(\/\d+)?$/, '');
  const whole = FORMS.flatMap(([pattern, read]) =>
    [...name.matchAll(pattern)].filter(([all]) => all === name).flatMap((match) => read(match)),
  );
  return whole[0]?.key ?? null;
};
