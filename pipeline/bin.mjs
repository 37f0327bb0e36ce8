#!/usr/bin/env node
// Starts the command line straight from its TypeScript, from any folder. Newer Node versions read it themselves; for the others, tsx does.

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
