// Answers that look like pages and hold none: "not found" with status 200, maintenance, a form to log in, a shell for scripts.
// Phrases are those of Drupal, IIS, Apache, nginx, Tomcat, Angular and React, and of the institutions' own sites. Status and address are not read here.

import { LOGIN, MAINTENANCE, NO_ENTRY, NOT_FOUND, PARKED, type Phrases, TOO_MANY, TROUBLE } from './phrases.ts';
import type { Seen } from './seen.ts';
import { holdsData } from './shape.ts';
import { fold } from './spelling.ts';

export type HollowReason =
  | 'soft-404'
  | 'forbidden'
  | 'rate-limited'
  | 'maintenance'
  | 'login'
  | 'consent'
  | 'server-error'
  | 'parked'
  | 'moved-away'
  | 'shell'
  | 'empty';

export interface Hollow {
  readonly reason: HollowReason;
  /** One line that a person can check: `heading "page not found"`. */
  readonly evidence: string;
}

/** Characters up to which a page says little besides its heading; a title alone has to stand over even less. */
const LITTLE = 900;
const LESS = 300;
/** Whole text, links and all, in which a sentence says what the page is. */
const SHORT = 700;
/** More than that is no shell: a menu or a footer at most. */
const MENU = 350;
const NO_WORDS = 20;
/** The longest words of a button. */
const LABEL = 60;

/** The name of a site and its languages, say. */
const NAMES = 40;
/** What bears a date is an entry or a list of them. */
const DATED = /<time\b/i;

type Rule = (seen: Seen) => string | null;

const segments = (title: string): string[] => [title, ...title.split(/\s*\|\s*|\s+[-:·»/]\s+/)].filter((part) => part !== '');

/** A heading is one of the phrases as a whole, and the page says little else; or a part of the title is, and the page hardly says anything. */
const head =
  ({ heads }: Phrases): Rule =>
  (seen) => {
    const heading = seen.headings.find((one) => heads.test(one));
    const part = segments(fold(seen.title)).find((one) => heads.test(one));
    if (heading !== undefined && seen.own <= LITTLE * (part === undefined ? 1 : 2)) return `heading "${heading}"`;
    const isStory = seen.headings.some((one) => part !== undefined && one.includes(part));
    return part !== undefined && !isStory && seen.own <= LESS ? `title "${seen.title}"` : null;
  };

/** A sentence, in a short page without a story's heading or date. */
const sentence =
  ({ says }: Phrases): Rule =>
  (seen) => {
    const isStory = DATED.test(seen.tags) || seen.headings.some((one) => one.split(' ').length > 5 && !says.test(one));
    const said = isStory || seen.text.length > SHORT ? null : says.exec(`${fold(seen.title)} ${seen.text}`);
    return said === null ? null : `"${said[0]}"`;
  };

const retryAfter: Rule = ({ page, own }) =>
  page.headers['retry-after'] !== undefined && own <= LITTLE ? `retry-after: ${page.headers['retry-after']}` : null;

/** Single sign-on sends on by a form or a redirect of its own. */
const SIGN_ON = /(?:SAMLRequest|SAMLResponse|\/cas\/login|ecas\.ec\.europa\.eu|\/oauth2?\/authorize)/;

