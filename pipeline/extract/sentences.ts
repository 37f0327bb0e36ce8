// Where a sentence ends: one small rule of our own, the same on every machine. (Intl.Segmenter's data changes with Node's version,
// and every change would rewrite the stored texts.) Only line breaks of stored files depend on it, never a comparison.

/** Words that end in a full stop without ending a sentence, lower case, in the documents that are watched. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'no nos nr art arts para paras subpara p pp vol ch sec cf e.g i.e eg viz etc al seq doc docs prev prop cion ref ed eds op cit ibid fig tab ' +
    'approx ca dr mr mrs ms prof st jr inc ltd co corp v vs resp incl excl max min dept gen tel a.m p.m u.s u.n oj c.f lit abs bzw z.b n°'
  ).split(' '),
);

/** A mark that opens a list item at the start of a text (`1.`, `(a)`, `IV.`, `a)`), which ends no sentence. */
const LIST_MARK = /^[("‘“']*(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-zA-Z]|[ivxlcIVXLC]+)[.)]+$/;

const endsSentence = (before: string, first: boolean): boolean => {
  const word = before.slice(before.lastIndexOf(' ') + 1);
  if (first && LIST_MARK.test(before.trim())) return false;
  const bare = word.replace(/^[("‘“'[]+/, '').replace(/[)"’”'\]¹²³⁰⁴-⁹]+$/, '');
  if (!bare.endsWith('.')) return true;
  const stem = bare.slice(0, -1).toLowerCase();
  // One letter is an initial; a lone one or two figures with a stop count things or days (`3. Dezember`).
  return !(ABBREVIATIONS.has(stem) || /^\p{L}$/u.test(stem) || /^\d{1,2}$/.test(stem) || /^(?:\p{L}\.)+\p{L}$/u.test(stem));
};

/**
 * Cuts a text at single spaces, so that joining the pieces with a space gives the text back, whatever it holds.
 */
export const splitSentences = (text: string): string[] => {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…][)"’”'\]]*(?: ?[¹²³⁰⁴-⁹]+)?( )(?=[\p{Lu}\p{Nd}("‘“'[«])/gu)) {
    const at = match.index + match[0].length - 1;
    if (!endsSentence(text.slice(start, at), sentences.length === 0)) continue;
    sentences.push(text.slice(start, at));
    start = at + 1;
  }
  return [...sentences, text.slice(start)];
};
