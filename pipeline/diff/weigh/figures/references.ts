// References to other documents, acts, articles and places in a text.

import { END, eitherCase, type FigureRule } from './figure.ts';

const squeezed = (printed: string): string => printed.toLowerCase().replace(/[\s,]+/g, '');
const digits = (printed: string): string => (printed.match(/\d+/g) ?? []).join('/');
const anyOf = (names: readonly string[]): string => names.map(eitherCase).join('|');

const YEAR = '(?:19|20|21)\\d\\d(?!\\d)';
const STEPS = '(?: (?:REV|ADD|COR|EXT|DCL|INIT)(?: ?\\d{1,3})?){0,4}';

const TYPES = 'Regulation Directive Decision Recommendation Verordnung Richtlinie Beschluss Règlement Décision'.split(' ');
const COMMUNITY = '\\([EU, ratomCFSPJHGW]{2,14}\\) ?';
const TITLE = '(?:(?:Council|Commission) )?(?:(?:Implementing|Delegated|Framework|Joint) ){0,2}';
const ACT_NUMBER = `(?:${COMMUNITY})?(?:(?:[Nn]o\\.?|Nr\\.|n[°o]) ?)?\\d{1,4}/\\d{1,4}(?:/[A-Z]{2,7})?`;
const ACT = `${TITLE}(?:${anyOf(TYPES)})(?:s|en)? ${ACT_NUMBER}`;

const actKey = (printed: string): string =>
  `${TYPES.find((name) => printed.toLowerCase().includes(name.toLowerCase()))?.toLowerCase()} ${digits(printed)}`;

/** Places in a text, as they are called in front of their numbers. */
const PLACES = [
  ...'Article Art\\. Artikel recital considérant paragraph subparagraph point Annex Anhang Annexe Chapter Kapitel chapitre'.split(' '),
  ...'Section Abschnitt Title Part Protocol indent footnote page pp?\\. Table Figure'.split(' '),
];
const LABELS = '(?: ?\\([0-9a-z]{1,4}\\)){0,4}';
const ITEM = `(?:\\(?\\d{1,4}[a-z]{0,2}\\)?(?: ?(?:bis|ter|quater))?${LABELS}|\\([0-9a-z]{1,4}\\)${LABELS}|[IVXL]{1,7}|[A-Z](?!['’]))`;
const JOINT = '(?:, ?(?:and |or |und |et )?| and | or | to | und | bis | oder | et | à | ?[-–] ?)';
const PLACE = `(?:${anyOf(PLACES)})(?:s|n|es)? (?:No\\.? )?${ITEM}${END}(?:${JOINT}${ITEM}${END}){0,12}`;

const placeKey = (printed: string): string =>
  squeezed(printed)
    .replace(/^art(?:\.|icles?|ikeln?)?(?=[\d(])/, 'article')
    .replace(/^annex(?:es?)?(?=[ivxl\d])/, 'annex')
    .replace(/^(recital|paragraph|point|page|section)s(?=[\d(])/, '$1')
    .replace(/(?<=^recital)\((\d+)\)/, '$1');

const NTH = '(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ll]ast)';

const DOCUMENT = [
  `(?:COM|SWD|SEC|JOIN|C|JAI)(?: ?\\(${YEAR}\\)|/${YEAR}/) ?\\d{1,5}(?: ?final|/\\d)?`,
  `${YEAR}/\\d{3,4} ?[A-Z]? ?\\([A-Z]{3}\\)`,
  '[A-Z][A-Z-]{1,9}/\\d{1,6}(?:/\\d{1,6})?',
  'PE ?\\d{3}\\.\\d{3}(?:v\\d\\d-\\d\\d)?',
  `(?:[Oo]pinion|[Gg]uidelines|[Ss]tatement|[Rr]esolution|[Cc]ases?) (?:No )?\\d{1,4}/(?:${YEAR}|\\d\\d)`,
  `(?:ST|WK|CM|SN|DS|PE-CONS|PE|XT|EUCO|EEAS|JAI)[ -]\\d{1,6}(?:/\\d{1,2})?(?:/|-)(?:${YEAR}|\\d\\d)${STEPS}`,
  `(?!${YEAR})\\d{3,6}(?:/\\d{1,2})?/\\d\\d(?!\\d)${STEPS}`,
  'OJ [LC]?,? ?(?:\\d[\\d/]*[A-Z]?)?(?:,? ?(?:of )?\\(?\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\)?)?(?:,? pp?\\. ?\\d+(?:-\\d+)?)?',
  '[CTF][-‑–]\\d{1,4}/\\d\\d(?: P)?',
  `(?:A|B|RC-B)\\d{1,2}-\\d{4}/${YEAR}|P\\d{1,2}_TA(?:-PROV)?\\(${YEAR}\\)\\d{4}|S/RES/\\d+(?: ?\\(${YEAR}\\))?`,
  '[1-9](?:19|20)\\d\\d[A-Z]{1,2}\\d{4}(?:\\(\\d\\d\\))?',
  'ECLI:[A-Z0-9:]{5,40}',
].join('|');

/** Acts by their number alone. `12/2099` is a month. */
const BARE = [
  `${COMMUNITY}(?:No\\.? )?\\d{1,4}/\\d{1,4}`,
  `${YEAR}/\\d{1,4}/[A-Z]{2,7}`,
  `${YEAR}/(?!${YEAR})\\d{3,4}`,
  `(?:\\d{3,4}|1[3-9]|[2-9]\\d)/${YEAR}(?:/[A-Z]{2,7})?`,
].join('|');

export const REFERENCES: readonly FigureRule[] = [
  {
    aspect: 'reference',
    pattern: '(?:https?://|www\\.)[!#-&*-;=?-Z_a-z~]{1,2000}',
    key: (printed) => printed.toLowerCase().replace(/^https?:\/\/|[/.,;:]+$/g, ''),
  },
  { aspect: 'reference', pattern: `${ACT}${END}`, key: actKey },
  { aspect: 'reference', pattern: `(?:${DOCUMENT})${END}`, key: squeezed },
  { aspect: 'reference', pattern: `(?:${BARE})${END}`, key: digits },
  { aspect: 'reference', pattern: PLACE, key: placeKey },
  { aspect: 'reference', pattern: `${NTH} (?:sub-?paragraph|paragraph|sentence|indent|recital)${END}`, key: squeezed },
];
