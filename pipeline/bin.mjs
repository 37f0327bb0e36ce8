#!/usr/bin/env node
// Starts the command line straight from its TypeScript, from any folder. Newer Node versions read it themselves; for the others, tsx does.

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
// Whoever reads our output may stop reading ("| head"); that is no reason to stop working.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
