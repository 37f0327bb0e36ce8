// The hidden line by which an issue or comment of ours is known again. What stands above it does not belong here.

import { createHash } from 'node:crypto';
import type { Report } from '../types.ts';

export interface Marker {
  /** What the issue or comment carries. */
  readonly keys: readonly string[];
  /** '' when nothing later may be added to it as a comment. */
  readonly thread: string;
  /** See bodyHash: of what it was made from. */
  readonly body: string;
}

/** A report's name among those of all watchers. */
export const reportId = ({ watcher, key }: Pick<Report, 'watcher' | 'key'>): string => `${watcher}/${key}`;

/** The first 16 hexadecimal digits of the sha256. */
export const bodyHash = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

const WORD = '[A-Za-z0-9._:/-]+';
/** Only at the very end, where nothing quoted from a source ever stands. */
const FORM = new RegExp(`(?:^|\\n)<!-- pactwatch keys="(${WORD}(?: ${WORD})*)" thread="((?:${WORD})?)" body="([0-9a-f]{16})" -->\\s*$`);

export const writeMarker = ({ keys, thread, body }: Marker): string =>
  `<!-- pactwatch keys="${keys.join(' ')}" thread="${thread}" body="${body}" -->`;

/** @returns null unless the text ends in a marker of exactly our form */
export const readMarker = (text: string): Marker | null => {
  // GitHub gives back line ends as they were sent, but an edit in a browser makes them CRLF.
  const found = FORM.exec(text.replace(/\r\n/g, '\n'));
  return found === null ? null : { keys: (found[1] ?? '').split(' '), thread: found[2] ?? '', body: found[3] ?? '' };
};
