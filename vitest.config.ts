import { defineConfig } from 'vitest/config';

// Real servers, real files and real processes take a while on a busy machine; a test that hangs must still end.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } });
