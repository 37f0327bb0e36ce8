// Living through the story: a place with the settings that come with pactwatch, one run a day, and findings as lines that can be compared.

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSettings } from '../../pipeline/settings.ts';
import type { Entry, RunSummary } from '../../pipeline/types.ts';
import type { Replica } from '../replica/server.ts';
import { DAYS, type Day, type Told } from '../replica/site.ts';
import { STORIES } from '../replica/sites/index.ts';
import { makePlace, type Place } from '../support/place.ts';

export interface DayOfRun {
  readonly summary: RunSummary;
  /** Sorted lines, as `tell` writes them. */
  readonly found: readonly string[];
  readonly milliseconds: number;
}

const tell = ({ day, watcher, kind, title }: Told): string => `day ${day}, ${watcher}: ${kind} "${title}"`;

/** What the stand-ins have to tell on a day, as sorted lines. */
export const toldOn = (day: Day): string[] =>
  Object.values(STORIES)
    .flatMap(({ told }) => told)
    .filter((t) => t.day === day)
    .map(tell)
    .sort();

/** Their host says no to robots; its stand-in does as well. */
const REFUSED = ['council-agendas', 'council-latest', 'council-register'];

/** Interests and corpus as they come with pactwatch; answers are awaited for seconds only and asked for once, and the Council's site may be read. */
export const settle = async ({ origins }: Replica, timeout = 20): Promise<Place> => {
  const read = parseSettings('pactwatch.yaml', await readFile('pactwatch.yaml', 'utf8'));
  if (!read.ok) throw new Error('pactwatch.yaml cannot be read');
  const place = await makePlace(origins, [], {
    interests: read.value.interests,
    manners: { retries: 0, timeout },
    watchers: Object.fromEntries(REFUSED.map((id) => [id, { robots: 'permitted', permittedBy: 'the stand-in itself' }])),
  });
  await cp('watchers/corpus', join(place.folder, 'corpus'), { recursive: true });
  return place;
};

/** One run on one day. */
export const live = async (place: Place, replica: Replica, day: Day): Promise<DayOfRun> => {
  replica.day(day);
  const start = performance.now();
  const { summary } = await place.watch(DAYS[day]);
  const milliseconds = performance.now() - start;
  const files = await place.files();
  const titleOf = (watcher: string, id: string): string => {
    const entries = JSON.parse(files[`root/snapshots/${watcher}/entries.json`] ?? '[]') as readonly Entry[];
    return entries.find((entry) => entry.id === id)?.title ?? `no entry ${id}`;
  };
  const found = summary.findings.map(({ watcher, kind, entry }) => tell({ day, watcher, kind, title: titleOf(watcher, entry) }));
  return { summary, found: found.sort(), milliseconds };
};

/** Origins that a watcher looked at, in all of the runs. */
export const originsOf = (days: readonly DayOfRun[], watcher: string): ReadonlySet<string> => {
  const looks = days.flatMap(({ summary }) => summary.watchers.filter(({ id }) => id === watcher).flatMap((w) => w.looks));
  return new Set(looks.filter(({ url }) => URL.canParse(url)).map(({ url }) => new URL(url).origin));
};
