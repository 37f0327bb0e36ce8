// The command line: verbs, options, help. What a verb does stands in commands/<verb>.ts and is loaded only when it is called.
// This file alone knows registry, environment, clock and exit code.

import { Command, CommanderError, Option } from 'commander';
import { DeclarationError, UsageError, WatchError } from './errors.ts';

/** What the world outside gives to a command. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
  readonly cwd: string;
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface GlobalOptions {
  readonly root: string;
  readonly settings?: string;
  readonly corpus?: string;
}

const EXIT = { fine: 0, failed: 1, wrongUse: 2 } as const;

const EXAMPLES = `
Examples:
  npx pactwatch demo                                  the whole story on made-up documents, no network
  npx pactwatch watch                                 one run over all watchers
  npx pactwatch watch council-documents --dry-run     look, and write nothing
  npx pactwatch file --to folder:out                  write the issues as Markdown files
  npx pactwatch status                                sources, waiting reports, promises due
  npx pactwatch corpus add 13901/23                   track one more document

Exit codes: 0 fine; 1 a source failed (the rest was done); 2 wrong use or settings (nothing was done).`;

type Run = (environment: Environment, options: GlobalOptions & Record<string, unknown>, args: readonly string[]) => Promise<number>;

/** Runs one command. @returns the exit code. */
export const main = async (args: readonly string[], variables: Environment['variables']): Promise<number> => {
  const environment = fromProcess(variables);
  let code: number = EXIT.fine;
  const program = build((run) => async (...given: unknown[]) => {
    const command = given.at(-1) as Command;
    code = await run(environment, command.optsWithGlobals(), command.processedArgs.flat());
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, environment);
  }
};

const fromProcess = (variables: Environment['variables']): Environment => ({
  variables,
  today: variables.PACTWATCH_TODAY ?? new Date().toISOString().slice(0, 10),
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY === true,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

const explain = (error: unknown, { err }: Environment): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
  if (error instanceof DeclarationError) {
    err(`${error.message}\n`);
    return EXIT.wrongUse;
  }
  if (error instanceof WatchError) {
    err(`pactwatch: ${error.message}. ${error.remedy}\n`);
    return error instanceof UsageError ? EXIT.wrongUse : EXIT.failed;
  }
  throw error;
};

const dryRun = () => new Option('--dry-run', 'say what would be written, and write nothing');
const json = () => new Option('--json', 'print one JSON object instead of text');

/** The verbs. `action` wraps a command into what commander calls. */
const build = (action: (run: Run) => (...given: unknown[]) => Promise<void>): Command => {
  const program = new Command('pactwatch')
    .description('Watches EU Council documents on migrant smuggling, and reports what is new, what opened and what was reworded.')
    .option('--root <dir>', 'the folder that holds snapshots/ and reports/', '.')
    .option('--settings <file>', 'the settings (default: pactwatch.yaml)')
    .option('--corpus <dir>', 'the tracked texts (default: watchers/corpus)')
    .version('0.1.0')
    .showHelpAfterError('(add --help for examples)')
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const verb = (words: string, about: string, run: Run, under: Command = program): Command =>
    under.command(words).description(about).exitOverride().action(action(run));

  verb('watch [id...]', 'one run: look at the sources, keep what is new, write reports', async (...a) =>
    (await import('./commands/watch.ts')).watch(...a),
  )
    .option('--exit-code', 'exit with 10 when there are findings')
    .addOption(dryRun())
    .addOption(json())
    .addHelpText('after', '\nExamples:\n  npx pactwatch watch\n  npx pactwatch watch council-documents --json --root /data/pact');
  verb('file', 'file the reports that have no issue yet', async (env, options) => (await import('./commands/file.ts')).file(env, options))
    .requiredOption('--to <target>', '"github" (needs GITHUB_TOKEN and GITHUB_REPOSITORY) or "folder:<dir>"')
    .option('--max <n>', 'new issues at most (default: issues.max of the settings)')
    .addOption(dryRun())
    .addOption(json())
    .addHelpText(
      'after',
      '\nExamples:\n  npx pactwatch file --to folder:out\n  GITHUB_TOKEN=… GITHUB_REPOSITORY=me/watch npx pactwatch file --to github --dry-run',
    );
  verb('status', 'every source: last look, entries, state; promises due; reports waiting', async (...a) =>
    (await import('./commands/status.ts')).status(...a),
  ).addOption(json());
  verb('diff <a> [b]', 'what changed between two files, or two states of an entry', async (...a) =>
    (await import('./commands/diff.ts')).diff(...a),
  )
    .addOption(new Option('--format <format>', 'how to print it').choices(['words', 'lines', 'html', 'json', 'patch']).default('words'))
    .addHelpText(
      'after',
      '\nExamples:\n  npx pactwatch diff old.pdf new.pdf\n  npx pactwatch diff ST-13901-2023-INIT             its last change\n  npx pactwatch diff ST-13901-2023-INIT@2026-01-31 ST-13901-2023-INIT --format html > change.html',
    );
  verb('extract <file>', 'the text of a PDF or HTML file, with what its cover says', async (...a) =>
    (await import('./commands/extract.ts')).extractFile(...a),
  )
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx pactwatch extract st13901.en23.pdf --json');
  verb('show <entry>', 'one entry: its facts and its text', async (...a) => (await import('./commands/show.ts')).show(...a))
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx pactwatch show ST-13901-2023-INIT');
  verb('history <entry>', 'the versions of one entry, from git', async (...a) =>
    (await import('./commands/history.ts')).history(...a),
  ).addOption(json());
  verb('check', 'settings, watchers, corpus and snapshots: all problems at once', async (...a) =>
    (await import('./commands/check.ts')).check(...a),
  ).addOption(json());
  const corpus = program.command('corpus').description('the tracked texts').exitOverride();
  verb(
    'add <number>',
    'a new tracked text from its document number',
    async (...a) => (await import('./commands/corpus.ts')).add(...a),
    corpus,
  )
    .addOption(dryRun())
    .addHelpText('after', '\nExamples:\n  npx pactwatch corpus add 13901/23\n  npx pactwatch corpus add "WK 3735/2026 ADD 1" --dry-run');
  verb(
    'check',
    'the tracked texts: all problems at once',
    async (env, options) => (await import('./commands/corpus.ts')).checkCorpus(env, options),
    corpus,
  );
  verb('demo', 'the whole story on local stand-ins: two runs, changes between, issues in a folder', async (...a) =>
    (await import('./commands/demo.ts')).demo(...a),
  )
    .option('--dir <dir>', 'where to write it (default: a new folder for temporary files)')
    .option('--keep-serving', 'leave the stand-ins running, to play with');
  return program;
};
