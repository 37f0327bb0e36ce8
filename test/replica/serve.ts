// The stand-ins for people: `npm run replica`. Serves all sites until it is stopped, and steps the day of the story on Enter.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { isDay } from './clock.ts';
import { FAULTS, isFault } from './faults.ts';
import { type Replica, startReplica } from './server.ts';
import { STORIES } from './sites/index.ts';

const HELP = `npm run replica -- [options]

  --day <1-5>              day of the story to begin with (default 1)
  --variant <n>            markup that the facts leave open (default 0)
  --language <en|fr>       language of labels (default en)
  --fault <origin=fault>   how a site, or all addresses that begin so, fails; may be repeated
  --only <institution>     these institutions only; may be repeated: ${Object.keys(STORIES).join(', ')}
  --port <n>               port of the first site, the others follow (default 4100)

faults: ${FAULTS.join(', ')}

  npm run replica -- --day 2 --fault https://www.europol.europa.eu=challenge-403
`;

class Misuse extends Error {}

const readOptions = () =>
  parseArgs({
    options: {
      day: { type: 'string', default: '1' },
      variant: { type: 'string', default: '0' },
      language: { type: 'string', default: 'en' },
      fault: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      port: { type: 'string', default: '4100' },
      help: { type: 'boolean', default: false },
    },
  }).values;

const whole = (name: string, text: string): number => {
  if (!/^\d{1,5}$/.test(text)) throw new Misuse(`--${name} is "${text}", which is no number`);
  return Number(text);
};

const readFault = (text: string): { beginning: string; fault: (typeof FAULTS)[number] } => {
  const at = text.lastIndexOf('=');
  const [beginning, fault] = [text.slice(0, at), text.slice(at + 1)];
  if (!URL.canParse(beginning) || !isFault(fault))
    throw new Misuse(`--fault is "${text}", which is not an address, "=" and one of the faults`);
  return { beginning, fault };
};

const start = async (values: ReturnType<typeof readOptions>): Promise<Replica> => {
  const day = whole('day', values.day);
  if (!isDay(day)) throw new Misuse(`--day is ${day}; the story has days 1 to 5`);
  const stories = (values.only ?? Object.keys(STORIES)).map(
    (name) => STORIES[name] ?? fail(`--only is "${name}", which is no institution`),
  );
  const { language } = values;
  if (language !== 'en' && language !== 'fr') throw new Misuse(`--language is "${language}"; labels are there in en and fr`);
  const faults = (values.fault ?? []).map(readFault);
  const replica = await startReplica(stories, { day, port: whole('port', values.port) });
  replica.variant(whole('variant', values.variant));
  replica.language(language);
  for (const { beginning, fault } of faults) replica.fault(beginning, fault);
  return replica;
};

const fail = (message: string): never => {
  throw new Misuse(message);
};

const tell = ({ clock }: Replica): void =>
  console.log(`\nDay ${clock.day} of 5. Now, in another window:\n  PACTWATCH_TODAY=${clock.date} npx pactwatch watch --root "$ROOT"`);

const serve = async (): Promise<void> => {
  const values = readOptions();
  if (values.help) return console.log(HELP);
  const replica = await start(values);
  const folder = mkdtempSync(join(tmpdir(), 'pactwatch-replica-'));
  writeFileSync(join(folder, 'origins.json'), `${JSON.stringify(replica.origins)}\n`);
  for (const [real, standIn] of Object.entries(replica.origins)) console.log(`${standIn}  ${real}`);
  console.log(`
Once, in another window:
  export PACTWATCH_ORIGINS="$(cat ${join(folder, 'origins.json')})"
  ROOT=${join(folder, 'root')}
The first run is a baseline and tells nothing; what days 2 to 5 bring is told. Enter goes to the next day, Ctrl-C ends.`);
  tell(replica);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => (replica.clock.step() ? tell(replica) : console.log('That was the last day; Ctrl-C ends.')));
};

/** What parseArgs says of options that it does not know. */
const isOfOptions = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

try {
  await serve();
} catch (error) {
  if (!(error instanceof Misuse) && !isOfOptions(error)) throw error;
  console.error(`${error.message}\n\n${HELP}`.trimStart());
  process.exitCode = 2;
}
