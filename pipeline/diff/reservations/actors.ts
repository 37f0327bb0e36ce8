// Who speaks in the notes of a Council text: Member States by their abbreviation or name, the Commission, the Presidency, all of them or some.

export type By = 'delegation' | 'Commission' | 'Presidency' | 'unknown';

/** In the Council's protocol order; then those that are associated, or left. */
export const STATES = [
  ...[
    'BE',
    'BG',
    'CZ',
    'DK',
    'DE',
    'EE',
    'IE',
    'EL',
    'ES',
    'FR',
    'HR',
    'IT',
    'CY',
    'LV',
    'LT',
    'LU',
    'HU',
    'MT',
    'NL',
    'AT',
    'PL',
    'PT',
    'RO',
  ],
  ...['SI', 'SK', 'FI', 'SE', 'NO', 'IS', 'CH', 'LI', 'UK'],
] as const;

/** Names and adjectives, as far as they differ from each other by more than their case. */
const NAMES: Readonly<Record<string, string>> = {
  BE: 'Belgium|Belgian',
  BG: 'Bulgaria|Bulgarian',
  CZ: 'Czech Republic|Czechia|Czech',
  DK: 'Denmark|Danish',
  DE: 'Germany|German',
  EE: 'Estonia|Estonian',
  IE: 'Ireland|Irish',
  EL: 'Greece|Greek|Hellenic|GR',
  ES: 'Spain|Spanish',
  FR: 'France|French',
  HR: 'Croatia|Croatian',
  IT: 'Italy|Italian',
  CY: 'Cyprus|Cypriot',
  LV: 'Latvia|Latvian',
  LT: 'Lithuania|Lithuanian',
  LU: 'Luxembourg|Luxembourgish',
  HU: 'Hungary|Hungarian',
  MT: 'Malta|Maltese',
  NL: 'Netherlands|Dutch',
  AT: 'Austria|Austrian',
  PL: 'Poland|Polish',
  PT: 'Portugal|Portuguese',
  RO: 'Romania|Romanian',
  SI: 'Slovenia|Slovenian',
  SK: 'Slovakia|Slovak Republic|Slovak',
  FI: 'Finland|Finnish',
  SE: 'Sweden|Swedish',
  NO: 'Norway|Norwegian',
  IS: 'Iceland|Icelandic',
  CH: 'Switzerland|Swiss',
  LI: 'Liechtenstein',
  UK: 'United Kingdom|British',
};

const CODE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => [code, ...names.split('|')].map((name) => [name, code] as const)),
);

const COUNTRY = [...CODE_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const COMMISSION = String.raw`COM(?!\s?[(\d])|Cion|CION|(?:European )?Commission(?: services| representative)?`;
const PRESIDENCY = 'PRES|Presidency';
const GROUP = `(?:[Aa]ll|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Cc]ertain|[Nn]umerous|[Aa] (?:few|number of)|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:other )?(?:delegations|Member States|MS)`;
const ACTOR = String.raw`(?:[Tt]he )?(?<![\p{L}\p{N}])(?:${COUNTRY}|${COMMISSION}|${PRESIDENCY}|${GROUP})(?![\p{L}\p{N}])`;
const WITH = String.raw`(?:\s?(?:,|\/|&|\+|\band\b|\bas well as\b|\btogether with\b|\b(?:also )?supported by\b|\bseconded by\b|\bjoined by\b)\s?){1,3}`;
const LIST = new RegExp(`${ACTOR}(?:${WITH}${ACTOR})*(?:\\s(?:delegations?|representatives?)(?![\\p{L}]))?`, 'gu');
const ONE = new RegExp(ACTOR, 'gu');

/** A list of those who speak, where it stands in a sentence. */
export interface Actors {
  readonly from: number;
  readonly to: number;
  /** In the order of `STATES`. */
  readonly states: readonly string[];
  readonly by: By;
  /** `All delegations`. */
  readonly all: boolean;
  /** Named by abbreviation, as in notes; not by a name that any sentence may hold, to which `UK` alone belongs. */
  readonly short: boolean;
}

const inOrder = (states: ReadonlySet<string>): string[] => STATES.filter((state) => states.has(state));

const byOf = (states: number, words: string): By => {
  if (states > 0 || /\b(?:delegations|Member States|MS)\b/.test(words)) return 'delegation';
  return /\bPRES|\bPresidency/.test(words) ? 'Presidency' : 'Commission';
};

/** Adjectives name a delegation only before that word: `the Belgian and Dutch delegations`. */
const isAdjective = (name: string): boolean => /(?:an|ish|ch|ese|reek|lovak|iot|wiss|[dn]ic)$/.test(name);

export const actorsIn = (sentence: string): readonly Actors[] =>
  [...sentence.matchAll(LIST)].flatMap((found): Actors[] => {
    const [words] = found;
    const names = [...words.matchAll(ONE)].map(([name]) => name.replace(/^[Tt]he /, ''));
    const adjectives = names.some((name) => CODE_OF.has(name) && isAdjective(name) && name !== CODE_OF.get(name));
    if (adjectives && !/\b(?:delegations?|representatives?)$/.test(words)) return [];
    const states = inOrder(new Set(names.flatMap((name) => CODE_OF.get(name) ?? [])));
    const short = names.join() !== 'UK' && names.every((name) => name.length <= 3 || /^(?:Cion|CION|PRES)$/.test(name));
    return [
      {
        from: found.index,
        to: found.index + words.length,
        states,
        by: byOf(states.length, words),
        all: /\b[Aa]ll (?:other )?(?:delegations|Member States|MS)/.test(words),
        short,
      },
    ];
  });
