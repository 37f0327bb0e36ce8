// Blocks of a page that say nothing of its subject: counters, dates of the last touch, names of networks to share it with, lists of what else
// there is to read. Whole blocks only, by what they say.

import type { Block } from '../../types.ts';
import { AGO, CLOCK, WHEN } from './moments.ts';

/** A block with what is known of it beyond its words. */
export interface Found {
  readonly block: Block;
  /** Which part of its characters is links, 0 to 1. */
  readonly linked: number;
}

const COUNTED =
  'views?|visits?|visitors?|hits|reads?|shares?|likes?|comments?|downloads?|vues|visites?|visitas|aufrufe|zugriffe|visualizzazioni';
const FIGURE = '\\d+(?:[.,   ]\\d{3})*(?:[.,]\\d+)?[km]?';
const COUNTER = [
  `(?:number of |total |page |unique )*(?:${COUNTED})(?: (?:online|today|so far|in total))*\\s*(?:[:(]\\s*)?${FIGURE}\\)?`,
  `${FIGURE}\\s*(?:page )?(?:${COUNTED})`,
  `(?:users|guests|members) online:?\\s*${FIGURE}`,
  `(?:average )?rating:?\\s*\\d[\\d.,]*\\s*\\(${FIGURE} (?:votes?|ratings?)\\)`,
  'reading time:?\\s*\\d+\\s*min(?:ute)?s?\\.?|\\d+\\s*min(?:ute)?s?\\.? read',
].join('|');
const TOUCHED_LAST =
  '(?:(?:this )?(?:page|site|content|document)?(?: was)?\\s*(?:date )?last (?:updated?|modified|reviewed|changed|revised|edited)|zuletzt (?:aktualisiert|geändert)|' +
  'letzte (?:aktualisierung|änderung)|derni[eè]re (?:mise à jour|modification)|[uú]ltima (?:actualización|atualização|modifica)|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))';
const TOUCHED = `(?:${TOUCHED_LAST}|(?:this )?(?:page |site |content |article )?(?:was )?(?:updated?|modified|refreshed|generated|rendered|exported|cached)|last refresh|aktualisiert|stand|mise? à jour)`;
/** May stand beside a date of the last touch in one line. */
const PUBLISHED = '(?:(?:first |originally )?(?:published|posted|created)|veröffentlicht|publié|erstellt)';
const TOOLS =
  'facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|tumblr|google\\+|mastodon|bluesky|threads|instagram|youtube|flickr|e-?mail|print|rss|copy link|' +
  'delicious|digg|stumbleupon|share|tweet|viber|messenger|more|print this page|(?:download|save|export)(?: as)? pdf|bookmark|send by e-?mail';

const NOISE: readonly RegExp[] = [
  new RegExp(`^(?:${COUNTER})(?:\\s*(?:[/|·•,;–-]\\s*)?(?:${COUNTER})){0,4}$`, 'i'),
  new RegExp(
    `^(?:this (?:page|article|site|document) (?:has been|was) )?(?:viewed|visited|read|accessed|seen|downloaded|shared) ${FIGURE} times\\.?$`,
    'i',
  ),
  /^you are (?:the )?(?:visitor|\d+(?:st|nd|rd|th) visitor).{0,30}$/i,
  // Two words at most before the figures: `on Monday, 9`, `by the Commission on` is a sentence.
  new RegExp(`^${TOUCHED_LAST}[\\s:,–-]*(?:\\p{L}{1,12}[.,]? ){0,2}\\d{1,4}[^!?]{0,30}$`, 'iu'),
  new RegExp(`^(?=.*${TOUCHED})(?:(?:${TOUCHED}|${PUBLISHED})[\\s:,–-]*(?:${AGO}|${WHEN})[\\s|,;·•–-]*){1,3}$`, 'iu'),
  new RegExp(`^(?:server|local|current|system|today's) (?:time|date)(?: is)?\\s*:?\\s*${WHEN}$`, 'iu'),
  /^(?:this )?(?:page )?(?:generated|rendered|loaded|executed|created|served) in \d[\d.,]* ?(?:m?s|sec\w*|milli\w*)\b.{0,60}$/i,
  new RegExp(`^(?:${TOOLS})(?:[\\s,|·•/]+(?:${TOOLS}))+$`, 'i'),
  /^(?:share|tweet|(?:share|print|e-?mail|send|tweet|bookmark) (?:this|the|on|via|to)(?: (?:page|article|story|a friend))?):?$/i,
  /^(?:(?:back )?to (?:the )?top|skip to (?:main )?(?:content|navigation)|top of (?:the )?page|zum seitenanfang|haut de page)$/i,
  /^(?:today is|it is now|heute ist|nous sommes le) (?=.*\d).{4,40}$/i,
  /^(?:accessed|visited|viewed|retrieved|printed) (?:on|at):? (?=.*\d).{4,40}$/i,
  /^(?:(?:session|request|trace|correlation|ray)[ -]?id|(?:csrf |security )?token|nonce)\s*[:=]\s*\S+$/i,
  /^(?:served by|server|node|host|instance|build)\s*:?\s*(?=\S*\d)[\w.-]+$/i,
  /^(?:powered|generated|built) (?:by|with) .{0,60}$/i,
  /^your ip(?: address)?\b.{0,50}$/i,
  /^.{0,25}\b\d[\d.,]* (?:users?|guests?|visitors?|members?|people|readers?)\b.{0,30}\b(?:online|browsing|viewing|reading)\b.{0,20}$/i,
  /^(?:your )?session (?:expires|ends|will expire) in \d.{0,30}$/i,
  /^(?:you are here|sie sind hier|vous êtes ici|usted está aquí|ti trovi (?:in|qui)|u bevindt zich hier)\s*[:>»]/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità)$/i,
  // `(c)` alone is an item of a list.
  /^(?:.{0,60}©[^.]{0,40}|copyright(?: \(c\))?:? ?)\b(?:19|20)\d\d\b.{0,60}$/i,
  /^version \d[\w.]*[\s|,·(-]+build\b.{0,40}$/i,
];
const TODAY = new RegExp(`^${CLOCK}$`, 'iu');

