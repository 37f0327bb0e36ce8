// Words broken at the end of a line. The document itself tells which hyphens are its own: "co-legislators" keeps its hyphen.

const WORD = /\p{L}+(?:-\p{L}+)*/gu;
const BROKEN = /([\p{L}-]*\p{L})-$/u;
/** `cost- and time-related`: the hyphen stands for a word to come. */
const SUSPENDED = /^(?:and|or|und|oder|et|ou|bzw)\b/u;

export type Vocabulary = ReadonlyMap<string, number>;

/** Counts the words that are whole on their line. */
export const vocabularyOf = (lines: readonly string[]): Vocabulary => {
  const counts = new Map<string, number>();
  lines.forEach((line, at) => {
    const whole = BROKEN.test(lines[at - 1] ?? '') ? line.replace(/^\S+/, '') : line;
    for (const [word] of whole.replace(/\S+-$/, '').matchAll(WORD)) {
      for (const form of new Set([word, ...word.split('-')])) counts.set(form.toLowerCase(), (counts.get(form.toLowerCase()) ?? 0) + 1);
    }
  });
  return counts;
};

/** Joins two lines of one paragraph. */
export const joinLines = (before: string, after: string, words: Vocabulary): string => {
  const broken = BROKEN.exec(before)?.[1]?.toLowerCase();
  const next = /^\p{Ll}[\p{L}-]*/u.exec(after)?.[0].toLowerCase();
  if (broken === undefined) return /[\p{L}\d]-$/u.test(before) && /^[\p{L}\d]/u.test(after) ? before + after : `${before} ${after}`;
  // A capital or a figure after the hyphen was never inside a word: `non-EU`, `COVID-19`.
  if (next === undefined) return /^[\p{L}\d]/u.test(after) ? before + after : `${before} ${after}`;
  if (SUSPENDED.test(after)) return `${before} ${after}`;
  const count = (word: string): number => words.get(word) ?? 0;
  const [joined, hyphened] = [count(broken + next), count(`${broken}-${next}`)];
  const head = broken.slice(broken.lastIndexOf('-') + 1);
  const keeps = joined === hyphened ? joined === 0 && count(head) > 0 : hyphened > joined;
  return (keeps ? before : before.slice(0, -1)) + after;
};
