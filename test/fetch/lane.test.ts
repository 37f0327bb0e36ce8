import { describe, expect, it } from 'vitest';
import { createLane, type Turn } from '../../pipeline/fetch/lane.ts';
import { fakeWorld } from './support.ts';

const SECOND = 1000;
const at = 'https://example.org/';
const TURN: Turn = { pause: 0, ahead: false };

const lane = (pause: number) => {
  const world = fakeWorld();
  const { run, ...controls } = createLane(world);
  return {
    world,
    ...controls,
    /** One request that takes so many seconds. */
    ask: (seconds = 0, turn: Partial<Turn> = {}) =>
      run(at, async () => world.pass(seconds), { pause: pause * SECOND, ahead: false, ...turn }),
    run,
    waits: () => world.waits,
  };
};

describe('a lane', () => {
  it('counts the pause from the end of a request, however long it took', async () => {
    const { ask, waits } = lane(10);
    await ask(7);
    await ask(25);
    await ask();
    expect(waits()).toEqual([10, 10]);
  });

  it('waits only for what is left of the pause', async () => {
    const { ask, world, waits } = lane(10);
    await ask();
    world.pass(4);
    await ask();
    world.pass(30);
    await ask();
    expect(waits()).toEqual([6]);
  });

  it('owes the pause after a request that failed, too', async () => {
    const { ask, run, waits } = lane(10);
    await expect(run(at, () => Promise.reject(new Error('line')), TURN)).rejects.toThrow('line');
    await ask();
    expect(waits()).toEqual([10]);
  });

  it('runs one at a time, a retry before those who wait', async () => {
    const { run } = lane(0);
    const order: string[] = [];
    let under = 0;
    const task = (name: string) => async () => {
      order.push(name);
      under += 1;
      expect(under).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
    };
    await Promise.all([run(at, task('first'), TURN), run(at, task('second'), TURN), run(at, task('again'), { ...TURN, ahead: true })]);
    expect(order).toEqual(['first', 'again', 'second']);
  });

  it('lets a part of a page follow at once, and what comes after the page waits', async () => {
    const { ask, pauseAtLeast, waits } = lane(10);
    pauseAtLeast(20 * SECOND);
    await ask();
    await ask(1, { pause: null });
    await ask();
    expect(waits()).toEqual([20]);
  });

  it('holds a part, too, when the host asks for it', async () => {
    const { ask, hold, waits } = lane(10);
    hold(30 * SECOND);
    await ask(1, { pause: null });
    expect(waits()).toEqual([30]);
  });

  it('keeps the pause of whoever asks', async () => {
    const { ask, waits } = lane(10);
    await ask();
    await ask(0, { pause: 25 * SECOND });
    await ask();
    expect(waits()).toEqual([25, 10]);
  });

  it('takes a longer pause when asked to, at most a minute, and never a shorter one', async () => {
    const { ask, pauseAtLeast, waits } = lane(10);
    await ask();
    for (const seconds of [5, 20, 3600]) {
      pauseAtLeast(seconds * SECOND);
      await ask();
    }
    expect(waits()).toEqual([10, 20, 60]);
  });

  it('slows down step by step, at most to a minute', async () => {
    const { ask, slowDown, waits } = lane(10);
    await ask();
    for (let step = 0; step < 4; step += 1) {
      slowDown();
      await ask();
    }
    expect(waits()).toEqual([20, 40, 60, 60]);
  });

  it('keeps a pause that was set to more than any host may ask for', async () => {
    const { ask, pauseAtLeast, slowDown, waits } = lane(300);
    await ask();
    pauseAtLeast(20 * SECOND);
    slowDown();
    await ask();
    expect(waits()).toEqual([300]);
  });

  it('waits two minutes for a host, and gives up at once when it asks for more', async () => {
    const { ask, hold, waits } = lane(10);
    hold(120 * SECOND);
    await ask();
    hold(121 * SECOND);
    await expect(ask()).rejects.toMatchObject({ code: 'rate-limited', at, message: expect.stringContaining('121 seconds') });
    expect(waits()).toEqual([120]);
  });

  it('keeps to the longest of the waits it was told', async () => {
    const { ask, hold, waits } = lane(10);
    await ask();
    hold(30 * SECOND);
    hold(2 * SECOND);
    await ask();
    expect(waits()).toEqual([30]);
  });
});
