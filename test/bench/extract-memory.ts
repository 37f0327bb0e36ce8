// A process of its own that reads one file and tells, in megabytes, the most memory that it took.

import { readFileSync } from 'node:fs';
import { extract } from '../../pipeline/extract/index.ts';

const [at = ''] = process.argv.slice(2);
const { pages, blocks } = await extract({ body: readFileSync(at), mediaType: 'application/pdf', at }, { seconds: 600, pages: 10_000 });
// The greatest resident set, in kilobytes.
process.stdout.write(JSON.stringify({ pages, blocks: blocks.length, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
