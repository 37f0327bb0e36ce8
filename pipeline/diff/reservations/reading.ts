// One clause: does somebody enter, keep or lift a reservation in it, or comment? By its words only; where it stands does not matter here.

import { type Actors, actorsIn, type By } from './actors.ts';
import type { Clause } from './clauses.ts';

export type Kind = 'scrutiny' | 'parliamentary' | 'substantive' | 'general' | 'linguistic' | 'reservation' | 'comment';

export interface Said {
  readonly states: readonly string[];
  readonly all: boolean;
  readonly by: By;
  readonly kind: Kind;
  /** The text says that it is lifted. */
  readonly lifted: boolean;
}

const SORTS: readonly (readonly [Kind, RegExp])[] = [
  ['parliamentary', /parliament/i],
  ['linguistic', /linguistic|language/i],
  ['substantive', /substan/i],
  ['general', /general|overall/i],
  ['scrutiny', /scrutiny|examination|study/i],
];
const MENTION =
  /\b((?:(?:general|overall|scrutiny|parliamentary|substantive|substantial|positive|negative|linguistic|language|examination|study|political|technical|strong|and|or)[\s,/&]+)*)reservations?\b/gi;
/** Of another world: of seats, of parties to a convention, of rights. */
const OTHERS =
  /\b(?:booking|travel|passenger|seat|hotel|flight|ticket|computer(?:ised|ized)?|car)\s*$|\b(?:no|without|without any|any|not)\s*$/i;
const OTHERS_AFTER =
  /^\s*(?:systems?\b|data\b|numbers?\b|codes?\b|services?\b|of (?:rights|title|ownership|seats)|(?:\w+ ){0,2}(?:under|to|pursuant to|in respect of|in accordance with|concerning|regarding)\s(?:[^.;]{0,60}\b)?(?:Convention|Protocol)\b)/i;
const LIFTED = /\b(?:lift(?:s|ed)?|withdr(?:aw|aws|ew|awn)|removed|dropped|no longer (?:has|have|maintains?|upholds?))\b/i;
const NOT_YET =
  /\b(?:can|could|would|may|might|will|shall|must|ready|willing|prepared|able|until|unless|if|once|not|cannot|be)\b[^.;]{0,30}$/i;

/** Between the word and those who have it: `lifted by FI`, `on paragraph 3: DE`. */
const THEN_BY = /^(?:[^.;:]{0,60}?\b(?:by|from|on the part of)|\s+of|[^.;:]{0,80}?:)\s*$/;
const AFTER_LIST =
  /^\s*(?:$|[.,;:)\]–-]|(?:on|in|to|as|for|with|who|which|and|that|regarding|concerning|pending|because|since|at|against|is|are|was|were|has|have|still|only|lifted|maintained|entered|also)\b)/;
const OTHERS_SUBJECT = /\b(?:supporting|contrary to|unlike|like|with|by|from|of)\s+(?:the\s+)?$/i;

const VERB =
  String.raw`(?:also |still |again |fully |strongly |clearly |therefore |further |both |jointly )?(?:(?:suggest|propos|quer|ask|question|consider|want|request|prefer|plead|oppos|support|not|point|stress|express|wonder|object|call|s[oe][ue]|favour|welcom|underlin|emphasi|recall|believ|doubt|argu|reiterat|disagree|agree|insist|stat|indicat|advocat|deem|remark|rais|informed|informs|regret|reject|maintain|enter|uph|lodg|lift|withdr|add|explain|clarif|confirm|thought|felt|found|drew|draws?|finds?|feels?|thinks?|sees?|saw|put|made|makes?)\w*` +
  String.raw`|would|could|can|cannot|have|has|had|is|are|was|were|does|do|did)\b`;
const ACTS = new RegExp(String.raw`^\s*,?\s*(?:\([^)]{1,40}\)\s*)?(?::|${VERB})`, 'i');
const LABEL = /^\s*(?:\([^)]{1,40}\))?\s*:/;
const WORDS_OF_OTHERS =
  /\b(?:suggest(?:ed|ion)|propos(?:ed|al)|request(?:ed)?|support(?:ed)?|question(?:ed)?|queried|opposed|wording|drafting|comments?|text)\s+(?:by|from|of)\s+(?:the\s+)?$/i;
/** Anybody's sentence may begin with a name and go on with these. */
const WEAK =
  /^\s*,?\s*(?:would|could|can|cannot|have|has|had|is|are|was|were|does|do|did|add(?:ed|s)?|made|makes?|put|found|finds?|saw|sees?|call(?:s|ed)?|report(?:s|ed)?)\b/i;

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly Kind[];
}

