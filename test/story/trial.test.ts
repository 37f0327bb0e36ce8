import { it, vi } from 'vitest';
import { writeFileSync } from 'node:fs';
import { startReplica } from '../replica/server.ts';
import { STORIES } from '../replica/sites/index.ts';
import { live, settle, toldOn } from './live.ts';
import { STORY_DAYS } from '../replica/clock.ts';
vi.mock('../../watchers/index.ts', async () => {
  const { readdirSync } = await import('node:fs');
  const all: Record<string, Record<string, any>> = {};
  for (const n of readdirSync('watchers').filter((n) => n.endsWith('.ts') && n !== 'index.ts')) all[n] = await import(`/work/main/watchers/${n}`);
  const skip = (process.env.SKIP ?? '').split(',');
  const watchers = Object.entries(all).filter(([p]) => !p.endsWith('index.ts')).flatMap(([, m]) => Object.values(m)).filter((w) => w && w.id && w.kind && !skip.includes(w.id));
  return { watchers };
});
it('tries', async () => {
  const { watchers } = await import('../../watchers/index.ts');
  const replica = await startReplica(Object.values(STORIES));
  replica.variant(Number(process.env.VARIANT ?? 0));
  const place = await settle(replica);
  const out: string[] = [`watchers ${watchers.length}: ${watchers.map((w) => w.id).join(' ')}`, place.folder];
  for (const day of STORY_DAYS.slice(0, Number(process.env.MOST ?? 5))) {
    const asked = replica.requests.length;
    const one = await live(place, replica, day);
    const told = toldOn(day);
    out.push(`== day ${day}: ${Math.round(one.milliseconds)} ms, ${replica.requests.length - asked} requests, ${one.found.length} found of ${told.length}`);
    const left = [...told]; const extra: string[] = [];
    for (const f of one.found) { const i = left.indexOf(f); if (i >= 0) left.splice(i, 1); else extra.push(f); }
    out.push(...left.map((l) => `  MISSING ${l}`), ...extra.map((l) => `  EXTRA   ${l}`));
    out.push(...one.summary.failures.map((f) => `  FAILURE ${f.watcher} ${f.entry} ${f.code} ${f.message.slice(0, 300)}`));
    out.push(...one.summary.watchers.filter((w) => w.outcome !== 'ok').map((w) => `  ${w.outcome} ${w.id} ${w.error?.message.slice(0, 200)}`));
    if (process.env.TWICE) {
      const before = await place.files();
      const two = await live(place, replica, day);
      const after = await place.files();
      out.push(...two.found.map((l) => `  TWICE ${l}`));
      out.push(...Object.keys({ ...before, ...after }).filter((n) => before[n] !== after[n]).map((n) => `  REWRITTEN ${n}`));
    }
  }
  out.push(...replica.errors);
  for (const o of Object.keys(replica.origins)) if (replica.mostAtOnce(o) > 1) out.push(`most at once ${o} ${replica.mostAtOnce(o)}`);
  writeFileSync('/tmp/trial.txt', out.join('\n') + '\n');
  await replica.close();
}, 900_000);
