// `pactwatch check`: settings, watchers, corpus and what the machine wrote. All problems at once, each with file, key and remedy.

import { DeclarationError, type Problem, WatchError } from '../errors.ts';
import { textSha256 } from '../extract/text.ts';
import { entriesPath, type Store, textPath } from '../store.ts';
import { parseTextFile, versionOf } from '../textfile.ts';
import type { Entry } from '../types.ts';
import { type Opened, open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { readReports } from './reports.ts';

export const check = async (environment: Environment, options: GlobalOptions & { json?: boolean }): Promise<number> => {
  const problems: Problem[] = [];
  const gather = (error: unknown): undefined => {
    if (error instanceof DeclarationError) problems.push(...error.problems);
    else if (error instanceof WatchError)
      problems.push({ file: error.at, line: null, key: '', message: error.message, remedy: error.remedy });
    else throw error;
  };
  const opened = await open(environment, options).catch(gather);
  if (opened !== undefined) {
    problems.push(...withoutPermission(opened), ...(await readReports(opened.store)).damaged);
    for (const { id } of opened.watchers) problems.push(...((await checkSnapshot(opened.store, id).catch(gather)) ?? []));
  }
  if (options.json) environment.out(`${JSON.stringify({ problems }, null, 2)}\n`);
  else if (problems.length === 0) environment.out('Settings, watchers, corpus, snapshots and reports are in order.\n');
  else environment.err(`${new DeclarationError(problems).message}\n`);
  return problems.length === 0 ? 0 : opened === undefined ? 2 : 1;
};

/** A permission that nobody gave is none: who reads the settings later must see whose it was. */
const withoutPermission = ({ settings }: Opened): readonly Problem[] =>
  Object.entries(settings.watchers)
    .filter(([, { robots, permittedBy }]) => robots === 'permitted' && permittedBy === undefined)
    .map(([id]) => ({
      file: 'pactwatch.yaml',
      line: null,
      key: `watchers.${id}.robots`,
      message: 'it says "permitted", and not by whom',
      remedy: 'Write who gave the permission, and when: permittedBy: "J. Doe, web team, e-mail of 1 September 2026".',
    }));

const checkSnapshot = async (store: Store, watcher: string): Promise<readonly Problem[]> => {
  const { entries } = await store.snapshot(watcher);
  const problems: Problem[] = [];
  const ids = entries.map((e) => e.id);
  if (ids.some((id, i) => i > 0 && id <= (ids[i - 1] ?? ''))) {
    problems.push({
      file: entriesPath(watcher),
      line: null,
      key: '',
      message: 'its entries are not sorted by id, or one stands twice',
      remedy: `Bring back its last good state: git checkout -- ${entriesPath(watcher)}`,
    });
  }
  for (const entry of entries) problems.push(...(await checkTexts(store, watcher, entry)));
  return problems;
};

const checkTexts = async (store: Store, watcher: string, entry: Entry): Promise<readonly Problem[]> => {
  const languages = [entry.language, ...entry.translations.map((t) => t.language)].filter((l) => l !== null);
  const problems: Problem[] = [];
  for (const language of languages) {
    const wanted = versionOf(entry, language)?.textSha256 ?? null;
    if (wanted === null) continue;
    const file = textPath(watcher, entry.id, language);
    const text = parseTextFile((await store.read(file)) ?? '');
    const message =
      text === null
        ? 'the text is missing or damaged'
        : textSha256(text) === wanted
          ? null
          : 'the text is not the one that its entry names';
    if (message !== null)
      problems.push({ file, line: null, key: entry.id, message, remedy: 'Run "npx pactwatch watch": it fetches the text anew.' });
  }
  return problems;
};
