// The command line: verbs, options, help. What a verb does stands in commands/<verb>.ts and is loaded only when it is called.
// This file alone knows registry, environment, clock and exit code.

import { Command, CommanderError, Option } from 'commander';
import { type Environment, type GlobalOptions, VERSION } from './commands/environment.ts';
import { DeclarationError, UsageError, WatchError } from './errors.ts';

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

interface Verb {
  /** As commander reads it: `diff <a> [b]`; a first word of its own for a group: `corpus add <number>`. */
  readonly words: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly run: Run;
}

const DRY_RUN = new Option('--dry-run', 'say what would be written, and write nothing');
const JSON_OUT = new Option('--json', 'print one JSON object instead of text');

const VERBS: readonly Verb[] = [
  {
    words: 'watch [id...]',
    about: 'one run: look at the sources, keep what is new, write reports',
    options: [
      new Option('--all', 'tell what is of no interest, too'),
      new Option('--since <day>', 'walk the archive of the named sources back to this day, and go on where the last walk stopped'),
      new Option('--accept', 'take the lists as they are now for right: after a site was rebuilt'),
      new Option('--twice', 'look twice, write nothing, and fail where the two looks differ'),
      new Option('--exit-code', 'exit with 10 when there are findings and nothing failed'),
      DRY_RUN,
      JSON_OUT,
    ],
    examples: ['watch', 'watch council-documents --json --root /data/pact', 'watch commission-press --since 2023-10-01'],
    run: async (...call) => (await import('./commands/watch.ts')).watch(...call),
  },
  {
    words: 'file',
    about: 'file the reports that have no issue yet',
    options: [
      new Option('--to <target>', '"github" (needs GITHUB_TOKEN and GITHUB_REPOSITORY) or "folder:<dir>"').makeOptionMandatory(),
      new Option('--max <n>', 'new issues at most (default: issues.max of the settings)'),
      DRY_RUN,
      JSON_OUT,
    ],
    examples: ['file --to folder:out', 'file --to github --dry-run'],
    run: async (environment, options) => (await import('./commands/file.ts')).file(environment, options),
  },
  {
    words: 'status',
    about: 'every source: last look, entries, state; promises due; reports waiting',
    options: [JSON_OUT],
    examples: ['status'],
    run: async (environment, options) => (await import('./commands/status.ts')).status(environment, options),
  },
  {
    words: 'diff <a> [b]',
    about: 'what changed: between two files, two entries, two states of one, or one and the document that it follows',
    options: [
      new Option('--format <format>', 'how to print it')
        .choices(['words', 'side', 'lines', 'html', 'markdown', 'json', 'patch'])
        .default('words'),
      new Option('--previous', 'with the document that it follows: its "No. prev. doc.", else the version before'),
      new Option('--marks', 'one draft by its own marks: what is struck went, what is bold or underlined came'),
      new Option('--latest', 'with --marks, where a draft tells newer changes from older ones: the newer only'),
      new Option(
        '--by-article',
        'recital by recital and article by article, whatever their numbers; amendments are put into the text first',
      ),
      new Option('--gaps', 'a partly released text with the whole one: what was blacked out, [DELETED] or left empty'),
      new Option('--reservations', 'what became of the reservations of delegations'),
    ],
    examples: [
      'diff old.pdf new.pdf',
      'diff 13901/23                             its last change; of a text that never changed, with what it follows',
      'diff 8261/1/26 --previous --format side',
      'diff draft.pdf --marks',
      'diff leaked.pdf public.pdf --gaps',
      'diff proposal.html council.pdf --by-article --format html > change.html',
      'diff ST-13901-2023-INIT@2026-01-31 ST-13901-2023-INIT --format patch',
    ],
    run: async (...call) => (await import('./commands/diff.ts')).diff(...call),
  },
  {
    words: 'extract <file>',
    about: 'the text of a PDF, HTML, DOCX, XLSX or CSV file, with what its cover says',
    options: [
      new Option('--json', 'print one JSON object: kind, pages, language, cover, facts, blocks').conflicts(['marked', 'reading']),
      new Option('--marked', 'the text only, as snapshots keep it: **bold**, __underlined__ and ~~struck~~ words').conflicts('reading'),
      new Option('--reading', 'the text only, as it reads without struck words and marks; one block to a paragraph'),
      new Option('--cover', "the cover's fields only, one to a line; with --json as an object").conflicts(['marked', 'reading']),
    ],
    examples: [
      'extract st13901.en23.pdf                 cover, notes and text',
      'extract st13901.en23.pdf --json          the same for machines',
      'extract annex.docx --marked > annex.md   with what was inserted and deleted',
      'extract st13901.en23.pdf --cover --json  number, date, codes',
    ],
    run: async (...call) => (await import('./commands/extract.ts')).extractFile(...call),
  },
  {
    words: 'show <entry>',
    about: 'one entry: its facts, its reports and its text',
    options: [JSON_OUT],
    examples: ['show 13901/23', 'show ST-13901-2023-INIT --json'],
    run: async (...call) => (await import('./commands/show.ts')).show(...call),
  },
  {
    words: 'history <entry>',
    about: 'the versions of one entry, from git, and what each changed',
    options: [new Option('--all', 'compare all versions, not only the newest 50'), JSON_OUT],
    examples: ['history 13901/23'],
    run: async (...call) => (await import('./commands/history.ts')).history(...call),
  },
  {
    words: 'import <entry> <file>',
    about: 'take a page or file that you saved by hand as if it had been fetched',
    options: [DRY_RUN, JSON_OUT],
    examples: [
      'import council-register results.html       a page of results of the public register',
      'import ST-13901-2023-INIT st13901.pdf      the file of an entry',
      'import 13901/23 st13901.pdf                a document by its number',
    ],
    run: async (...call) => (await import('./commands/import.ts')).importFile(...call),
  },
  {
    words: 'record <id>',
    about: "save a source's lists and page as they answer now, for tests of its declaration",
    options: [new Option('--to <dir>', 'the folder for fixtures').default('test/fixtures')],
    examples: ['record eurojust-news'],
    run: async (...call) => (await import('./commands/record.ts')).record(...call),
  },
  {
    words: 'check',
    about: 'settings, watchers, corpus, snapshots and reports: all problems at once',
    options: [JSON_OUT],
    examples: ['check', 'check --settings other.yaml'],
    run: async (environment, options) => (await import('./commands/check.ts')).check(environment, options),
  },
  {
    words: 'corpus add <number>',
    about: 'a new tracked text from its document number',
    options: [DRY_RUN],
    examples: ['corpus add 13901/23', 'corpus add "WK 3735/2026 ADD 1" --dry-run'],
    run: async (...call) => (await import('./commands/corpus.ts')).add(...call),
  },
  {
    words: 'corpus check',
    about: 'the tracked texts: all problems at once',
    options: [],
    examples: ['corpus check'],
    run: async (environment, options) => (await import('./commands/corpus.ts')).checkCorpus(environment, options),
  },
  {
    words: 'demo',
    about: 'the whole story: three days on local stand-ins of all sources, issues in a folder',
    options: [new Option('--dir <dir>', 'where to write it (default: a new folder among the temporary files)')],
    examples: ['demo', 'demo --dir /tmp/pactwatch'],
    run: async (environment, options) => (await import('./commands/demo.ts')).demo(environment, options),
  },
];

