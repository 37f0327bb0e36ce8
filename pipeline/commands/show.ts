// `pactwatch show <entry>`: its facts and its text.

import type { Entry, Report } from '../types.ts';
import { readFrontMatter } from '../yaml.ts';
import { open } from './context.ts';
import { findEntry } from './entries.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { readReports } from './reports.ts';

export const show = async (
  environment: Environment,
  options: GlobalOptions & { json?: boolean },
  [words = '']: readonly string[],
): Promise<number> => {
  const { store } = await open(environment, options);
  const { watcher, entry, texts } = await findEntry(store, words);
  const files = await Promise.all(texts.map((path) => store.read(path)));
  const reports = (await readReports(store)).reports.filter((r) => r.watcher === watcher && isAbout(r, entry));
  if (options.json) {
    environment.out(
      `${JSON.stringify({ watcher, entry, texts: texts.map((path, i) => ({ path, body: readFrontMatter(files[i] ?? '')?.body ?? null })), reports }, null, 2)}\n`,
    );
    return 0;
  }
  const lines = [
    `${entry.id}  ${entry.access}`,
    entry.title,
    `  date ${entry.date ?? 'unknown'}, first seen ${entry.firstSeen}, in ${watcher}`,
    `  ${entry.url}`,
    ...(entry.missing.length === 0 ? [] : [`  answered "no such document" on ${entry.missing.join(', ')}`]),
    ...reports.map((r) => `  report ${r.date}: ${r.title}${r.issue === null ? ' (not filed yet)' : ` (${r.issue})`}`),
    ...texts.map((path) => `  text ${path}`),
    '',
    readFrontMatter(files[0] ?? '')?.body ?? 'There is no text of it.\n',
  ];
  environment.out(lines.join('\n'));
  return 0;
};

/** A report's key is its kind, the entry, and what tells it from others of the entry: a sha, a day, a language. */
const isAbout = ({ key, kind }: Report, { id }: Entry): boolean => {
  const start = `${kind}-${id}`;
  return key === start || (key.startsWith(`${start}-`) && /^(?:[0-9a-f]{12}|\d{4}-|[a-z]{2}$)/.test(key.slice(start.length + 1)));
};
