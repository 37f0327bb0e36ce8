// `pactwatch diff <a> [b]`: two files, two entries, two states of one, or one and what it follows; a draft by its own marks; an act article by article; what
// a released text has blacked out; what became of reservations. How it is compared stands in compared.ts.

import { formatDiff } from '../diff/format/index.ts';
import { UsageError } from '../errors.ts';
import { changeSection } from '../report/change.ts';
import { byArticle, byMarks, type Compared, type DiffFormat, ofTwo, withGapsTold } from './compared.ts';
import { open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { previousOf, twoOf } from './previous.ts';
import { reservations } from './reservations.ts';
import { type Named, namedText, type Place } from './sources.ts';

export interface DiffOptions {
  readonly format?: DiffFormat;
  readonly previous?: boolean;
  readonly marks?: boolean;
  readonly latest?: boolean;
  readonly byArticle?: boolean;
  readonly gaps?: boolean;
  readonly reservations?: boolean;
}

export const diff = async (environment: Environment, options: GlobalOptions & DiffOptions, given: readonly string[]): Promise<number> => {
  // Of an argument that was left out commander says undefined.
  const args = given.filter((one) => one !== undefined);
  checkUse(options, args);
  const opened = await open(environment, options);
  const place = { opened, environment };
  if (options.marks) print(place, options, byMarks(await namedText(args[0] ?? '', place), options.latest ? 'latest' : 'all'));
  else {
    const both = await bothOf(args, place, options);
    if (options.reservations) environment.out(reservations(both, options.format ?? 'words'));
    else {
      const compared = options.byArticle ? byArticle(both) : options.gaps ? withGapsTold(both) : ofTwo(both);
      print(place, options, args.length === 1 ? named(compared, options) : compared);
    }
  }
  return 0;
};

const bothOf = async ([a = '', b]: readonly string[], place: Place, { previous }: DiffOptions): Promise<readonly [Named, Named]> => {
  if (previous) return previousOf(a, place);
  return b === undefined ? twoOf(a, place) : [await namedText(a, place), await namedText(b, place)];
};

/** Who named one document reads with what it was compared; two columns, pages and programs have the names as it is. */
const named = ({ diff: found, sides }: Compared, { format = 'words' }: DiffOptions): Compared =>
  ['words', 'lines', 'markdown'].includes(format)
    ? { diff: found, sides: { ...sides, notes: [`${sides.oldName} → ${sides.newName}`, ...(sides.notes ?? [])] } }
    : { diff: found, sides };

/** Ways of comparing of which only one can be had. */
const WAYS = { marks: '--marks', byArticle: '--by-article', gaps: '--gaps', reservations: '--reservations' } as const;

const checkUse = (options: DiffOptions, args: readonly string[]): void => {
  const ways = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => options[way]).map((way) => WAYS[way]);
  const wrong = (message: string, remedy: string): never => {
    throw new UsageError(message, { at: 'diff', remedy });
  };
  if (ways.length > 1) wrong(`${ways.join(' and ')} are two ways of comparing`, 'Use one of them at a time');
  if (options.latest && !options.marks) wrong('--latest goes with --marks', 'Add --marks, or leave --latest out');
  if ((options.marks || options.previous) && args.length > 1)
    wrong(
      `${options.marks ? '--marks reads one document' : '--previous looks for the other document itself'}`,
      'Name one document only, or leave the option out',
    );
  if (options.format === 'patch' && ways.length > 0)
    wrong(`a patch is of two whole texts, and cannot be had with ${ways[0]}`, 'Use another --format, or leave the option out');
  if (options.reservations && !['words', 'markdown', 'json', undefined].includes(options.format))
    wrong(`reservations cannot be had as ${options.format}`, 'Use --format words, markdown or json');
};

const print = ({ environment }: Place, { format = 'words' }: DiffOptions, { diff: found, sides }: Compared): void => {
  if (format === 'markdown') {
    const notes = (sides.notes ?? []).map((note) => `> ${note}\n`).join('');
    environment.out(`${notes}${notes === '' ? '' : '\n'}${changeSection(found)}\n`);
    return;
  }
  const isTerminal = process.stdout.isTTY === true;
  const colour = isTerminal && environment.variables.NO_COLOR === undefined;
  environment.out(formatDiff(found, format, { sides, colour, ...(isTerminal ? { width: process.stdout.columns } : {}) }));
};
