// Words broken at the end of a line. The document itself tells which hyphens are its own: "co-legislators" keeps its hyphen.

const WORD = /\p{L}+(?:-\p{L}+)*/gu;
const BROKEN = /([\p{L}-]*\p{L})-$/u;
const LOWER_START = /^\p{Ll}[\p{L}-]*/u;
/** `cost- and time-related`: the hyphen stands for a word to come. */
const SUSPENDED = /^(?:and|or|und|oder|et|ou|bzw)\b/u;
/** Prefixes that keep their hyphen in these documents, though they are no words. */
const PREFIXES: ReadonlySet<string> = new Set(['co', 'non', 'ex']);

export interface Vocabulary {
  /** How often a word stands whole on a line, by its lower-case form; compounds and their parts both. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether the lines were broken by a machine that cuts words; most office documents have only the hyphens of their words. */
  readonly hyphenates: boolean;
}

/** Above zero where the document writes the word without the hyphen, below where with it. */
const vote = (broken: string, next: string, counts: Vocabulary['counts']): number => {
  const [head, tail] = [broken.toLowerCase(), next.toLowerCase()];
  return (counts.get(head + tail) ?? 0) - (counts.get(`${head}-${tail}`) ?? 0);
};

/** @param lines in reading order */
export const vocabularyOf = (lines: readonly string[]): Vocabulary => {
  const counts = new Map<string, number>();
  if (!lines.some((line) => BROKEN.test(line))) return { counts, hyphenates: false };
  lines.forEach((line, at) => {
    const whole = BROKEN.test(lines[at - 1] ?? '') ? line.replace(/^\S+/, '') : line;
    for (const [word] of whole.replace(/\S+-$/, '').matchAll(WORD)) {
      for (const form of new Set([word, ...word.split('-')])) counts.set(form.toLowerCase(), (counts.get(form.toLowerCase()) ?? 0) + 1);
    }
  });
  const votes = lines.map((line, at) => {
    const broken = BROKEN.exec(line)?.[1];
    const next = LOWER_START.exec(lines[at + 1] ?? '')?.[0];
    return broken === undefined || next === undefined ? 0 : Math.sign(vote(broken, next, counts));
  });
  return { counts, hyphenates: votes.reduce((sum, one) => sum + one, 0) > 0 };
};

/** For words that the document has nowhere else. */
const keepsHyphen = (broken: string, next: string, { counts, hyphenates }: Vocabulary): boolean => {
  const head = broken.slice(broken.lastIndexOf('-') + 1);
  if ((broken.includes('-') && !hyphenates) || head.length === 1 || head === head.toUpperCase() || PREFIXES.has(head.toLowerCase()))
    return true;
  // Two letters that happen to be a word (`in-`, `be-`) are more often the beginning of a longer one.
  if (head.length > 2 && counts.has(head.toLowerCase())) return !hyphenates || counts.has(next.toLowerCase());
  return !hyphenates && counts.has(next.toLowerCase());
};

/** What stands between two lines of one paragraph: a space, nothing, or nothing and the hyphen gone. */
export const seam = (before: string, after: string, words: Vocabulary): 'space' | 'close' | 'drop-hyphen' => {
  const broken = BROKEN.exec(before)?.[1];
  const next = LOWER_START.exec(after)?.[0];
  if (SUSPENDED.test(after) || !/[\p{L}\d]-$/u.test(before) || !/^[\p{L}\d]/u.test(after)) return 'space';
  // A capital or a figure beside the hyphen was never inside a word: `non-EU`, `COVID-19`; nor one in an address.
  if (broken === undefined || next === undefined || /[/@]\S*$/.test(before)) return 'close';
  const known = vote(broken, next, words.counts);
  return known < 0 || (known === 0 && keepsHyphen(broken, next, words)) ? 'close' : 'drop-hyphen';
};
