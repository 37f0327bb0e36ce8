// Numbers of documents as covers print them: the own one in the header, and the ones that the fields name.

const STEP = String.raw`(?:REV|ADD|COR|EXT|DCL)\s*\d+`;
/** `COR 1 (fr)` corrects one language version; the bracket is no part of the number. */
const LANGUAGES = String.raw`(?:\s*\(\s*[a-z]{2}(?:\s*[,/+]\s*[a-z]{2})*\s*\))?`;

/**
 * The main series has four to six figures and two for the year, which keeps `2018/0330(COD)` and `05/2026` out; other series have a
 * prefix, and no list of those is complete.
 */
const OWN =
  /^(?:(?:PE-CONS|[A-Z]{2,6})\s+\d{1,6}(?:\s*\/\s*\d{1,2})?\s*\/\s*(?:\d{4}|\d{2})|\d{4,6}(?:\s*\/\s*\d{1,2})?\s*\/\s*\d{2})(?!\d)(?:\s+INIT\b)?/;
const ONLY_STEPS = new RegExp(`^(?:${STEP}${LANGUAGES}\\s*)+$`);
const LEADING_STEPS = new RegExp(`^(?:\\s*${STEP}${LANGUAGES})+`);

const withoutLanguages = (text: string): string => text.replace(/\s*\([a-z ,/+]+\)/g, '');
const tight = (text: string): string =>
  text
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();

export const isSteps = (text: string): boolean => ONLY_STEPS.test(text);

export interface OwnNumber {
  /** `8261/1/26`, with its steps where they follow in the same line. */
  readonly number: string;
  /** What else stands in the line: a marking, codes. */
  readonly rest: string;
}

/** Reads the number that a line of the header begins with, also `8261/1 /26 REV 1`. */
export const readOwnNumber = (text: string): OwnNumber | null => {
  const number = OWN.exec(text)?.[0];
  if (number === undefined) return null;
  const after = text.slice(number.length);
  const steps = LEADING_STEPS.exec(after)?.[0] ?? '';
  const rest = after.slice(steps.length).trim();
  // A sentence that begins with a number is none of a cover.
  return /\p{Ll}{3}/u.test(rest.replace(/\([^()]*\)/g, '')) ? null : { number: tight(number + withoutLanguages(steps)), rest };
};

export const joinSteps = (number: string, steps: readonly string[]): string =>
  [number, ...steps.map((text) => tight(withoutLanguages(text)))].join(' ');

/** Where numbers stand among subject codes, only known series can be told from codes. */
const NAMED = new RegExp(
  String.raw`(?<![\w(/.-])(?:(?:(?:ST|CM|WK|SN|DS|MD|XT|EUCO|CONV|PE-CONS)\s+)\d{1,6}(?:/\d{1,2})?/(?:\d{4}|\d{2})|\d{4,6}(?:\s?/\s?\d{1,2})?\s?/\s?\d{2})(?!\d)(?:\s*${STEP})*(?![\d/]|\s*\([A-Z])`,
  'g',
);

/** `5760/17 SCH-EVAL 12, 5761/1/17 REV 1` without the codes, each as printed. */
export const documentNumbers = (value: string | undefined): string[] => [...(value ?? '').matchAll(NAMED)].map((match) => tight(match[0]));

/** "final" as language versions print it. */
const FINAL =
  'final|endgültig|endg\\.|slutlig|endelig|lopullinen|τελικό|definitief|définitif|definitivo|definitiv|lõplik|galutinis|végleges|' +
  'galīgā redakcija|wersja ostateczna|v konečném znění|konečné znění|v konečnom znení|konečné znenie|končno|konačna verzija|окончателен|finali';
const COMMISSION = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:COM|KOM|SWD|SEC|SEK|JOIN|C|K)\s*\(\d{2,4}\)\s*\d+(?:/\d+)?(?:\s+(?:${FINAL})(?![\p{L}]))?(?:/\d+)?|D\d{5,6}/\d{2})`,
  'giu',
);

/** Numbers of the Commission, and the number under which the Council received them. */
export const commissionNumbers = (value: string | undefined): string[] => {
  const own = [...(value ?? '').matchAll(COMMISSION)].map((match) => match[0].trim());
  return [...documentNumbers(value?.replace(COMMISSION, ' ')), ...own];
};
