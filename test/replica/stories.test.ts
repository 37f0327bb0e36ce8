// What holds for every stand-in, whichever institution it plays.

import { expect, it } from 'vitest';
import { watchers } from '../../watchers/index.ts';
import { STORIES } from './sites/index.ts';

const stories = Object.entries(STORIES);

it('has one stand-in for an origin', () => {
  const origins = stories.flatMap(([, { sites }]) => sites.map(({ origin }) => origin));
  expect(origins.filter((origin, at) => origins.indexOf(origin) !== at)).toEqual([]);
});

it.each(stories)('%s tells of watchers that exist, each thing once, and nothing on the day of the baseline', (_, { told }) => {
  const ids = watchers.map(({ id }) => id);
  expect(told.filter(({ watcher }) => !ids.includes(watcher))).toEqual([]);
  expect(told.filter(({ day }) => day === 1)).toEqual([]);
  const lines = told.map((t) => JSON.stringify(t));
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
});
