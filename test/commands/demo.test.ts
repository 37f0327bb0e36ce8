import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../pipeline/cli.ts';

it('the demo tells the whole story, with an issue for each part of it', async () => {
  const dir = join(await mkdtemp(join(tmpdir(), 'pactwatch-demo-test-')), 'demo');
  const out: string[] = [];
  const environment = {
    variables: {},
    today: '2026-01-01',
    cwd: process.cwd(),
    isTerminal: false,
    out: (t: string) => void out.push(t),
    err: () => {},
  };
  expect(await main(['demo', '--dir', dir], environment)).toBe(0);
  const told = out.join('');
  for (const part of [
    '90001/26 became public',
    '90002/1/26 REV 1: new version',
    '90003/26: the file was replaced',
    '90011/26: new document',
    'could not be read in full: blocked',
    dir,
  ]) {
    expect(told).toContain(part);
  }
  const issues = await readdir(join(dir, 'issues'));
  expect(issues).toHaveLength(7);
  const replaced = await readFile(join(dir, 'issues', issues.find((name) => name.includes('replaced')) ?? ''), 'utf8');
  expect(replaced).toContain('Member States ~~shall~~ **should** check every second boat');
  expect(await main(['demo', '--dir', dir], environment)).toBe(2);
});
