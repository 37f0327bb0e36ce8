// How the marks of a document are to be read: by what it says of them itself, else by which of them it has.

import type { Run } from '../../marks.ts';
import type { Text } from '../../types.ts';

export type Style = 'bold' | 'underlined' | 'bold underlined' | 'bold or underlined';

export interface Level {
  /** How added words look. */
  readonly style: Style;
  /** What the change was made to. Null where the document does not say. */
  readonly against: 'proposal' | 'previous' | null;
}

export interface Convention {
  /** As printed; null where the document says nothing on it. */
  readonly printed: string | null;
  /** Older changes first. Empty: no mark that could be seen in the text. */
  readonly levels: readonly Level[];
  /** What was deleted is not printed: `[…]` stands for it. */
  readonly gaps: boolean;
  /** The old text stands in one column, the new one in another, and marks in both. */
  readonly columns: boolean;
}

const FACT = 'changes are marked: ';
const TRACKED = /\btracked changes\b/;
const COLUMNS = /\bcolumns?\b|\bSpalten?\b|\bcolonnes?\b/i;

type Mention = Style | 'struck' | 'gap';

const BOLD = String.raw`\b(?:bold(?:ed|face)?|fett(?:druck|schrift|gedruckt)?|gras)\b`;
const UNDERLINED = String.raw`(?:\b(?:double |single )?underlin(?:ed|ing|e)\b|\bunterstr(?:ichen|eichung)\w*|\bsoulign(?:ée?s?|ement))`;
const MENTIONS: readonly (readonly [Mention, string])[] = [
  ['bold or underlined', `${BOLD}(?:\\s*/\\s*| or | oder | ou )${UNDERLINED}|${UNDERLINED}(?:\\s*/\\s*| or | oder | ou )${BOLD}`],
  [
    'bold underlined',
    `${BOLD}[\\s,+&-]{1,3}(?:(?:and|und|et|type|text|font)\\s)?${UNDERLINED}|${UNDERLINED}[\\s,+&-]{1,3}(?:(?:and|und|et)\\s)?${BOLD}`,
  ],
  ['bold', BOLD],
  ['underlined', UNDERLINED],
  [
    'struck',
    String.raw`\bstr(?:ike|uck)[- ]?(?:through|out)\b|\b(?:crossed|scored)[- ]out\b|durchgestrichen|durchstreichung|barr[ée]e?s?|biff[ée]e?s?`,
  ],
  ['gap', String.raw`[[(]\s?(?:…|\.\s?\.\s?\.)?\s?[\])]|▌|\bempty (?:square )?brackets?\b`],
];
const MENTION = new RegExp(MENTIONS.map(([, pattern]) => `(${pattern})`).join('|'), 'giu');

const PROPOSAL = /\b(?:proposal|commission|cion)\b|vorschlag|\bproposition\b/i;
const PREVIOUS =
  /\b(?:previous|earlier|newer|newest|latest|most recent|last|preceding|documents?|docs?\.?|revision)\b|\b\d{3,5}\/\d{2}\b|vorherig|vorig|\bletzte|Dokument|précédent|dernier/i;
