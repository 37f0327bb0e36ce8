// Pages and files that people enter in the settings: what is told, what is not, and what is said to have failed.

import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeYaml } from '../../pipeline/yaml.ts';
import { councilPdf } from '../replica/documents.ts';
import { articleOf, pageOf } from '../replica/noise.ts';
import { DOCUMENTS, type PagesSite, startPages } from '../replica/pages.ts';
import { makePlace, type Place } from '../support/place.ts';

let site: PagesSite;
let place: Place;
const closed = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).filter(([path, text]) => path.includes('/failure-') && text.includes('state: open'));

const enter = async (pages: readonly object[]): Promise<void> => {
  await writeFile(`${place.folder}/settings.yaml`, writeYaml({ manners: { retries: 0, timeout: 2 }, pages }));
};
const look = async (day: string) => {
  const ids = (await place.run(day, ['status', '--json'])).out;
  const added = (JSON.parse(ids) as { watchers?: { id: string }[] }).watchers ?? [];
  return added;
};

beforeEach(async () => {
  site = await startPages();
  place = await makePlace({}, []);
});
afterEach(() => site.close());
