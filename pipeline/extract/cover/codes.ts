// Subject codes and markings of a cover, told by their form alone: new codes appear every year, so no list of codes is kept here.

const CLASSIFICATION = /(?:RESTREINT|CONFIDENTIEL|SECRET|TR[ÈE]S SECRET) UE(?:\s*\/\s*EU (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET))?/;
/** What may stand among the codes and is none. */
const MARKINGS = new RegExp(
  String.raw`${CLASSIFICATION.source}|(?<![A-Z])(?:LIMITE|PROVISIONAL VERSION|PUBLIC(?! \d))(?![A-Z])|\([^()]*\)`,
  'g',
);

/** Codes of two words without which a line of codes without numbers could not be cut; from the Council's own list of 2016. */
const TWO_WORDS = new RegExp(
  '(?:CO EUR(?:-PREP)?|(?:OJ|CRS|PV) \\w+|OJ/CO EUR|PV/CO EUR|PR (?:CO|PCE)|PSC DEC|PTS A|EU NAVCO|EUNAVFOR \\w+|' +
    'EU(?:AM|BAM|CAP|FOR|MAM|MM|POL|ROL|SEC|SSR|TM|TRA) [A-Z-]+|MONUC SPT)(?= |$)',
);
const WORD = /[A-Z][A-Z0-9]+(?:[-/&][A-Z0-9]+)*(?= |$)/;
const NUMBERED = /[A-Z][A-Z0-9]*(?:(?:\s?[-/&]\s?|\s)[A-Z][A-Z0-9]*)*\s\d{1,5}(?=[\s,;]|$)/g;
/** The letters of a language version, printed large on some covers. */
const LANGUAGE = /^(?:BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV)$/;

/** Characters in a line of codes, which is never wider than its page. */
const LONGEST = 200;

export interface Codes {
  readonly codes: readonly string[];
  /** Each with its running number of the year, as in all series but working papers and notices. */
  readonly numbered: boolean;
}

const bareCodes = (text: string): string[] | null => {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const at = [TWO_WORDS, WORD].map((form) => form.exec(rest)).find((match) => match?.index === 0);
    if (!at || LANGUAGE.test(at[0])) return null;
    found.push(at[0]);
    rest = rest.slice(at[0].length).trim();
  }
  return found;
};

/**
 * Takes a line of codes apart: `FRONT 113 CODEC 1976` is two codes, `OJ CRP1` is one.
 * @returns null where the line holds anything else; an empty list where it holds markings only
 */
export const readCodes = (text: string): Codes | null => {
  if (text.length > LONGEST) return null;
  const line = text.replace(MARKINGS, ' ').replace(/\s+/g, ' ').trim();
  const numbered = line.match(NUMBERED) ?? [];
  const rest = line
    .replace(NUMBERED, ' ')
    .replace(/[\s,;]+/g, ' ')
    .trim();
  if (numbered.length > 0) {
    // One code may have lost its number; a phrase is no code.
    const bare = rest === '' ? [] : bareCodes(rest);
    return bare !== null && bare.length < 2 ? { codes: [...numbered, ...bare], numbered: true } : null;
  }
  const bare = bareCodes(rest);
  return bare === null ? null : { codes: bare, numbered: false };
};

export const findClassification = (text: string): string | null => CLASSIFICATION.exec(text)?.[0].replace(/\s*\/\s*/, '/') ?? null;

/** The marking stands alone, or among capitals and figures. */
export const hasLimite = (text: string): boolean => /(?:^|\s)LIMITE(?:\s|$)/.test(text) && !/\p{Ll}{3}/u.test(text);
