// `npm run bench -- <name>`: each prints our time beside that of a named public tool in the same run, and the ratio.

import { diff } from './diff.ts';
import { extract } from './extract.ts';
import { help } from './help.ts';
import { html } from './html.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = { diff, extract, help, html };

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(`There is no benchmark "${name}". Use one of: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await bench();
}
