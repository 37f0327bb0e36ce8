// Every watcher reads its own recording, and recordings that were damaged: what is no list is an error with a name, and never fewer rows, other rows or none.

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WatchError } from '../../pipeline/errors.ts';
import { parseTracked } from '../../pipeline/match/corpus.ts';
import { fetchList } from '../../pipeline/run/lists/fetch.ts';
import { listsOf } from '../../pipeline/run/lists/run.ts';
import { openLists } from '../../pipeline/run/lists/session.ts';
import { openPage, runPage } from '../../pipeline/run/pages.ts';
import { parseSettings } from '../../pipeline/settings.ts';
import { openStore } from '../../pipeline/store.ts';
import type { List, ListingWatcher, Page, PageWatcher, Row } from '../../pipeline/types.ts';
import { writeYaml } from '../../pipeline/yaml.ts';
import { watchers } from '../../watchers/index.ts';
import { behindWall, cutAt, emptied, shuffled, withoutMain, zeroBytes } from '../support/damage.ts';
import { FIXTURES, FOLLOWED, INTERESTS, type Recording, recordingOf } from '../support/recordings.ts';

const good = <T>(read: { ok: true; value: T } | { ok: false }): T => {
  if (read.ok) return read.value;
  throw new Error('the settings or the corpus of the recordings cannot be read');
};
const settings = good(parseSettings('settings.yaml', writeYaml({ interests: INTERESTS })));
const followed = good(parseTracked('made-up.yaml', FOLLOWED));

const contextOn = (today: string) => ({
  store: openStore('/nowhere/pactwatch'),
  settings,
  corpus: [followed],
  today,
  onLook: () => {},
  dryRun: true,
  all: false,
  since: null,
  accept: false,
  twice: false,
  imported: false,
});

const answering = (page: Page) => ({
  fetcher: { requests: () => 0, get: async () => page },
  looks: { validators: {}, days: {} },
});

/** A list and the other ways to it, each by itself. */
const waysOf = ({ otherwise, ...own }: List): List[] => [own, ...(otherwise === undefined ? [] : waysOf(otherwise))];

interface Case {
  readonly name: string;
  readonly watcher: ListingWatcher;
  readonly list: List;
  readonly recording: Recording;
}

/** A page that only leads to a file is a list of one link. */
const asList = ({ file, url, ...page }: PageWatcher): ListingWatcher[] =>
  file === undefined
    ? []
    : [
        {
          ...page,
          kind: 'listing',
          entry: 'page',
          detail: null,
          lists: [{ name: page.id, url, read: { format: 'links', keep: file }, expect: 1, dated: false }],
        },
      ];

const listing = watchers.flatMap((watcher) => (watcher.kind === 'page' ? asList(watcher) : watcher.kind === 'numbers' ? [] : [watcher]));
const pages = watchers.filter((watcher): watcher is PageWatcher => watcher.kind === 'page' && watcher.file === undefined);

const declared = async (watcher: ListingWatcher, day: string): Promise<readonly List[]> =>
  listsOf(await openLists(watcher, contextOn(day), answering(EMPTY)));

const EMPTY: Page = {
  url: '',
  finalUrl: '',
  status: 200,
  mediaType: '',
  headers: {},
  body: new Uint8Array(),
  validators: { etag: null, lastModified: null },
};

const casesOf = async (watcher: ListingWatcher): Promise<Case[]> => {
  const recordings = recordingOf(watcher.id);
  const lists = await declared(watcher, recordings[0]?.day ?? '');
  return recordings.map((recording) => {
    const list = waysOf(lists.find(({ name }) => name === (recording.list ?? watcher.id)) ?? missing(watcher, recording))[recording.way];
    return {
      name: `${watcher.id}: ${recording.list ?? 'page'}, way ${recording.way}`,
      watcher,
      recording,
      list: list ?? missing(watcher, recording),
    };
  });
};

const missing = ({ id }: ListingWatcher, { list, way }: Recording): never => {
  throw new Error(`${id} declares no list "${list}" with a way ${way}: make its recording anew by "npm run fixtures"`);
};

const cases = (await Promise.all(listing.map(casesOf))).flat();

