// Makes all recordings anew, from the stand-ins: `npm run fixtures`. What changes in rows.json is for a person to read before it is kept.

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchers } from '../../watchers/index.ts';
import { startReplica } from '../replica/server.ts';
import { DAYS } from '../replica/site.ts';
import { STORIES } from '../replica/sites/index.ts';
import { makePlace } from './place.ts';
import { FIXTURES, FOLLOWED, INTERESTS } from './recordings.ts';

const DAY = 3;
const permitted = { robots: 'permitted', permittedBy: 'the stand-in itself' };

const replica = await startReplica(Object.values(STORIES), { day: DAY });
const refusing = watchers.filter((watcher) => 'refuses' in watcher);
const place = await makePlace(replica.origins, [], {
  interests: INTERESTS,
  watchers: Object.fromEntries(refusing.map(({ id }) => [id, permitted])),
});
writeFileSync(join(place.folder, 'corpus', 'made-up.yaml'), FOLLOWED);
for (const { id, kind } of watchers) {
  if (kind === 'numbers') continue;
  // Old answers go; what a person read in them stays.
  for (const name of readdirSync(FIXTURES).includes(id) ? readdirSync(join(FIXTURES, id)) : [])
    if (name !== 'rows.json') rmSync(join(FIXTURES, id, name));
  const { code, out, err } = await place.run(DAYS[DAY], ['record', id, '--to', FIXTURES]);
  if (code === 0) console.log(out.split('\n')[0]);
  else {
    console.error(`${id}: ${err}`);
    process.exitCode = 1;
  }
}
await replica.close();
