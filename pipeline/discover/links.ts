// Rows as links whose address fits, for pages of whose markup nothing is known: the title is what the link says, the date the one that
// stands with it.

import type { IsoDate, RawRow } from '../types.ts';
import { addressKey, pathOf, resolveLink } from './address.ts';
import { readDate } from './dates.ts';
import type { Found } from './found.ts';
import type { Parsed } from './html.ts';
import { around, type DateFact, type HeadingFact, type Run, runsOf, type Survey, surveyPage, within } from './survey.ts';
import { type Node, textOf } from './text.ts';

const first = (run: Run): number => run.links[0]?.at ?? 0;
const last = (run: Run): number => run.links.at(-1)?.at ?? 0;

/** Says that there is more, and not what. */
const GENERIC = new RegExp(
  `^(?:${[
    String.raw`[\s.…»›>→+]*`,
    String.raw`(?:read|learn|find out|see|show|view) (?:more|all|article|online|e-?book|details|(?:the )?(?:full|whole) \p{L}+)\b.*`,
    String.raw`more(?: (?:info|details|about)\b.*)?`,
    '(?:click )?here|open|link|details|continue(?: reading)?|full (?:text|report|story)',
    String.raw`(?:download|pdf)(?: (?:the |full )?(?:pdf|file|report|document|publication))?(?:\s*[([].*)?`,
    String.raw`lire (?:la suite|plus)\b.*|en savoir plus\b.*|weiterlesen|mehr(?: (?:erfahren|lesen|dazu))?`,
  ].join('|')})[s.…»›>→]*$`,
  'iu',
);

/** What a card that is one link says at its end. */
const CALL = /\s+(?:(?:read|learn|find out) more|lire la suite|en savoir plus|weiterlesen)[\s.…»›>→]*$/iu;

/** Without the date and the call that a card prints inside its link. */
const withoutDates = (text: string, dates: readonly DateFact[]): string =>
  dates
    .reduce((words, { text: printed }) => (words.startsWith(printed) ? words.slice(printed.length) : words.replace(printed, ' ')), text)
    .replace(CALL, '')
    .trim();

const longest = (words: readonly string[]): string => words.reduce((best, word) => (word.length > best.length ? word : best), '');

/** What stands where on the page, for its runs. */
interface Lay {
  readonly rowDates: ReadonlyMap<Node | null, readonly DateFact[]>;
  readonly linkDates: ReadonlyMap<Node | null, readonly DateFact[]>;
  readonly rowHeadings: ReadonlyMap<Node | null, readonly HeadingFact[]>;
  readonly linkHeadings: ReadonlyMap<Node | null, readonly HeadingFact[]>;
  /** Dates in no row of their own, and inside what holds all rows: a date in the head of a page belongs to none. */
  readonly loose: readonly DateFact[];
  /** They stand before their rows, as the first one shows. */
  readonly before: boolean;
}

/** Where a run may look for what stands in no row: after the link of the item before, and before that of the next. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

const layOf = ({ dates, headings, links }: Survey, runs: readonly Run[]): Lay => {
  const rows = new Set(runs.flatMap((run) => [...run.rows]));
  const anchors = new Set(links.map((link) => link.node));
  const holder = holderOf([...rows]);
  const rowDates = within(dates, rows);
  const loose = holder === null ? [] : (within(rowDates.get(null) ?? [], new Set([holder])).get(holder) ?? []);
  const top = runs[0];
  return {
    rowDates,
    linkDates: within(dates, anchors),
    rowHeadings: within(headings, rows),
    linkHeadings: within(headings, anchors),
    loose,
    before: top !== undefined && loose.some(({ at }) => at < first(top)),
  };
};

/** The smallest element around all of them. */
const holderOf = ([start, ...others]: readonly Node[]): Node | null => {
  if (start === undefined) return null;
  let common = [...around(start)];
  for (const node of others) {
    const elements = new Set(around(node));
    common = common.slice(
      Math.max(
        0,
        common.findIndex((element) => elements.has(element)),
      ),
    );
  }
  return common[0] ?? null;
};

/** What the links say, the heading inside one first; where they only say "Read more", the nearest heading; labels that are not seen last. */
const titleOf = (run: Run, lay: Lay, { from }: Gap): string => {
  const said = run.links.map(
    ({ node }) => lay.linkHeadings.get(node)?.[0]?.text || withoutDates(textOf(node), lay.linkDates.get(node) ?? []),
  );
  const telling = longest(said.filter((words) => !GENERIC.test(words)));
  if (telling !== '') return telling;
  const free = (lay.rowHeadings.get(null) ?? []).filter(({ at }) => at > from && at < first(run));
  const own = [...run.rows].flatMap((row) => lay.rowHeadings.get(row) ?? []);
  const headings = own.length > 0 ? own : free;
  const nearest = headings.findLast(({ at }) => at < first(run)) ?? headings[0];
  const labels = run.links.flatMap(({ node }) => ('attribs' in node ? [node.attribs.title ?? '', node.attribs['aria-label'] ?? ''] : []));
  return nearest?.text || longest(labels.filter((words) => !GENERIC.test(words))) || longest(said);
};

const nearestDate = (dates: readonly DateFact[], run: Run): IsoDate | null =>
  (dates.findLast(({ at }) => at < first(run)) ?? dates[0])?.date ?? null;

/** The last resort: the day in the address, `/2026/09/15/` or `-2026-09-15_en`. */
const dateInPath = (url: string): IsoDate | null => {
  const [, year, month, day] = /(?<!\d)(\d{4})[/-](\d{2})[/-](\d{2})(?!\d)/.exec(pathOf(url)) ?? [];
  return year === undefined ? null : readDate(`${year}-${month}-${day}`);
};

const dateOf = (run: Run, lay: Lay, { from, to }: Gap): IsoDate | null => {
  const between = lay.loose.filter(({ at }) => at > first(run) && at < last(run));
  const own = [...[...run.rows].flatMap((row) => lay.rowDates.get(row) ?? []), ...between];
  if (own.length > 0) return nearestDate(own, run);
  return nearestDate(
    lay.loose.filter(({ at }) => (lay.before ? at > from && at < first(run) : at > last(run) && at < to)),
    run,
  );
};

const toRaw = (run: Run, lay: Lay, gap: Gap): RawRow => {
  const url = run.links[0]?.url ?? '';
  const title = titleOf(run, lay, gap);
  // A page with one item is its row.
  const isWhole = gap.from === 0 && gap.to === Number.POSITIVE_INFINITY;
  const beside = isWhole ? '' : longest([...run.rows].map(textOf)).replace(title, ' ');
  return { title, link: url, date: dateOf(run, lay, gap) ?? dateInPath(url), summary: beside };
};

/** An item that the page names twice: the better title, and the date that is there. */
const join = (a: RawRow, b: RawRow): RawRow => {
  const better = GENERIC.test(a.title) || (!GENERIC.test(b.title) && b.title.length > a.title.length) ? b : a;
  return { ...better, date: a.date ?? b.date ?? null };
};

/** @param at the page's own real address, which is no item of it */
export const readLinks = ({ $, base }: Parsed, { keep, at, today }: { keep: RegExp; at: string; today: IsoDate }): Found => {
  const own = addressKey(at, at);
  const itemOf = (href: string): { key: string; url: string } | null => {
    const url = resolveLink(href, base);
    if (url === '' || pathOf(url).search(keep) === -1) return null;
    const key = addressKey(url, at);
    return key === own ? null : { key, url };
  };
  const root = $.root()[0];
  const survey: Survey = root === undefined ? { links: [], dates: [], headings: [] } : surveyPage(root, { itemOf, today });
  const runs = runsOf(survey.links);
  const lay = layOf(survey, runs);
  const rows = new Map<string, RawRow>();
  for (const [index, run] of runs.entries()) {
    const [previous, following] = [runs[index - 1], runs[index + 1]];
    const from = previous === undefined ? 0 : last(previous);
    const raw = toRaw(run, lay, { from, to: following === undefined ? Number.POSITIVE_INFINITY : first(following) });
    const known = rows.get(run.key);
    rows.set(run.key, known === undefined ? raw : join(known, raw));
  }
  return { rows: [...rows.values()], seen: rows.size, total: null, landmarks: false, base };
};
