import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { extract } from '../../pipeline/extract/index.ts';
import type { readInThread } from '../../pipeline/extract/pool.ts';
import { readingText } from '../../pipeline/extract/text.ts';
import { openTurns } from '../../pipeline/extract/turns.ts';
import { councilPdf } from '../replica/documents.ts';
import { handMade, stream } from '../replica/hostile.ts';

const LIMITS = { seconds: 20, pages: 50, memory: 512 };
const lamp = (n: number): Uint8Array => handMade({ 4: stream(`BT /F1 12 Tf 50 700 Td (Lamp ${n} burns at Nowhere.) Tj ET`) });
const read = async (body: Uint8Array): Promise<string> => readingText(await extract({ body, mediaType: '', at: 'made-up.pdf' }, LIMITS));

describe('many files at once', () => {
  it('each get their own text, and no warning is left behind', async () => {
    const warnings: Error[] = [];
    process.on('warning', (warning) => warnings.push(warning));
    const long = await councilPdf({
      number: '90001/99',
      date: '3 December 2099',
      subject: 'Lamps',
      paragraphs: Array(90).fill('A lamp is lit.'),
    });
    const bodies = [long, ...Array.from({ length: 24 }, (_, n) => lamp(n))];
    const [first, ...rest] = await Promise.all(bodies.map(read));
    expect(first).toContain('A lamp is lit.');
    expect(rest).toEqual(Array.from({ length: 24 }, (_, n) => `Lamp ${n} burns at Nowhere.`));
    expect(warnings).toEqual([]);
  });

  it('leave the bytes with their owner', async () => {
    const body = lamp(1);
    await read(body);
    expect(body).toEqual(lamp(1));
  });
});

describe('turns', () => {
  it('never give out more places than there are, let everybody in at last, and keep the order', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 1, max: 5 })), async (total, asked) => {
        const turns = openTurns(total);
        const order: number[] = [];
        let inside = 0;
        await Promise.all(
          asked.map(async (wish, at) => {
            const places = Math.min(wish, total);
            await turns.enter(places);
            order.push(at);
            inside += places;
            expect(inside).toBeLessThanOrEqual(total);
            await new Promise((done) => setImmediate(done));
            inside -= places;
            turns.leave(places);
          }),
        );
        expect(order).toEqual(asked.map((_, at) => at));
      }),
    ));
});

it('keeps no process alive', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'pactwatch-thread-')), 'lamp.pdf');
  await writeFile(path, lamp(7));
  const { stdout } = await promisify(execFile)(process.execPath, ['pipeline/bin.mjs', 'extract', path], { timeout: 40_000 });
  expect(stdout).toContain('Lamp 7 burns at Nowhere.');
});

/** Counts the threads at work. `fails` says how they end. */
class StandIn extends EventEmitter {
  static atWork = 0;
  static most = 0;
  static readonly made: StandIn[] = [];
  readonly #how: 'answers' | 'fails' | 'hangs';
  constructor(how: 'answers' | 'fails' | 'hangs') {
    super();
    this.#how = how;
    StandIn.made.push(this);
    if (how === 'fails') setImmediate(() => this.emit('error', new Error('no such module')));
  }
  postMessage(): void {
    if (this.#how === 'fails') return;
    StandIn.atWork += 1;
    StandIn.most = Math.max(StandIn.most, StandIn.atWork);
    this.emit('message', { kind: 'reading' });
    if (this.#how === 'answers')
      setImmediate(() => {
        StandIn.atWork -= 1;
        this.emit('message', { kind: 'text', text: 'A lamp.', held: 2 ** 30 });
      });
  }
  terminate = vi.fn(async () => 0);
  ref(): void {}
  unref(): void {}
}

describe('threads', () => {
  afterEach(() => {
    vi.doUnmock('node:worker_threads');
    vi.resetModules();
    StandIn.made.length = 0;
    StandIn.atWork = 0;
    StandIn.most = 0;
  });

  const poolOf = async (how: 'answers' | 'fails' | 'hangs'): Promise<typeof readInThread> => {
    vi.resetModules();
    vi.doMock('node:worker_threads', () => ({
      Worker: class extends StandIn {
        constructor() {
          super(how);
        }
      },
    }));
    return (await import('../../pipeline/extract/pool.ts')).readInThread;
  };
  const question = { kind: 'pdf', source: { body: lamp(1), at: 'made-up.pdf' }, limits: { ...LIMITS, seconds: 0 } } as const;

  it('that cannot start are no fault of the file', async () => {
    await expect((await poolOf('fails'))(question)).rejects.toMatchObject({ code: 'no-reader', at: 'made-up.pdf' });
  });

  it('that hang are ended', async () => {
    await expect((await poolOf('hangs'))(question)).rejects.toMatchObject({ code: 'timeout', at: 'made-up.pdf' });
    expect(StandIn.made.map(({ terminate }) => terminate.mock.calls.length)).toEqual([1]);
  });

  it('are never more than cores at work, and are not kept when they hold much memory', async () => {
    const ask = await poolOf('answers');
    await Promise.all(Array.from({ length: 12 }, () => ask(question)));
    expect(StandIn.most).toBe(availableParallelism());
    expect(StandIn.made.every(({ terminate }) => terminate.mock.calls.length === 1)).toBe(true);
  });
});
