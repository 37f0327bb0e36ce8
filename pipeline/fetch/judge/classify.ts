// What one look at a document's address established, and the refusal of challenges, in the words of the stages that ask.
// What an answer is at all is judged in page.ts and walls.ts.

import { createHash } from 'node:crypto';
import type { AbsentReason, Look, Page } from '../../types.ts';
import { judge, type Reason } from './page.ts';
import { see } from './seen.ts';
import { blockedBy, wallOf } from './walls.ts';

/** @returns the evidence when the answer is a challenge or a wall, whatever its status; else null */
export const challenge = (page: Page): string | null => {
  const wall = wallOf(see(page));
  return wall === null ? null : `${wall.name}: ${wall.evidence}`;
};

/** @throws BlockedError when the answer is a challenge: nothing may be concluded from it */
export const refuseChallenge = (page: Page): void => {
  const wall = wallOf(see(page));
  if (wall !== null) throw blockedBy(page, wall);
};

const PLAIN: readonly Reason[] = ['not-found', 'forbidden', 'html', 'empty', 'wrong-type', 'moved-away'] satisfies AbsentReason[];
const isPlain = (reason: Reason): reason is AbsentReason => PLAIN.includes(reason);

/**
 * What one look at a document's address established. A document is only what has status 200, the type of PDF and the bytes of PDF.
 * @throws BlockedError when a challenge stands in front of it
 */
export const lookAtDocument = (page: Page): Look => {
  const verdict = judge(page, 'pdf');
  if (verdict.kind === 'wall') throw blockedBy(page, verdict);
  if (verdict.kind === 'not-modified') return { kind: 'not-modified', page };
  if (verdict.kind === 'absent') {
    // A page that says why there is no document is still a page in place of a document.
    const reason = isPlain(verdict.reason) ? verdict.reason : page.status === 200 ? 'html' : 'wrong-type';
    return { kind: 'absent', page, reason };
  }
  if (page.status !== 200 || page.mediaType !== 'application/pdf') return { kind: 'absent', page, reason: 'wrong-type' };
  return { kind: 'document', page, sha256: createHash('sha256').update(page.body).digest('hex') };
};
