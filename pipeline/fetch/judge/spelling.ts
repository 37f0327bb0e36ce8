// How words of error pages are spelt: entities, accents, quotes. For comparing with phrases; nothing that is read here is kept.

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  hellip: '…',
  quot: '"',
  apos: "'",
  rsquo: '’',
  ndash: '–',
  szlig: 'ß',
};
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Error pages spell punctuation and accents as entities: `Reference&#32;&#35;18`, `trouv&eacute;e`. */
export const decode = (text: string): string =>
  (text.includes('&')
    ? text
        .replace(/&#(\d{1,7});?/g, (_, code: string) => character(Number(code)))
        .replace(/&#x([\da-f]{1,6});?/gi, (_, code: string) => character(Number.parseInt(code, 16)))
        .replace(
          /&([A-Za-z])(acute|grave|circ|uml|tilde|ring|caron|cedil);/g,
          (_, letter: string, mark: string) => `${letter}${MARKS[mark]}`,
        )
        .replace(/&(\w{3,6});/g, (whole, name: string) => NAMED[name] ?? whole)
    : text
  ).replaceAll('…', '...');

/** On one line, with single spaces. */
export const tidy = (text: string): string => decode(text).replace(/\s+/g, ' ').trim();

/** One spelling for comparing: lower case, no accents, plain quotes and dashes. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—]/g, '-');
