// What is printed on a blacked-out passage: that it is, or which exemption it falls under. Any other words on an area can be read and hide nothing.

/** So many characters at most; more is a text. */
const LONGEST = 80;

const DELETED = [
  /^\W*(?:\.{3}|…|[x*]{3,})\W*$/i,
  /\b(?:deleted|deletion|redact(?:ed|ion)|withheld|undisclosed|expunged|blanked|removed|not (?:accessible|disclosed|releasable|relevant))\b/i,
  /\bnon[- ](?:accessible|disclosed|releasable|relevant|communicable|divulgué)|\bout of scope\b/i,
  /(?:^|\P{L})(?:supprimé|occulté|caviardé|gelöscht|geschwärzt|unkenntlich|omissis|oscurato|eliminad[oa]|suprimid[oa]|weggelakt|verwijderd|usunięto)/iu,
];

const EXEMPT = [
  /\b(?:art(?:icle|ikel|icolo|ículo|igo)?\.? ?\d|sect(?:ion)?\.? ?\d|§ ?\d|s\.? ?\d|\(b\) ?\(\d|\bparagraph \d)/i,
  /\b(?:exempt|personal data|données (?:à caractère )?personnel|public security|international relations|privacy|confidential|sensitive)/i,
];

export type Label = 'none' | 'deleted' | 'exempt';

export const labelOf = (words: string): Label => {
  const found = (patterns: readonly RegExp[]): boolean => words.length <= LONGEST && patterns.some((pattern) => pattern.test(words));
  if (found(DELETED)) return 'deleted';
  return found(EXEMPT) ? 'exempt' : 'none';
};
