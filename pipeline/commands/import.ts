// `pactwatch import`: a page or file that a person saved, taken as if it had been fetched.

import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { extract, type Source } from '../extract/index.ts';
import { parseReference, printReference, referenceId } from '../reference.ts';
import { importSaved, type Target } from '../run/import.ts';
import { type Opened, open } from './context.ts';
import { findEntry } from './entries.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { mediaTypeOf } from './sources.ts';

export const importFile = async (
  environment: Environment,
  options: GlobalOptions & { dryRun?: boolean; json?: boolean },
  [name = '', file = '']: readonly string[],
): Promise<number> => {
  const opened = await open(environment, options);
  const target = await targetOf(opened, name);
  const body = await readFile(file).catch((cause) => {
    throw new UsageError(`${file} cannot be read`, { at: file, remedy: 'Give the path of the page or file that you saved', cause });
  });
  await checkCover(opened, target, { body, mediaType: mediaTypeOf(file, body), at: file });
  const context = {
    ...opened,
    onLook: () => {},
    dryRun: options.dryRun === true,
    all: false,
    since: null,
    accept: false,
    twice: false,
    imported: true,
  };
  const { findings, looks } = await importSaved(context, target, { body, mediaType: mediaTypeOf(file, body), file });
  if (options.json) environment.out(`${JSON.stringify({ findings, looks }, null, 2)}\n`);
  else environment.out(`${tell(target, { findings, looks })}\n`);
  return 0;
};

/** Whoever picks the wrong file would accuse the Council of having replaced a document. @throws UsageError */
const checkCover = async ({ settings }: Opened, { entry }: Target, source: Source): Promise<void> => {
  const wanted = parseReference(entry ?? '');
  if (wanted === null || source.mediaType !== 'application/pdf') return;
  const printed = (await extract(source, settings.extract)).cover?.reference ?? null;
  if (printed === null || referenceId(printed) === referenceId(wanted)) return;
  throw new UsageError(`its cover says ${printReference(printed)}, and not ${printReference(wanted)}`, {
    at: source.at,
    remedy: `Import it under its own number: pactwatch import "${printReference(printed)}" ${source.at}`,
  });
};

/** A source, an entry of one, or a document number that nobody has seen yet. */
const targetOf = async ({ watchers, store }: Opened, name: string): Promise<Target> => {
  const watcher = watchers.find(({ id }) => id === name);
  if (watcher !== undefined && watcher.kind !== 'numbers') return { watcher, entry: null };
  const found = await findEntry(store, name).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  const owner = watchers.find(({ id }) => id === found?.watcher);
  if (found !== null && owner !== undefined) return { watcher: owner, entry: found.entry.id };
  const reference = parseReference(name);
  const numbers = watchers.find(({ kind }) => kind === 'numbers');
  if (reference !== null && numbers !== undefined) return { watcher: numbers, entry: referenceId(reference) };
  throw new UsageError(`"${name}" is neither a source, nor an entry, nor a document number`, {
    at: 'import',
    remedy: `Name one of the sources (${watchers.map(({ id }) => id).join(', ')}), an entry as "status" and "show" know it, or a number like 13901/23`,
  });
};

const tell = ({ watcher, entry }: Target, { findings, looks }: Awaited<ReturnType<typeof importSaved>>): string => {
  const rows = looks.map((look) => `  ${look.outcome.padEnd(12)} ${look.entry}  ${look.reason}`);
  const found = findings.map((f) => `  ${f.kind}: ${f.title}\n    report: ${f.report}`);
  const head = `Imported into ${watcher.id}${entry === null ? '' : `: ${entry}`}.`;
  return [
    head,
    ...rows,
    found.length === 0 ? 'No findings.' : `${found.length} ${found.length === 1 ? 'finding' : 'findings'}:`,
    ...found,
  ].join('\n');
};
