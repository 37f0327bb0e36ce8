import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Real servers, real files and real processes take a while on a busy machine; a test that hangs must still end.
// They wait more than they reckon, so two files go on at once even where there are only two cores.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