/** Runs one command. @returns the exit code. */
export const main = async (args: readonly string[], environment: Environment = fromProcess()): Promise<number> => {
  let code: number = EXIT.fine;
  const program = build(environment, async (run, command) => {
    code = await run(environment, command.optsWithGlobals(), command.processedArgs.flat());
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, environment);
  }
};

const fromProcess = (): Environment => ({
  variables: process.env,
  today: process.env.PACTWATCH_TODAY ?? new Date().toISOString().slice(0, 10),
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
    const where = error.at === '' || error.message.includes(error.at) ? '' : `${error.at}: `;
    err(`pactwatch: ${where}${error.message}. ${error.remedy.replace(/\.?$/, '.')}\n`);
    return error instanceof UsageError ? EXIT.wrongUse : EXIT.failed;
  }
  throw error;
};

/** The table of verbs as commander wants it. */
const build = ({ out, err }: Environment, act: (run: Run, command: Command) => Promise<void>): Command => {
  const program = new Command('pactwatch')
    .configureOutput({ writeOut: out, writeErr: err })
    .description('Watches EU Council documents on migrant smuggling, and reports what is new, what opened and what was reworded.')
    .option('--root <dir>', 'the folder that holds snapshots/ and reports/', '.')
    .option('--settings <file>', 'the settings (default: pactwatch.yaml)')
    .option('--corpus <dir>', 'the tracked texts (default: watchers/corpus)')
    .version(VERSION)
    .showHelpAfterError('(add --help for examples)')
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const groups = new Map<string, Command>();
  for (const { words, about, options, examples, run } of VERBS) {
    const [first = '', second = ''] = words.split(' ');
    const inGroup = /^[a-z]/.test(second);
    const parent = inGroup ? (groups.get(first) ?? program.command(first).description('the tracked texts').exitOverride()) : program;
    if (inGroup) groups.set(first, parent);
    const command = parent
      .command(inGroup ? words.slice(first.length + 1) : words)
      .description(about)
      .exitOverride();
    for (const option of options) command.addOption(option);
    command.addHelpText(
      'after',
      `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${examples.map((e) => `  npx pactwatch ${e}`).join('\n')}`,
    );
    command.action((...given: unknown[]) => act(run, given.at(-1) as Command));
  }
  return program;
};