/** What a run would take from the answer. @throws WatchError */
const rowsOf = async ({ watcher, list, recording: { day } }: Case, page: Page): Promise<readonly Row[]> => {
  const session = await openLists(watcher, contextOn(day), answering(page));
  const { rows } = (await fetchList(session, list, { page: list.paging?.first ?? 1, from: day, to: day })) ?? { rows: [] };
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** An error of ours by its code, or the rows. */
const outcomeOf = (one: Case, page: Page): Promise<readonly Row[] | string> =>
  rowsOf(one, page).catch((error: unknown) => {
    if (error instanceof WatchError) return error.code;
    throw error;
  });

/** Rows of the recordings as they are. Another way need not lead to them from the same page: what it answers has to be readable where it counts. */
const wholes = new Map<Case, readonly Row[]>();
for (const one of cases) {
  const rows = await outcomeOf(one, one.recording.page);
  if (typeof rows !== 'string') wholes.set(one, rows);
  else if (one.recording.way === 0) throw new Error(`${one.name} cannot be read: ${rows}`);
}

describe('recordings', () => {
  it.each(listing.map((watcher) => [watcher.id, watcher] as const))('of %s hold an answer for each of its lists', async (id, watcher) => {
    const recordings = recordingOf(id);
    const lists = await declared(watcher, recordings[0]?.day ?? '');
    const recorded = recordings.filter(({ way }) => way === 0).map(({ list }) => list ?? id);
    expect(recorded).toEqual(lists.map(({ name }) => name));
  });

  it.each(listing.map(({ id }) => id))('of %s are read as a person read them', async (id) => {
    const own = cases.filter(({ watcher }) => watcher.id === id);
    const read = own.map((one) => [one.name, wholes.get(one)?.map(factsOf)]);
    await expect(`${JSON.stringify(Object.fromEntries(read), null, 1)}\n`).toMatchFileSnapshot(resolve(FIXTURES, id, 'rows.json'));
  });
});

const factsOf = ({ id, title, date, url, language }: Row) => ({ id, title, date, url, language });

describe.each([...wholes].filter(([{ recording }]) => recording.page.status === 200).map(([one, rows]) => [one.name, one, rows] as const))(
  '%s',
  (_, one, rows) => {
    const { page } = one.recording;

    it('without its rows: an error by name, or none where none is an answer', async () => {
      expect(await outcomeOf(one, emptied(page))).toSatisfy(
        (seen) => seen === 'layout-changed' || (one.list.expect === 0 && seen.length === 0),
      );
    });

    it.each([50, 90])('cut off after %i of a hundred: an error by name', async (percent) => {
      const seen = await outcomeOf(one, cutAt(page, percent));
      // Data that a script brings may stand before the cut, whole.
      if (seen !== 'layout-changed') expect(seen).toEqual(rows);
    });

    it.each(['challenge-403', 'challenge-200', 'aws-202', 'akamai', 'cloudfront'] as const)('behind a wall (%s): blocked', async (wall) => {
      expect(await outcomeOf(one, await behindWall(page, wall))).toBe('blocked');
    });

    it('without a byte: an error by name, or none where the source says none so', async () => {
      const none = one.list.none?.includes(204) ?? false;
      expect(await outcomeOf(one, zeroBytes(page))).toEqual(none ? [] : 'layout-changed');
    });

    it('in another order: the same rows', async () => {
      expect(await rowsOf(one, shuffled(page, one.list))).toEqual(rows);
    });
  },
);

describe.each(pages.map((watcher) => [watcher.id, watcher] as const))('the page %s', (id, watcher) => {
  const [{ day, page } = { day: '', page: EMPTY }] = recordingOf(id);
  const look = async (answer: Page) => {
    const session = await openPage(watcher, contextOn(day), answering(answer));
    await runPage(session);
    const [failure] = [...session.errors, ...session.entryFailures];
    return failure?.code ?? session.pending.map(({ newText }) => newText?.blocks.map(({ text }) => text).join('\n')).join();
  };

  it('is read', async () => {
    const text = await look(page);
    expect(text.length).toBeGreaterThan(typeof watcher.expect === 'number' ? watcher.expect : 100);
    if (typeof watcher.expect === 'string') expect(text.toLowerCase()).toContain(watcher.expect.toLowerCase());
  });

  it.each([
    ['without its main part', async () => withoutMain(page), 'emptied'],
    ['behind a challenge', () => behindWall(page, 'challenge-403'), 'blocked'],
    ['behind a challenge with 200', () => behindWall(page, 'challenge-200'), 'blocked'],
    ['without a byte', async () => zeroBytes(page), 'empty'],
  ] as const)('%s fails by name', async (_, damaged, code) => expect(await look(await damaged())).toBe(code));
});
