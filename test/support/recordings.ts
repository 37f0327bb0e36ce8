// Recordings of what watchers ask first, made of the stand-ins by `npm run fixtures`: where they are, and with which settings they were made.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '../../pipeline/run/record.ts';
import type { Page } from '../../pipeline/types.ts';

export const FIXTURES = 'test/fixtures';

/** Lists that are made of the settings are few, so that the recordings are small. */
export const INTERESTS = { subjectCodes: ['MIGR'], procedures: ['2023/0438(COD)'] } as const;

/** The one text that is followed in them, for lists that are made of the corpus. */
export const FOLLOWED = `id: made-up
kind: article
title: A made-up article
references:
  - id: COM(2023) 755
`;

export interface Recording extends Recorded {
  readonly page: Page;
}

/** @throws Error when a watcher has no recording */
export const recordingOf = (id: string): readonly Recording[] => {
  const folder = join(FIXTURES, id);
  const index = JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8')) as readonly Recorded[];
  return index.map((one) => ({ ...one, page: pageOf(one, readFileSync(join(folder, one.file))) }));
};

const pageOf = ({ url, finalUrl, status, mediaType }: Recorded, body: Uint8Array): Page => ({
  url,
  finalUrl,
  status,
  mediaType,
  headers: { 'content-type': mediaType },
  body,
  validators: { etag: null, lastModified: null },
});
