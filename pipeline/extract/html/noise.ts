// Blocks of a page that say nothing of its subject: counters, dates of the last touch, names of networks to share it with, lists of what else
// there is to read. Whole blocks only, by what they say.

import type { Block } from '../../types.ts';

/** A block with what is known of it beyond its words. */
export interface Found {
  readonly block: Block;
  /** Which part of its characters is links, 0 to 1. */
  readonly linked: number;
}

const COUNTED =
  'views?|visits?|visitors?|hits|reads?|shares?|likes?|comments?|downloads?|vues|visites?|visitas|aufrufe|zugriffe|visualizzazioni';
const COUNTER = `(?:(?:number of |total |page )*(?:${COUNTED})\\s*[:(]?\\s*\\d[\\d.,   ]*[km]?\\)?|\\d[\\d.,   ]*[km]?\\s*(?:page )?(?:${COUNTED}))`;
const TOUCHED =
  '(?:(?:this )?(?:page|site|content|document)?(?: was)?\\s*(?:date )?last (?:updated?|modified|reviewed|changed|revised|edited)|zuletzt (?:aktualisiert|geändert)|' +
  'letzte (?:aktualisierung|änderung)|derni[eè]re (?:mise à jour|modification)|[uú]ltima (?:actualización|atualização|modifica)|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))';
const NETWORKS =
  'facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|tumblr|google\\+|mastodon|bluesky|instagram|youtube|flickr|e-?mail|print|rss|copy link|' +
  'delicious|digg|stumbleupon|share|tweet|viber|messenger|more';

const NOISE: readonly RegExp[] = [
  new RegExp(`^${COUNTER}(?:\\s*[/|·•,;–-]?\\s*${COUNTER})*$`, 'i'),
  // Two words at most before the figures: `on Monday, 9`, `by the Commission on` is a sentence.
  new RegExp(`^${TOUCHED}[\\s:,–-]*(?:\\p{L}{1,12}[.,]? ){0,2}\\d{1,4}[^!?]{0,30}$`, 'iu'),
  new RegExp(`^(?:${NETWORKS})(?:[\\s,|·•/]+(?:${NETWORKS}))+$`, 'i'),
  /^(?:share|tweet|(?:share|print|e-?mail|send|tweet|bookmark) (?:this|the|on|via|to)(?: (?:page|article|story|a friend))?):?$/i,
  /^(?:(?:back )?to (?:the )?top|skip to (?:main )?(?:content|navigation)|top of (?:the )?page|zum seitenanfang|haut de page)$/i,
  /^(?:today is|it is now|heute ist|nous sommes le) (?=.*\d).{4,40}$/i,
  /^(?:accessed|visited|viewed|retrieved|printed) (?:on|at):? (?=.*\d).{4,40}$/i,
  /^(?:session|request|trace|correlation)[ -]?id\s*[:=]\s*\S+$/i,
];

/** What else there is to read. "Related documents" is not among it: these are what a reader follows. */
const ELSEWHERE =
  /^(?:related (?:content|articles?|news|posts?|stories|topics|pages|items)|(?:read|see) (?:also|more|next)|you may also (?:like|be interested in)|more (?:news|stories|on this topic|from .{2,30})|latest (?:news|press releases|posts)|most (?:read|popular|viewed)|recommended(?: for you| reading)?|lesen sie auch|das könnte sie auch interessieren|verwandte (?:artikel|themen)|à lire aussi|lire aussi|articles? (?:liés|connexes)|leggi anche|notizie correlate|noticias relacionadas|lea también|lees ook)\s*:?$/i;

const isNoise = ({ text }: Block): boolean => text.length < 160 && NOISE.some((rule) => rule.test(text));

/** The places of a heading that leads elsewhere and of the links below it. */
const elsewhere = (found: readonly Found[]): Set<number> => {
  const places = new Set<number>();
  found.forEach(({ block }, at) => {
    if (block.text.length > 60 || !ELSEWHERE.test(block.text)) return;
    let end = at + 1;
    while ((found[end]?.linked ?? 0) >= 0.8 && found[end]?.block.kind !== 'heading') end += 1;
    if (end > at + 1) for (let place = at; place < end; place += 1) places.add(place);
  });
  return places;
};

/** The blocks that are about something; all of them where none would be left. */
export const withoutNoise = (found: readonly Found[]): readonly Block[] => {
  const dropped = elsewhere(found);
  const kept = found.filter(({ block }, at) => !dropped.has(at) && !isNoise(block));
  return (kept.length > 0 ? kept : found).map(({ block }) => block);
};
