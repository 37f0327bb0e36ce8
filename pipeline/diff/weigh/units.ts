// A printed word as the vocabularies see it: without punctuation, genitive and elision, and taken apart where it is two words
// (`can't`, `States/third`).

/** Lower case or mixed, with a capital first, all in capitals: how much a vocabulary's word may ask for. */
export const SHAPE = { any: 0, capital: 1, capitals: 2 } as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];

export interface Unit {
  /** In lower case. */
  readonly low: string;
  readonly shape: Shape;
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** `Council31`: the number of a footnote. */
const FOOTNOTE = /(?<=\p{L}{4})\d{1,3}$/u;
const ELISION = /^(?:[dljnmstc]|qu)'(?=\p{L}{2})/iu;
const GENITIVE = /'s?$/i;
const CAPITAL = /^\p{Lu}/u;
/** `cannot`, `can't`, `won't`: the verb and its negation. */
const NOT = /^(can)not$|^(\p{L}+)n't$/iu;
const VERBS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

const shapeOf = (word: string): Shape => {
  if (!CAPITAL.test(word)) return SHAPE.any;
  return word.length > 1 && word === word.toUpperCase() ? SHAPE.capitals : SHAPE.capital;
};

const unitOf = (part: string): Unit => ({ low: part.toLowerCase(), shape: shapeOf(part) });

const partsOf = (core: string): readonly string[] => {
  if (/^(?:and|or)\/(?:and|or)$/i.test(core)) return ['and/or'];
  return /\p{L}{2}[/—–]\p{L}{2}/u.test(core) ? core.split(/[/—–]/) : [core];
};

const LOWER = /^[a-z]+$/;
const CANNOT: readonly Unit[] = ['can', 'not'].map((low) => ({ low, shape: SHAPE.any }));

/** @returns nothing for punctuation alone. */
export const unitsOf = (word: string): readonly Unit[] => {
  if (LOWER.test(word)) return word === 'cannot' ? CANNOT : [{ low: word, shape: SHAPE.any }];
  const core = word
    .replace(/[’ʼ´`]/g, "'")
    .replace(EDGES, '')
    .replace(FOOTNOTE, '');
  if (core === '') return [];
  const not = NOT.exec(core);
  if (not !== null) return [unitOf(not[1] ?? VERBS[(not[2] ?? '').toLowerCase()] ?? not[2] ?? ''), { low: 'not', shape: SHAPE.any }];
  return partsOf(core)
    .map((part) => unitOf(part.replace(EDGES, '').replace(ELISION, '').replace(GENITIVE, '')))
    .filter(({ low }) => low !== '');
};

const PLAIN = /^[a-z0-9]*$/;
/** Signs that are more than punctuation. */
const TELLING = '%‰€$£≤≥✓✔✗✘☑☐☒';
const SILENT = new RegExp(`[^\\p{L}\\p{N}\\p{M}${TELLING}]+`, 'gu');

/** What stays of a word when capitals, spaces and punctuation count for nothing. */
export const bareOf = (word: string): string => {
  const low = word.toLowerCase();
  if (PLAIN.test(low)) return low;
  return low.replaceAll('&', 'and').normalize('NFKC').replace(SILENT, '');
};