const COMPARES = /^[\s,”"']*\(?\s*(?:as )?(?:compared|in relation|vis-|with (?:regard|respect)|against|gegenüber|par rapport)[^);.]*\)?/i;
const DELETED = /delet|remov|suppress|strik|struck|streich|gestrichen|supprim/gi;
const ADDED = /add|new|insert|chang|modif|amend|replac|text in|ergänz|neu|änder|einfüg|ajout|nouve/gi;

const lastOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

const againstOf = (words: string): Level['against'] => (PREVIOUS.test(words) ? 'previous' : PROPOSAL.test(words) ? 'proposal' : null);

/** Each mark that a statement names, with the words that say what it stands for. */
const mentionsOf = (printed: string): { mark: Mention; words: string }[] => {
  const mentions: { mark: Mention; words: string }[] = [];
  let at = 0;
  for (const found of printed.matchAll(MENTION)) {
    const mark = MENTIONS[found.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'gap';
    const end = found.index + found[0].length;
    const more = COMPARES.exec(printed.slice(end))?.[0] ?? '';
    // What a sentence before says is not said of this mark.
    const before = printed.slice(at, found.index).replace(/^.*[.:](?=\s+\p{Lu})/su, '');
    mentions.push({ mark, words: `${before} ${more}` });
    at = end + more.length;
  }
  return mentions;
};

const statedBy = (printed: string): Convention => {
  const levels: Level[] = [];
  let gaps = false;
  for (const { mark, words } of mentionsOf(printed)) {
    if (mark === 'gap') gaps = true;
    if (mark === 'gap' || mark === 'struck' || lastOf(DELETED, words) > lastOf(ADDED, words)) continue;
    if (!levels.some(({ style }) => style === mark)) levels.push({ style: mark, against: againstOf(words) });
  }
  const latest = ({ against }: Level): number => (against === 'previous' ? 1 : 0);
  return { printed, levels: levels.sort((a, b) => latest(a) - latest(b)), gaps, columns: COLUMNS.test(printed) };
};

/** Words that carry each mark, typography left out. */
export interface Tally {
  readonly struck: number;
  readonly bold: number;
  readonly underlined: number;
  readonly both: number;
}

export const tallyOf = (blocks: readonly (readonly Run[])[]): Tally => {
  const tally = { struck: 0, bold: 0, underlined: 0, both: 0 };
  for (const { text, struck, bold, underlined } of blocks.flat()) {
    if (!struck && !bold && !underlined) continue;
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}[\]]/u.test(word)).length;
    if (struck) tally.struck += words;
    else if (bold && underlined) tally.both += words;
    else if (underlined) tally.underlined += words;
    else if (bold) tally.bold += words;
  }
  return tally;
};

/** A second mark is one where at least every tenth marked word has it. */
const SECOND = 10;

/** Where the document does not say: underlining beside struck words is what programs and delegations write; the Council's own texts have bold. */
const levelsSeen = ({ struck, bold, underlined, both }: Tally): readonly Level[] => {
  const lined = underlined + both;
  if (struck > 0 && lined >= bold && lined > 0) return [{ style: 'underlined', against: null }];
  if (bold + lined === 0) return [];
  if (struck > 0 && lined * SECOND >= bold)
    return [
      { style: 'bold or underlined', against: null },
      { style: 'underlined', against: null },
    ];
  return [{ style: 'bold', against: null }];
};

const isSeen = ({ style }: Level, { bold, underlined, both }: Tally): boolean =>
  ({ bold: bold + both, underlined: underlined + both, 'bold underlined': both, 'bold or underlined': bold + underlined + both })[style] >
  0;

/** Where the document does not say and nothing is struck, bold words are emphasis as likely as not. */
const seen = (tally: Tally): Convention => ({
  printed: null,
  levels: tally.struck === 0 ? [] : levelsSeen(tally),
  gaps: false,
  columns: false,
});

/** @param tally of what is no typography */
export const conventionOf = (facts: Text['facts'], tally: Tally): Convention => {
  const fact = facts.find((line) => line.startsWith(FACT));
  if (fact !== undefined) {
    const stated = statedBy(fact.slice(FACT.length));
    // Marks that the text keeps no trace of (grey, italics), or that its reader did not see: what is there must do.
    return stated.levels.some((level) => isSeen(level, tally)) ? stated : { ...stated, levels: levelsSeen(tally) };
  }
  const tracked = facts.find((line) => TRACKED.test(line));
  if (tracked !== undefined)
    return { printed: tracked, levels: [{ style: 'underlined', against: 'previous' }], gaps: false, columns: false };
  return seen(tally);
};

export const hasStyle = ({ bold, underlined }: Pick<Run, 'bold' | 'underlined'>, style: Style): boolean =>
  ({ bold, underlined, 'bold underlined': bold && underlined, 'bold or underlined': bold || underlined })[style];
