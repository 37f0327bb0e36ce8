// Loaded with --import: ends this process by SIGKILL at one of its writes, named by KILL_AT.
// Point 2n-1 is just before the n-th file gets its name, point 2n just after. Without KILL_AT it counts the points into KILL_COUNT.

import { appendFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT ?? 0);
const count = process.env.KILL_COUNT;
const rename = promises.rename;
let point = 0;

const pass = () => {
  point += 1;
  if (count !== undefined) appendFileSync(count, '.');
  if (point === at) process.kill(process.pid, 'SIGKILL');
};

promises.rename = async (...paths) => {
  pass();
  await rename(...paths);
  pass();
};
syncBuiltinESMExports();
