// Whether a text is in the language that its file claims. Files often carry the language of the program that wrote them.

/** Words that stand in every paragraph of a language and in few of the others. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  de: ['der', 'und', 'den', 'von', 'für', 'des'],
  en: ['the', 'of', 'and', 'to', 'by', 'for'],
  es: ['el', 'los', 'las', 'del', 'por', 'para'],
  fr: ['le', 'les', 'des', 'du', 'une', 'dans'],
  it: ['il', 'di', 'della', 'che', 'per', 'dei'],
  nl: ['de', 'het', 'een', 'van', 'voor', 'niet'],
  pl: ['na', 'się', 'oraz', 'do', 'nie', 'przez'],
  pt: ['os', 'do', 'da', 'uma', 'pelo', 'para'],
};
/** Characters: so many tell. */
const ENOUGH = 100_000;

/** @returns false where the words of another language are more common; true where there are too few words to tell */
export const isWrittenIn = (language: string, text: string): boolean => {
  const counts = new Map<string, number>();
  for (const [word] of text
    .slice(0, ENOUGH)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const score = (words: readonly string[] = []): number => words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  const own = score(COMMON[language]);
  return COMMON[language] === undefined || Object.values(COMMON).every((words) => score(words) <= own);
};
