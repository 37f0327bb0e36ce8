// Pages and files that a person saved by hand, taken as if they had been fetched: for sources that refuse programs.

import { readList } from '../discover/list.ts';
import { BlockedError, FetchError, LayoutError, UsageError, type WatchError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { judge } from '../fetch/judge/page.ts';
import { blockedBy } from '../fetch/judge/walls.ts';
import { parseReference, sameFamily } from '../reference.ts';
import type { List, Page, Reference, Row, RunSummary, Watcher } from '../types.ts';
import { importDetail } from './lists/details.ts';
import { takeRow } from './lists/rows.ts';
import { listsOf } from './lists/run.ts';
import { type ListSession, openLists, saveLists } from './lists/session.ts';
import { look } from './numbers/look.ts';
import { openNumbers, saveNumbers } from './numbers/session.ts';
import { openPage, runPage } from './pages.ts';
import { keepPending } from './pending.ts';
import { findingsOf } from './results.ts';
import { type RunContext, type Session, saveEntries } from './session.ts';

export interface Saved {
  /** The bytes, with their media type as far as their name or beginning tells. */
  readonly body: Uint8Array;
  readonly mediaType: string;
  /** The file, for messages. */
  readonly file: string;
}

/** What a person names: a source, or one entry of it. */
export interface Target {
  readonly watcher: Watcher;
  readonly entry: string | null;
}

export interface Imported {
  readonly findings: RunSummary['findings'];
  readonly looks: Session['records'];
}

/** Answers every question with the saved file, or none where the texts behind a list were not saved; nothing is asked of anybody. */
const fetcherOf = (saved: Saved | null): Fetcher => ({
  requests: () => 0,
  get: async (url) => {
    if (saved !== null) return pageOf(saved, url);
    throw new FetchError('budget', `${url} is not asked while a file is imported`, { at: url, remedy: 'The next run asks for it.' });
  },
});

const pageOf = ({ body, mediaType }: Saved, url: string): Page => ({
  url,
  finalUrl: url,
  status: 200,
  mediaType,
  headers: { 'content-type': mediaType },
  body,
  validators: { etag: null, lastModified: null },
});

/** What was taken in, and how it is saved once nothing was wrong with it. */
interface Taken {
  readonly session: Session;
  readonly save: () => Promise<void>;
}

/** @throws UsageError when the file is not what it was saved for, or there is nothing that it could belong to; nothing is written then */
export const importSaved = async (context: RunContext, target: Target, saved: Saved): Promise<Imported> => {
  const unlock = context.dryRun ? async () => {} : await context.store.lock();
  try {
    const { session, save } = await take({ ...context, imported: true }, target, saved);
    const [wrong] = [...session.errors, ...session.entryFailures];
    if (wrong !== undefined) throw notIt(saved, wrong);
    await keepPending([session]);
    await save();
    return { findings: findingsOf(session), looks: session.records };
  } finally {
    await unlock();
  }
};

/** What is known of a fetched page does not hold for a saved one: it is not asked for again, and who saved it can see it. */
const notIt = ({ file }: Saved, wrong: Pick<WatchError, 'message'>): UsageError =>
  new UsageError(
    wrong instanceof BlockedError ? `${file} is a wall in front of the page (${wrong.evidence})` : `${file}: ${wrong.message}`,
    {
      at: file,
      remedy:
        'Open the address in a browser, wait until everything is there, and save it anew as "web page, HTML only", or as the file that it is',
      cause: wrong,
    },
  );

const take = (context: RunContext, { watcher, entry }: Target, saved: Saved): Promise<Taken> => {
  if (watcher.kind === 'numbers') return importNumber(context, { watcher, id: entry ?? '', saved });
  if (watcher.kind === 'page') return importPage(context, watcher, saved);
  return importList(context, { watcher, entry, saved });
};

const tools = async ({ store }: RunContext, saved: Saved | null) => ({ fetcher: fetcherOf(saved), looks: await store.looks() });

const importPage = async (context: RunContext, watcher: Extract<Watcher, { kind: 'page' }>, saved: Saved): Promise<Taken> => {
  // A page that only leads to a file is not looked at: the file itself was saved.
  const { file, ...itself } = watcher;
  const session = await openPage(itself, context, await tools(context, saved));
  await runPage(session);
  return { session, save: async () => {} };
};

const importNumber = async (
  context: RunContext,
  { watcher, id, saved }: { watcher: Extract<Watcher, { kind: 'numbers' }>; id: string; saved: Saved },
): Promise<Taken> => {
  const reference = parseReference(id);
  if (reference === null)
    throw new UsageError(`"${id}" is not a document number`, { at: id, remedy: 'Write it like "ST 13901/23" or ST-13901-2023-INIT' });
  const language = context.settings.languages[0] ?? watcher.multilingual;
  const document = asDocument(saved, watcher.address(id, language));
  const session = await openNumbers(watcher, context, await tools(context, document));
  const isKnown = (other: Reference | null): boolean => other !== null && sameFamily(other, reference);
  await look(session, {
    reference,
    language,
    elsewhere: false,
    baseline: false,
    since: null,
    onlyInteresting: false,
    existed: session.asked[id] !== undefined,
    familyKnown: [...session.entries.values()].some((e) => isKnown(e.reference)) || context.corpus.some((t) => isKnown(t.reference)),
  });
  return { session, save: () => saveNumbers(session) };
};

/** A document is known by its bytes, however the file is called; anything else would pass for the answer that there is none. */
const asDocument = (saved: Saved, url: string): Saved => {
  const page = pageOf(saved, url);
  const verdict = judge(page, 'pdf');
  if (verdict.kind === 'wall') throw notIt(saved, blockedBy(page, verdict));
  if (verdict.kind === 'absent') throw notIt(saved, { message: `it is no file of a document (${verdict.reason})` });
  return { ...saved, mediaType: 'application/pdf' };
};

const importList = async (
  context: RunContext,
  { watcher, entry: id, saved }: { watcher: Extract<Watcher, { lists: unknown }>; entry: string | null; saved: Saved },
): Promise<Taken> => {
  const session: ListSession = await openLists(watcher, context, await tools(context, id === null ? null : saved));
  if (id === null) {
    await takeList(session, saved);
  } else {
    const entry = session.entries.get(id);
    if (entry === undefined)
      throw new UsageError(`${watcher.id} has no entry "${id}"`, {
        at: id,
        remedy: `Import the page of the list first: pactwatch import ${watcher.id} <file>`,
      });
    await importDetail(session, entry);
  }
  const save = async (): Promise<void> => {
    await saveEntries(session);
    await saveLists(session);
  };
  return { session, save };
};

/** The list that the page is one of: the first whose rows it has. */
const takeList = async (session: ListSession, saved: Saved): Promise<void> => {
  const { list, rows } = await readAsOneOf(session, saved);
  const began = session.baselines[list.name];
  const baseline = began === undefined;
  // A further page of the list: what is older than the first one that was saved was there before.
  const isOld = ({ date }: Row): boolean => began !== undefined && date !== null && date < began;
  for (const row of rows) await takeRow(session, row, { list, baseline: baseline || isOld(row), unearthing: false });
  if (baseline) session.baselines[list.name] = session.context.today;
};

const readAsOneOf = async (session: ListSession, saved: Saved): Promise<{ list: List; rows: readonly Row[] }> => {
  const { today } = session.context;
  let first: LayoutError | null = null;
  for (const list of listsOf(session)) {
    const url = typeof list.url === 'string' ? list.url : list.url({ page: list.paging?.first ?? 1, from: today, to: today });
    try {
      return { list, rows: (await readList(pageOf(saved, url), list, { today })).rows };
    } catch (error) {
      if (!(error instanceof LayoutError)) throw error;
      first ??= error;
    }
  }
  throw notIt(saved, { message: `it is no page of ${session.watcher.id}${first === null ? '' : `: ${first.message}`}` });
};
