// Council document numbers: one grammar for addresses, register rows, covers and what people type.
// Grammar and traps: decision 0003 in .github/decisions/.

import type { Reference, Step } from './types.ts';

const STEP = '(?:REV|ADD|COR|EXT|DCL)';
const PREFIX = '(?:PE-CONS|[A-Z]{1,5})';

/** `ST-13901-2023-REV-1`, also with spaces as in a register row. */
const ID = new RegExp(`^(${PREFIX})[- ](\\d+)[- ](\\d{4})((?:[- ](?:INIT|${STEP}[- ]?\\d+))*)$`, 'i');
/** `13901/1/23 REV 1`, `ST 13901/23`, `WK 3735/2026 ADD 1`, `PE-CONS 24/24`. A revision repeats its number inside. */
const PRINTED = new RegExp(
  `^(?:(${PREFIX})\\s+)?(\\d{1,6})(?:\\s*/\\s*(\\d{1,2}))?\\s*/\\s*(\\d{4}|\\d{2})((?:\\s*(?:INIT\\b|${STEP}\\s*\\d+))*)$`,
  'i',
);

/** Two-digit years: 52 and later are 19xx, since the Council's archives start in 1952. */
export const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 52 ? 1900 + year : 2000 + year;
};

const steps = (tail: string): Step[] =>
  [...tail.toUpperCase().matchAll(/(REV|ADD|COR|EXT|DCL)[- ]*(\d+)/g)].map((m) => ({ kind: m[1] as Step['kind'], n: Number(m[2]) }));

/**
 * Reads one document number in any of its written forms.
 * @returns null when the words are not a document number.
 */
export const parseReference = (words: string): Reference | null => {
  const text = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^n[o°]\.? /i, '');
  const id = ID.exec(text);
  if (id) {
    return reference(id[1] ?? '', id[2] ?? '', id[3] ?? '', steps(id[4] ?? ''));
  }
  const printed = PRINTED.exec(text);
  if (!printed) return null;
  const [, prefix, number, revision, year, tail] = printed;
  let found = steps(tail ?? '');
  // The revision repeated inside the number (8261/1/26) stands even where "REV 1" was left out beside it.
  if (revision !== undefined && !found.some((s) => s.kind === 'REV')) found = [{ kind: 'REV', n: Number(revision) }, ...found];
  return reference(prefix ?? 'ST', number ?? '', year ?? '', found);
};

const reference = (prefix: string, number: string, year: string, found: Step[]): Reference => ({
  // PE-CONS documents carry the prefix PE in addresses.
  prefix: prefix.toUpperCase() === 'PE-CONS' ? 'PE' : prefix.toUpperCase(),
  number: Number(number),
  year: fullYear(year),
  steps: found,
});

/** `ST-13901-2023`: what all versions of one document share. */
export const familyId = (r: Reference): string => `${r.prefix}-${r.number}-${r.year}`;

/** `ST-13901-2023-INIT`, `ST-13901-2023-REV-1-ADD-1`: as in the addresses of the document host. */
export const referenceId = (r: Reference): string =>
  `${familyId(r)}-${r.steps.length === 0 ? 'INIT' : r.steps.map((s) => `${s.kind}-${s.n}`).join('-')}`;

/** As people write it: `13901/23`, `13901/1/23 REV 1`, `WK 3735/2026 ADD 1`. */
export const printReference = (r: Reference): string => {
  const revision = r.steps[0]?.kind === 'REV' ? `/${r.steps[0].n}` : '';
  const year = r.prefix === 'WK' ? String(r.year) : String(r.year % 100).padStart(2, '0');
  const prefix = r.prefix === 'ST' ? '' : `${r.prefix === 'PE' ? 'PE-CONS' : r.prefix} `;
  return [`${prefix}${r.number}${revision}/${year}`, ...r.steps.map((s) => `${s.kind} ${s.n}`)].join(' ');
};

/** The same document without its steps. */
export const initOf = (r: Reference): Reference => ({ ...r, steps: [] });

export const sameFamily = (a: Reference, b: Reference): boolean => familyId(a) === familyId(b);
