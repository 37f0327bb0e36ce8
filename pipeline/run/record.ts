// The answers of a source to what a run would ask first, with what must be known to read them again.

import { addDays } from '../calendar.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Settings } from '../settings.ts';
import type { IsoDate, List, ListingWatcher, Page, PageWatcher, Tracked } from '../types.ts';

/** One answer of a recording: `recording.json` holds a list of these. */
export interface Recorded {
  /** Name of the list; null for a page that is watched itself. */
  readonly list: string | null;
  /** Which of the ways to the list: 0 is the first. */
  readonly way: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly mediaType: string;
  readonly file: string;
  /** The day on which it was recorded. */
  readonly day: IsoDate;
}

interface Tools {
  readonly fetcher: Fetcher;
  readonly context: { readonly today: IsoDate; readonly corpus: readonly Tracked[]; readonly settings: Settings };
}

const EXTENSIONS: Readonly<Record<List['read']['format'], string>> = { html: 'html', links: 'html', feed: 'xml', json: 'json' };

/** @throws WatchError when an answer cannot be had */
export const recordAnswers = async (watcher: ListingWatcher | PageWatcher, { fetcher, context }: Tools) => {
  const { today, corpus, settings } = context;
  const questions: { list: string | null; way: number; url: string; extension: string }[] = [];
  if (watcher.kind === 'page') questions.push({ list: null, way: 0, url: watcher.url, extension: 'html' });
  else {
    const { words, procedures, subjectCodes } = settings.interests;
    const lists = typeof watcher.lists === 'function' ? watcher.lists({ today, corpus, words, procedures, subjectCodes }) : watcher.lists;
    for (const list of lists) {
      let way = 0;
      for (let at: List | undefined = list; at !== undefined; at = at.otherwise) {
        const from = addDays(today, -(at.window?.days ?? 0));
        const url = typeof at.url === 'string' ? at.url : at.url({ page: at.paging?.first ?? 1, from, to: today });
        const isPage = at.read.format === 'json' && at.read.variable !== undefined;
        questions.push({ list: list.name, way, url, extension: isPage ? 'html' : EXTENSIONS[at.read.format] });
        way += 1;
      }
    }
  }
  const files: { name: string; body: Uint8Array }[] = [];
  const index: Recorded[] = [];
  for (const [i, { list, way, url, extension }] of questions.entries()) {
    // Another way to a list is worth recording, and need not be there.
    const page = await fetcher.get(url, { via: extension === 'xml' ? 'http' : watcher.via }).catch((error: unknown) => {
      if (way > 0) return null;
      throw error;
    });
    if (page === null || (way > 0 && page.status >= 400)) continue;
    // Two ways to read one page are one answer.
    const same = files.find(({ body }) => Buffer.compare(body, page.body) === 0);
    const file = same?.name ?? `${String(i + 1).padStart(2, '0')}.${extension}`;
    if (same === undefined) files.push({ name: file, body: page.body });
    index.push({ list, way, file, day: today, ...factsOf(page) });
  }
  return { files, index };
};

const factsOf = ({ url, finalUrl, status, mediaType }: Page) => ({ url, finalUrl, status, mediaType });
