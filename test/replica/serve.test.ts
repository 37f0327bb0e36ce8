// `npm run replica` as a person uses it: a process that serves, tells what to type, steps the day and says what is wrong with its options.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { STORIES } from './sites/index.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const serve = (...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/replica/serve.ts', '--port', '0', ...args]);
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return {
    type: (text: string) => void child.stdin.write(text),
    /** What was printed, once it fits. */
    until: (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const check = (): void => (pattern.test(printed) ? resolve(printed) : undefined);
        child.stdout.on('data', check);
        child.on('close', () => (pattern.test(printed) ? resolve(printed) : reject(new Error(`ended with: ${printed}`))));
        check();
      }),
    ended: () => new Promise<number | null>((resolve) => child.on('close', resolve)),
  };
};

it('serves every site, tells how to use it, and goes to the next day on Enter', async () => {
  const replica = serve('--day', '4');
  const printed = await replica.until(/Day 4 of 5[\s\S]*--root/);
  expect(printed).toContain('PACTWATCH_TODAY=2026-09-10');
  const [, path = ''] = /PACTWATCH_ORIGINS="\$\(cat (\S+)\)"/.exec(printed) ?? [];
  const origins = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  expect(Object.keys(origins)).toEqual(Object.values(STORIES).flatMap(({ sites }) => sites.map(({ origin }) => origin)));
  for (const standIn of Object.values(origins)) expect((await fetch(`${standIn}/robots.txt`)).status).toBeLessThan(500);
  replica.type('\n');
  expect(await replica.until(/Day 5 of 5/)).toContain('PACTWATCH_TODAY=2026-09-11');
  replica.type('\n');
  await replica.until(/last day/);
});

it.each([
  [['--day', '9'], /--day is 9/],
  [['--fault', 'https://www.europol.europa.eu=sulking'], /--fault is/],
  [['--only', 'atlantis'], /no institution/],
  [['--colour', 'red'], /Unknown option '--colour'[\s\S]*faults: challenge-403/],
] as const)('says what is wrong with %j', async (args, sign) => {
  const replica = serve(...args);
  const [printed, code] = await Promise.all([replica.until(sign), replica.ended()]);
  expect(printed).toMatch(/npm run replica -- \[options\]/);
  expect(code).toBe(2);
});