/** `scrutiny and parliamentary` are two; `general scrutiny` and `parliamentary scrutiny` are one each. */
const kindsOf = (sort: string, after: string): readonly Kind[] => {
  const found = sort.split(/\b(?:and|or)\b|[,/&]/i).flatMap((part) => SORTS.find(([, pattern]) => pattern.test(part))?.[0] ?? []);
  if (found.length > 0) return [...new Set(found)];
  if (/^s?\s+(?:of|on the) substance/i.test(after)) return ['substantive'];
  return /^\s*(?:pending|for|subject to) (?:national )?parliamentary|^\s*\(parliament/i.test(after) ? ['parliamentary'] : ['reservation'];
};

const mentionsIn = (words: string): Mention[] =>
  [...words.matchAll(MENTION)].flatMap((found): Mention[] => {
    const to = found.index + found[0].length;
    const after = words.slice(to);
    if (OTHERS.test(words.slice(0, found.index)) || OTHERS_AFTER.test(after)) return [];
    return [{ from: found.index, to, kinds: kindsOf(found[1] ?? '', after) }];
  });

/** Who has a reservation: those named behind it, else those who are the subject before it. */
const holdersOf = (
  words: string,
  actors: readonly Actors[],
  { mention, from, to }: { mention: Mention; from: number; to: number },
): Actors | null => {
  const behind = actors.find((one) => one.from >= mention.to && one.to <= to);
  const before = actors.filter((one) => one.from >= from && one.to <= mention.from);
  const subject = before.findLast((one) => !OTHERS_SUBJECT.test(words.slice(0, one.from))) ?? null;
  if (subject !== null && isSubject(words, subject, mention)) return subject;
  const named = behind !== undefined && THEN_BY.test(words.slice(mention.to, behind.from)) && AFTER_LIST.test(words.slice(behind.to));
  return named ? behind : null;
};

/** `NL scrutiny reservation`, `NL: reservation`, `NL entered a reservation`; not `IT systems and the reservation`. */
const isSubject = (words: string, one: Actors, mention: Mention): boolean => {
  const between = words.slice(one.to, mention.from);
  return /^\s*(?:'s|’s)?\s*(?:and\s+)?$/.test(between) || ACTS.test(words.slice(one.to));
};

const isLifted = (words: string): boolean => {
  const found = LIFTED.exec(words);
  return found !== null && !NOT_YET.test(words.slice(0, found.index).replace(/\b(?:has|have|had) been\s*$|\b(?:is|was|were|are)\s*$/, ''));
};

const reservationsIn = ({ words, bracketed }: Clause, isNote: boolean): Said[] => {
  const [mentions, actors] = [mentionsIn(words), actorsIn(words)];
  const said: Said[] = [];
  let [last, from]: [Actors | null, number] = [null, 0];
  mentions.forEach((mention, at) => {
    const to = mentions[at + 1]?.from ?? words.length;
    const holders: Actors | null = holdersOf(words, actors, { mention, from, to }) ?? last;
    from = holders !== null && holders.from > mention.to ? holders.to : mention.to;
    last = holders;
    const unknown = holders === null && (isNote || bracketed) && words.split(' ').length <= SHORT;
    if (holders === null && !unknown) return;
    const { states, all, by } = holders ?? { states: [], all: false, by: 'unknown' as const };
    said.push(...mention.kinds.map((kind): Said => ({ states, all, by, kind, lifted: isLifted(words) })));
  });
  return said;
};

/** A longer sentence without a name speaks of something else. */
const SHORT = 25;

/** Where a comment may begin: with a name, or with a few words before it. */
const OPENS = /^[“"'‘(]?(?:\p{Lu}[\p{Ll} ]{1,25},\s)?$/u;

const commentIn = ({ words, bracketed }: Clause, isNote: boolean): Said[] => {
  const inNote = isNote || bracketed;
  const speaks = (one: Actors): boolean => {
    const [before, after] = [words.slice(0, one.from), words.slice(one.to)];
    if (WORDS_OF_OTHERS.test(before)) return one.short && AFTER_LIST.test(after);
    if (!OPENS.test(before)) return false;
    const label = LABEL.exec(after);
    if (label !== null) return (one.short || inNote) && label[0].length < after.length;
    // The Commission and the Presidency are named in the text itself, and so are countries.
    return ACTS.test(after) && (one.short || (inNote && one.states.length > 0) || (one.states.length > 0 && !WEAK.test(after)));
  };
  const found = MAY_COMMENT.test(words) ? actorsIn(words).find(speaks) : undefined;
  if (found === undefined) return [];
  const { states, all, by } = found;
  return [{ states, all, by, kind: 'comment', lifted: false }];
};

/** Looked at before anything else, since most sentences are nobody's. */
const MAY_COMMENT =
  /^[“"'‘(]?(?:\p{Lu}[\p{Ll} ]{1,25},\s)?(?:[Tt]he )?(?:[A-Z]{2,4}(?!\p{L})|Cion|\p{Lu}\p{Ll}{3,}|(?:[Aa]ll|[Aa]|[Ff]our|[Tt]wo) )|\b(?:by|from|of) (?:the )?[A-Z]{2}(?!\p{L})/u;

/** Capitals throughout are a heading, in which `AT`, `NO` and `DE` are words. */
const isShouted = (words: string): boolean => {
  const letters = words.replace(/[^\p{L}]/gu, '');
  return letters.length > SHORT && letters.replace(/\p{Lu}/gu, '').length * 4 < letters.length;
};

/** @param isNote of a footnote: there, who is not named is not known */
export const saidIn = (clause: Clause, isNote: boolean): readonly Said[] => {
  if (/\breservations?\b/i.test(clause.words)) return isShouted(clause.words) ? [] : reservationsIn(clause, isNote);
  const comments = commentIn(clause, isNote);
  return comments.length > 0 && isShouted(clause.words) ? [] : comments;
};