const ONE_TOOL = new RegExp(`^(?:share (?:on|via|by) )?(?:${TOOLS})$`, 'i');

/** What else there is to read. "Related documents" is not among it: these are what a reader follows. */
const ELSEWHERE =
  /^(?:related (?:content|articles?|news|posts?|stories|topics|pages|items)|(?:read|see) (?:also|more|next)|you may also (?:like|be interested in)|more (?:news|stories|on this topic|from .{2,30})|latest (?:news|press releases|posts)|most (?:read|popular|viewed)|recommended(?: for you| reading)?|lesen sie auch|das könnte sie auch interessieren|verwandte (?:artikel|themen)|à lire aussi|lire aussi|articles? (?:liés|connexes)|leggi anche|notizie correlate|noticias relacionadas|lea también|lees ook)\s*:?$/i;
/** From this share on a block is a link, with a date beside it perhaps. */
const LINK = 0.6;
const TEASER = 300;

const COOKIE = /\bcookies?\b/i;
const CHOICE =
  /^(?:accept|reject|refuse|decline|allow)(?: all| only| essential| necessary| optional)*$|^privacy (?:settings|preferences)$/i;
/** A banner at the edge of a page; a page that speaks of cookies in its midst is about them. */
const EDGE = 5;

const isNoise = (text: string): boolean => text.length < 160 && NOISE.some((rule) => rule.test(text));

const BETWEEN = /\s+[|·•]\s+/;

/** Without what is noise between bars: `Press office | Updated 5 minutes ago`. A row of a table keeps its cells. */
const trimmed = (block: Block): Block => {
  const parts = block.kind === 'table-row' ? [] : block.text.split(BETWEEN);
  const marked = block.marked.split(BETWEEN);
  if (parts.length < 2 || marked.length !== parts.length) return block;
  const keep = <T>(_: T, at: number): boolean => !isNoise(parts[at] ?? '');
  return parts.every(keep) ? block : { ...block, text: parts.filter(keep).join(' | '), marked: marked.filter(keep).join(' | ') };
};

/** The places of a heading that leads elsewhere and of the links below it, with their teasers. */
const elsewhere = (found: readonly Found[]): number[] => {
  const places: number[] = [];
  const isLink = (at: number): boolean => (found[at]?.linked ?? 0) >= LINK;
  const isTeaser = (at: number): boolean =>
    isLink(at - 1) && (isLink(at + 1) || at === found.length - 1) && (found[at]?.block.text.length ?? TEASER) < TEASER;
  found.forEach(({ block }, at) => {
    if (block.text.length > 60 || !ELSEWHERE.test(block.text)) return;
    let end = at + 1;
    while (isLink(end) || isTeaser(end)) end += 1;
    if (end > at + 1) for (let place = at; place < end; place += 1) places.push(place);
  });
  return places;
};

/** Networks that stand in a row of blocks, each by itself. */
const tools = (found: readonly Found[]): number[] => {
  const is = (at: number): boolean => ONE_TOOL.test(found[at]?.block.text ?? '');
  return [...found.keys()].filter((at) => is(at) && (is(at - 1) || is(at + 1)));
};

const cookies = (found: readonly Found[]): number[] => {
  const places = (rule: RegExp): number[] => [...found.keys()].filter((at) => rule.test(found[at]?.block.text ?? ''));
  const speaking = places(COOKIE);
  const isBanner = speaking.length > 0 && speaking.length <= EDGE && speaking.every((at) => at < EDGE || at >= found.length - EDGE);
  return isBanner ? [...speaking, ...places(CHOICE)] : [];
};

/** Today's date, in the head of a page that has no main part of its own. */
const clock = (found: readonly Found[]): number[] => {
  const heading = found.findIndex(({ block }) => block.kind === 'heading');
  return [...found.keys()].filter((at) => at < heading && TODAY.test(found[at]?.block.text ?? ''));
};

/**
 * The blocks that are about something; all of them where none would be left.
 * @param isWhole they are all that the page has, its head and foot among them
 */
export const withoutNoise = (found: readonly Found[], isWhole: boolean): readonly Block[] => {
  const dropped = new Set([...elsewhere(found), ...tools(found), ...cookies(found), ...(isWhole ? clock(found) : [])]);
  const kept = found
    .filter(({ block }, at) => !dropped.has(at) && !isNoise(block.text))
    .map(({ block }) => trimmed(block))
    .filter(({ text }) => text !== '');
  return kept.length > 0 ? kept : found.map(({ block }) => block);
};
