// One page of a list: fetched, judged, read. What its rows mean for the snapshot is in rows.ts.

import { createHash } from 'node:crypto';
import { decodePage } from '../../discover/decode.ts';
import { checkBody } from '../../discover/layout.ts';
import { readList } from '../../discover/list.ts';
import { BlockedError, FetchError, LayoutError, WatchError } from '../../errors.ts';
import { judge, type Reason, type Wanted } from '../../fetch/judge/page.ts';
import { blockedBy } from '../../fetch/judge/walls.ts';
import type { Asked, List, ListPage, Outcome, Page, Reader, Row } from '../../types.ts';
import { note } from '../session.ts';
import { type ListSession, nameOfList } from './session.ts';

const ACCEPT: Readonly<Record<Reader['format'], string>> = {
  html: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  links: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  feed: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1',
  json: 'application/json, */*;q=0.1',
};

const wantedOf = (reader: Reader): Wanted => {
  if (reader.format === 'json') return reader.variable === undefined ? 'json' : 'html';
  return reader.format === 'feed' ? 'feed' : 'html';
};

const NOTHING: ListPage = { rows: [], total: null, signals: [] };

export const addressOf = ({ url }: List, asked: Asked): string => (typeof url === 'string' ? url : url(asked));

/**
 * The list, or the other way to it when it cannot be read; the first error counts when no way leads there.
 * @returns null when nothing changed since the last good look
 * @throws WatchError
 */
export const fetchList = async (session: ListSession, list: List, asked: Asked): Promise<ListPage | null> => {
  const { page, way } = await fetchAny(session, { list, asked, had: new Map(), isLater: false });
  session.ways.set(list.name, way);
  return page;
};

/** A page after the first: past its end a list answers in many ways, none of which is its rows. Trouble is no end. */
export const fetchLater = async (session: ListSession, list: List, asked: Asked): Promise<readonly Row[]> => {
  const known = session.ways.get(list.name);
  for (let way: List | undefined = known ?? list; way !== undefined; way = known === undefined ? way.otherwise : undefined) {
    const { page } = await fetchAny(session, { list: { ...way, expect: 0 }, asked, had: new Map(), isLater: true });
    if (page !== null && page.rows.length > 0) return page.rows;
  }
  return [];
};

/** `had`: answers of this list by their address; two ways to read one page ask for it once. */
interface Question {
  readonly list: List;
  readonly asked: Asked;
  readonly had: Map<string, Promise<Page>>;
  readonly isLater: boolean;
}

interface Answered {
  readonly page: ListPage | null;
  readonly way: List;
}

const fetchAny = async (session: ListSession, question: Question): Promise<Answered> => {
  const { list, asked } = question;
  try {
    return { page: await fetchOne(session, question), way: list };
  } catch (error) {
    if (!(error instanceof WatchError) || list.otherwise === undefined || (error instanceof FetchError && error.code === 'budget'))
      throw error;
    const { otherwise } = list;
    const other = await fetchAny(session, { ...question, list: otherwise }).catch((also: unknown) => {
      if (!(also instanceof WatchError)) throw also;
      note(session, { entry: nameOfList(session, otherwise.name), url: also.at, outcome: outcomeOf(also), reason: also.message });
      throw error;
    });
    const reason = `${error.message}; read at ${addressOf(otherwise, asked)} instead`;
    note(session, { entry: nameOfList(session, list.name), url: addressOf(list, asked), outcome: outcomeOf(error), reason });
    return other;
  }
};

/** How a look is called that an error ended. */
export const outcomeOf = ({ code }: WatchError): Outcome => OUTCOMES[code] ?? 'unreachable';
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  blocked: 'blocked',
  refused: 'refused',
  'layout-changed': 'layout-changed',
  'cut-off': 'cut-off',
  unstable: 'layout-changed',
};

/** What stands in the place of a page for a while. */
const TROUBLE: readonly Reason[] = [
  'server-error',
  'rate-limited',
  'maintenance',
  'forbidden',
  'login',
  'consent',
  'shell',
  'parked',
  'empty',
  'cut-off',
];

const fetchOne = async (session: ListSession, { list, asked, had, isLater }: Question): Promise<ListPage | null> => {
  const { watcher, context, looks, fetcher } = session;
  const url = addressOf(list, asked);
  const isFresh = context.all || context.accept || context.since !== null || session.baselines[list.name] === undefined;
  const validators = isFresh ? null : (looks.validators[url] ?? null);
  const via = list.read.format === 'feed' ? 'http' : watcher.via;
  const answer = had.get(url) ?? fetcher.get(url, { validators, accept: list.accept ?? ACCEPT[list.read.format], via });
  had.set(url, answer);
  const page = await answer;
  if (isNone(list, page)) return NOTHING;
  const verdict = judge(page, wantedOf(list.read));
  if (verdict.kind === 'not-modified') return null;
  if (verdict.kind === 'wall') throw blockedBy(page, verdict);
  if (verdict.kind === 'absent') {
    if (isLater && !TROUBLE.includes(verdict.reason)) return NOTHING;
    if (verdict.reason === 'forbidden')
      throw new BlockedError('blocked', `${url} is refused to us (${verdict.evidence})`, {
        at: url,
        evidence: verdict.evidence,
        remedy: 'Nothing is done to get round it; the next run asks again. To see what stands there, open the address in a browser.',
      });
    throw new LayoutError(`${url} gives no list (${verdict.reason}: ${verdict.evidence})`, {
      at: url,
      remedy: `Open it in a browser. When the list has moved, correct the address in the declaration of ${watcher.id}.`,
    });
  }
  const read = await readList(page, list, { signal: watcher.signal ?? [], today: context.today }).catch((error: unknown) => {
    if (!isLater || !(error instanceof LayoutError)) throw error;
    checkBody(decodePage(page), { name: list.name, at: page.finalUrl }, list.read);
    return NOTHING;
  });
  const offered = page.validators;
  if ((offered.etag ?? offered.lastModified) !== null)
    session.offered.set(url, { ...offered, sha256: createHash('sha256').update(page.body).digest('hex') });
  return read;
};

/** A status, or no content at all, by which the source says that there is nothing in this window or past this page. */
const isNone = ({ none = [] }: List, { status, body }: Page): boolean =>
  none.includes(status) || (none.includes(204) && status === 200 && body.length === 0);
