// The workflows, as far as they can be judged without running them: who may do what, and no words from outside in a shell.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly needs?: string; readonly steps: readonly Step[] }>
  >;
}

const FOLDER = '.github/workflows';
const read = (name: string) => parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Workflow;
const names = readdirSync(FOLDER);

describe.each(names)('%s', (name) => {
  const workflow = read(name);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('puts nothing from outside into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('has no rights that nobody named, and never runs on code of others with ours', () => {
    expect(Object.values(workflow.permissions).filter((right) => right !== 'read')).toEqual([]);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });
});

describe('watch.yml', () => {
  const { on, jobs, concurrency } = read('watch.yml');

  it('runs daily and by hand, one at a time', () => {
    expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
    expect(Object.keys((on.workflow_dispatch as { inputs: object }).inputs)).toEqual(['watchers', 'dry-run']);
    expect(concurrency?.group).toBe('watch');
  });

  it('looks without a token that can write, and files in a job of its own', () => {
    expect(jobs.watch?.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(jobs.watch)).not.toContain('github.token');
    const checkout = jobs.watch?.steps.find((step) => step.uses?.startsWith('actions/checkout'));
    expect(checkout?.with).toEqual({ 'persist-credentials': false });
    expect(jobs.file?.permissions).toEqual({ contents: 'write', issues: 'write' });
    expect(jobs.file?.needs).toBe('watch');
  });

  it('makes one commit of data, only when something changed', () => {
    const commits = Object.values(jobs).flatMap((job) => job.steps.filter((step) => step.run?.includes('git commit')));
    expect(commits).toHaveLength(1);
    expect(commits[0]?.run).toMatch(/git add snapshots reports\nif git diff --cached --quiet; then exit 0; fi[\s\S]*\[data\]/);
  });
});
