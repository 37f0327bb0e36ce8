// Characters, not words: what every reader of ours does to the characters of a text before anybody compares it.
// Nothing here may depend on where the characters stand in a sentence.

/** Private code points of the Symbol and Wingdings fonts that Word uses for bullets. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf02d': '–',
  '\uf0a7': '▪',
  '\uf0a8': '▪',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
};

/** Signs that stand in for a quotation mark, an apostrophe or a dash, depending on the program that wrote the file. */
const STAND_INS: Readonly<Record<string, string>> = {
  '`': '‘',
  '´': '’',
  '\u02bc': '’',
  '\u201b': '‘',
  '\u201f': '“',
  '\u2012': '–',
  '\u2015': '—',
};

type Rule = (text: string) => string;

const RULES: readonly Rule[] = [
  (text) => text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')),
  (text) => text.replace(/[\uf02d\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]/g, (symbol) => SYMBOLS[symbol] ?? symbol),
  // Soft hyphens, zero-width characters, marks of direction: invisible, and different from one export to the next.
  (text) => text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g, ''),
  (text) => text.replace(/[\u2010\u2011]/g, '-'),
  (text) => text.replace(/[`´\u02bc\u201b\u201f\u2012\u2015]/g, (sign) => STAND_INS[sign] ?? sign),
  (text) => text.replace(/[\s\u0085]+/g, ' '),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what this rule is for
  (text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ''),
  // Half a surrogate pair cannot be written as UTF-8 and would come back as another character.
  (text) => text.replace(/\p{Surrogate}/gu, '\ufffd'),
  (text) => text.normalize('NFC'),
];

/** Without cutting spaces at the ends, so that pieces can still be joined. */
export const tidyPiece = (text: string): string => RULES.reduce((result, rule) => rule(result), text);

/** One line of clean text. */
export const tidy = (text: string): string => tidyPiece(text).replace(/ {2,}/g, ' ').trim();

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** `12` as `¹²`: how a footnote's mark is kept apart from the words around it. */
export const superscript = (digits: string): string => digits.replace(/\d/g, (digit) => SUPERSCRIPTS[digit] ?? digit);
