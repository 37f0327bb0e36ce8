// Writes the JSON Schemas that editors read beside pactwatch.yaml and the corpus: `npm run schemas`.

import { writeFileSync } from 'node:fs';
import { trackedJsonSchema } from '../../pipeline/match/corpus.ts';
import { settingsJsonSchema } from '../../pipeline/settings.ts';

writeFileSync('pipeline/settings.schema.json', settingsJsonSchema());
writeFileSync('pipeline/match/tracked.schema.json', trackedJsonSchema());
