import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../pipeline/store.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pactwatch-store-'));
});

describe('files of the machine', () => {
  it('are not touched when nothing changed', async () => {
    const store = openStore(root);
    await store.write('reports/w/a.md', 'one');
    const before = await stat(join(root, 'reports/w/a.md'), { bigint: true });
    await store.write('reports/w/a.md', 'one');
    expect(await stat(join(root, 'reports/w/a.md'), { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
  });

  it('leave no left-overs of a write that was cut off', async () => {
    const store = openStore(root);
    await store.write('reports/w/a.md', 'one');
    await writeFile(join(root, 'reports/w/.0123456789ab.tmp'), 'half');
    await store.write('reports/w/b.md', 'two');
    expect(await readdir(join(root, 'reports/w'))).toEqual(['a.md', 'b.md']);
  });

  it('have their keys in order, so that the same state is the same bytes', async () => {
    const store = openStore(root);
    const numbers = { baselines: {}, asked: { b: '2026-01-02', a: '2026-01-01' }, frontier: {}, passedOver: ['z', 'y'], unseen: [] };
    await store.saveNumbers('w', numbers);
    const once = await readFile(join(root, 'snapshots/w/numbers.json'), 'utf8');
    await store.saveNumbers('w', { ...numbers, asked: { a: '2026-01-01', b: '2026-01-02' }, passedOver: ['y', 'z'] });
    expect(await readFile(join(root, 'snapshots/w/numbers.json'), 'utf8')).toBe(once);
    expect((await store.snapshot('w')).numbers.passedOver).toEqual(['y', 'z']);
  });

  it('that are damaged are told by name, with the way back', async () => {
    const store = openStore(root);
    await store.write('snapshots/w/entries.json', '[{"id": 1');
    await expect(store.snapshot('w')).rejects.toMatchObject({
      code: 'store',
      at: 'snapshots/w/entries.json',
      remedy: expect.stringContaining('git checkout'),
    });
  });

  it('that are only a cache may be damaged or lost', async () => {
    const store = openStore(root);
    await store.write('.pactwatch/looks.json', 'nonsense');
    expect(await store.looks()).toEqual({ days: {}, validators: {} });
  });
});

describe('two runs at once', () => {
  it('are kept apart: the second is told who works', async () => {
    const unlock = await openStore(root).lock();
    await expect(openStore(root).lock()).rejects.toMatchObject({ message: expect.stringContaining(String(process.pid)) });
    await unlock();
    await (await openStore(root).lock())();
  });

  it('cannot work where nothing can be written, and say so', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(openStore(join(root, 'file')).lock()).rejects.toMatchObject({ code: 'store', remedy: expect.stringContaining('--root') });
  });

  it('do not wait for one that was killed', async () => {
    await openStore(root).write('.pactwatch/lock', '999999999');
    await (await openStore(root).lock())();
  });
});
