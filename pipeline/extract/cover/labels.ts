// The labels of a cover's fields in the 24 languages. The one home of such words; where labels stand is decided elsewhere.

export type Field = 'from' | 'to' | 'on' | 'subject' | 'previous' | 'commission' | 'other';

/** A label taken from the beginning of a cell. */
export interface Label {
  /** `other` is what has the shape of a label and is none that we know. */
  readonly field: Field;
  /** As printed, with its colon. */
  readonly name: string;
  readonly rest: string;
}

/**
 * From, to, subject, without accents and stops; older forms, which decline, after the present one.
 * English as on real covers; da, de, el, nl, pt, sv as in public transcriptions of covers; the rest is general knowledge of the
 * house style that was not checked against a file. A language whose word is another than here loses this field and no other.
 */
const WORDS: Readonly<Record<string, readonly [from: string, to: string, subject: string]>> = {
  bg: ['от', 'до', 'относно'],
  cs: ['odesilatel|od', 'prijemce|pro', 'predmet'],
  da: ['fra', 'til', 'vedr|emne'],
  de: ['absender|von|vom|des|der', 'empfanger|an|fur', 'betr|betreff|betrifft'],
  el: ['αποστολεας|απο|του|της|των', 'αποδεκτης|προς', 'θεμα'],
  en: ['from', 'to', 'subject'],
  es: ['de|del|de la', 'a|al|a la', 'asunto'],
  et: ['saatja', 'saaja', 'teema'],
  fi: ['lahettaja', 'vastaanottaja', 'asia'],
  fr: ['origine|de|du|de la', 'destinataire|a|au|aux|a la', 'objet'],
  ga: ['o', 'chuig', 'abhar'],
  hr: ['od', 'za', 'predmet'],
  hu: ['kuldi', 'cimzett', 'targy'],
  it: ['origine|mittente|da|dal|dalla|del', 'destinatario|a|al|alla', 'oggetto'],
  lt: ['nuo', 'kam', 'dalykas'],
  lv: ['sutitajs', 'sanemejs', 'temats'],
  mt: ['minn', 'lil', 'suggett'],
  nl: ['van', 'aan', 'betreft'],
  pl: ['od', 'do', 'dotyczy'],
  pt: ['de', 'para', 'assunto'],
  ro: ['sursa|de la', 'destinatar', 'subiect'],
  sk: ['od', 'komu', 'predmet'],
  sl: ['posiljatelj|od', 'prejemnik|za', 'zadeva'],
  sv: ['fran', 'till', 'arende'],
};

const FIELDS: ReadonlyMap<string, Field> = new Map([
  // Only the English label is known for certain to say on which day something was done.
  ['on', 'on'],
  ...Object.values(WORDS).flatMap((words) =>
    (['from', 'to', 'subject'] as const).flatMap((field, at) => (words[at] ?? '').split('|').map((word): [string, Field] => [word, field])),
  ),
]);

// `No. prev. doc.`, `N° doc. préc.`, `Nr. Vordok.`, `Eelm dok nr`: too many spellings for a list, so told by their stems.
const DOCUMENT = /(?:^| )(?:docs?|document\p{L}*|dok\p{L}*|dh?oic|asiak\p{L}*|εγγρ\p{L}*|док\p{L}*)(?= |$)|(?:vordok|comdoc)/u;
const PREVIOUS =
  /(?:^| )(?:prev\p{L}*|prec\p{L}*|ant|vorig|tidl\p{L}*|foreg\p{L}*|ed|προηγ\p{L}*|предх\p{L}*|predch\p{L}*|poprz\p{L}*|elozo|preth\p{L}*|predh\p{L}*|eelm\p{L}*|iepr\p{L}*|ankst\p{L}*|roimhe)(?= |$)|vordok/u;
const PROPOSAL = /(?:^| )(?:prop|vorschl|forsl|ehd|προτ|предл|navrh|wnios|jav|prijed|predl|ettep|prieks|pasiul|thogr)|vorschl|comv/u;
const COMMISSION =
  /(?:^| )(?:cion|comm?|coim\p{L}*|kom|komm\p{L}*|komis\p{L}*|επιτρ\p{L}*|ком\p{L}*|biz\p{L}*|k jas|csie|comdoc|comv)(?= |$)/u;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const fieldOf = (name: string): Field | null => {
  const words = folded(name);
  const document = DOCUMENT.test(words);
  if (document && PREVIOUS.test(words)) return 'previous';
  if ((document || PROPOSAL.test(words)) && COMMISSION.test(words)) return 'commission';
  return FIELDS.get(words) ?? null;
};

const SHAPE = /^[\p{L}№][^:]{0,38}$/u;

/** A Finnish label has a colon inside: `Kom:n asiak. nro:`. */
const COLONS = [/^([^:]{1,40}:)\s*(.*)$/su, /^([^:]{1,12}:[^:\s][^:]{0,30}:)\s*(.*)$/su];

/**
 * Reads the label at the beginning of a cell.
 * @param bare whether a label may do without its colon, as some on older covers: because it stands alone before its value
 * @returns null where the cell begins with no label
 */
export const readLabel = (text: string, bare: boolean): Label | null => {
  for (const colon of COLONS) {
    const [, name = '', rest = ''] = colon.exec(text) ?? [];
    const field = fieldOf(name);
    if (field !== null) return { field, name: name.replace(/\s+:$/, ':'), rest };
  }
  // `No. prev. doc 90910/12`: where a number follows, the label ends.
  const [, words = '', number = ''] = /^(\D{4,30}?)\s+((?:\d{4,6}\/|[A-Z]{1,4}\s?\(\d).*)$/s.exec(text) ?? [];
  const numbered = words.includes(':') ? null : fieldOf(words);
  if (numbered === 'previous' || numbered === 'commission') return { field: numbered, name: words, rest: number };
  // `A.` before a text numbers a chapter; `A:` would be Spanish.
  const alone = bare && folded(text).length > 1 ? fieldOf(text) : null;
  if (alone !== null) return { field: alone, name: text, rest: '' };
  const [, name = '', rest = ''] = COLONS[0]?.exec(text) ?? [];
  return SHAPE.test(name.slice(0, -1)) && name.split(' ').length <= 5 ? { field: 'other', name, rest } : null;
};