const passwordForm: Rule = (seen) => {
  const hasField = /<input\b[^>]*\btype\s*=\s*["']?password/i.test(seen.tags);
  return hasField && (seen.own <= 80 || head(LOGIN)(seen) !== null) ? 'a field for a password, and little else' : null;
};

const signOn: Rule = ({ tags, shown }) => {
  const sign = shown <= MENU ? SIGN_ON.exec(tags.replace(/<(?:a|link)\b[^>]*>/gi, '')) : null;
  return sign === null ? null : `form of a single sign-on (${sign[0]})`;
};

const COOKIES =
  /cookie|consent|tracking|tracker|traceur|einwilligung|ciasteczk|evaste|kupsis|slapuk|sikdat|sutik|piskot|kolacic|бисквит|fianan/;
const CHOICES =
  /privacy|datenschutz|partners|preferences|settings|options|accept|agree|reject|refuse|allow|einstellung|akzeptier|zustimm|ablehn|parametre|rifiut|aceptar|rechaz|weiger/;
const BUTTON =
  /\b(?:accept|agree|allow|reject|refuse|accepter|akzeptieren|zustimmen|accetta|aceptar|aceitar|accepteren|akcept|hyvaks|godkann|soglas|zgadzam|prijat|elfogad)/;

/** Hardly a line that does not speak of cookies, and something to press. */
const consent: Rule = (seen) => {
  const isAsking =
    /cookie|consent|before you continue/.test(seen.text) && seen.lines.some((line) => line.length <= LABEL && BUTTON.test(line));
  if (!isAsking || seen.text.length > 4_000 || DATED.test(seen.tags)) return null;
  const others = seen.lines.filter((line) => !COOKIES.test(line) && (line.length > LABEL || !CHOICES.test(line))).join('');
  return others.length <= NAMES ? 'a question about cookies, and nothing else' : null;
};

const NEEDS_SCRIPT =
  /(?:you need to|please|must) (?:enable|activate|turn on) javascript|(?:requires?|without|enable|activate|activer|activez|necessite|aktivieren sie|bitte) javascript|javascript (?:is (?:required|disabled)|muss|est (?:requis|desactive)|must be|to be enabled)/;
/** The element that a script is to fill, with nothing in it or no words behind it. */
const MOUNT =
  /<(div|main|section)\b[^>]*\bid\s*=\s*["']?(?:root|app|__next|___gatsby|main-app|app-root|react-root|application)(?:["'\s][^>]*)?>(?:<\/\1>|[^·]*$)/i;
const ELEMENT = /<((?:[a-z]+-)?app(?:-[a-z]+)*)\b[^>]*>(?:<(?!\/\1)[^·]*)?<\/\1>/i;

const shell: Rule = ({ tags, code, frame, shown, text }) => {
  const hasScript = /<script\b/i.test(tags);
  if (holdsData(code) || shown > MENU) return null;
  if (hasScript && (MOUNT.test(frame) || ELEMENT.test(frame))) return 'an element for a script to fill, and no words in it';
  const need = shown <= NO_WORDS || text.length <= LESS ? NEEDS_SCRIPT.exec(text) : null;
  if (need !== null && (hasScript || shown > 0) && isMostly(text, shown)) return `"${need[0]}"`;
  return hasScript && shown <= NO_WORDS ? 'scripts, and no words' : null;
};

/** The sentence about scripts stands alone: what is shown beside it, or besides it, is a line at most. */
const isMostly = (text: string, shown: number): boolean => {
  const others = text.split(/(?<=[.!?])\s/).filter((part) => !part.includes('javascript'));
  return shown <= NO_WORDS || others.join('').length <= 80;
};

const refresh: Rule = ({ tags, shown }) => {
  const target = /<meta\b[^>]*http-equiv\s*=\s*["']?refresh[^>]*url\s*=\s*["']?([^"'>\s]+)/i.exec(tags)?.[1];
  return target !== undefined && shown <= LESS ? `refresh to ${target}` : null;
};

const parkedScript: Rule = ({ code, tags, own }) => {
  const sign = own <= LITTLE ? /sedoparking|parkingcrew|parklogic|bodis\.com|\/parking-lander/.exec(`${code}${tags}`) : null;
  return sign === null ? null : `script of ${sign[0]}`;
};

/** The first that fits: what names a status before what names none. */
const RULES: readonly (readonly [HollowReason, Rule])[] = [
  ['soft-404', head(NOT_FOUND)],
  ['forbidden', head(NO_ENTRY)],
  ['rate-limited', head(TOO_MANY)],
  ['server-error', head(TROUBLE)],
  ['maintenance', head(MAINTENANCE)],
  ['parked', head(PARKED)],
  ['login', passwordForm],
  ['login', signOn],
  ['soft-404', sentence(NOT_FOUND)],
  ['forbidden', sentence(NO_ENTRY)],
  ['rate-limited', sentence(TOO_MANY)],
  ['maintenance', sentence(MAINTENANCE)],
  ['login', sentence(LOGIN)],
  ['server-error', sentence(TROUBLE)],
  ['maintenance', retryAfter],
  ['parked', sentence(PARKED)],
  ['parked', parkedScript],
  ['moved-away', refresh],
  ['shell', shell],
  ['consent', consent],
  ['empty', ({ shown, code, text }) => (shown === 0 && text === '' && !holdsData(code) ? 'no words' : null)],
];

/** @returns why the page holds nothing, or null when it holds something */
export const hollowOf = (seen: Seen): Hollow | null => {
  for (const [reason, rule] of RULES) {
    const evidence = rule(seen);
    if (evidence !== null) return { reason, evidence };
  }
  return null;
};
