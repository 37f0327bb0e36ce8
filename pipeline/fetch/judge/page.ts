// What an answer is: what was wanted, unchanged, a wall, or something else in its place. The one judge of answers; sends nothing.

import type { AbsentReason, Page } from '../../types.ts';
import { isSameAddress } from './address.ts';
import { type HollowReason, hollowOf } from './hollow.ts';
import { type Seen, see } from './seen.ts';
import { holdsData, type Shape } from './shape.ts';
import { type Wall, wallOf } from './walls.ts';

/** `html` may be XHTML; `file` is a workbook, a text document or a table of values, known by its bytes. */
export type Wanted = 'html' | 'pdf' | 'json' | 'feed' | 'file';

/** `status`: one that no rule knows. `cut-off`: data that ends before its end. */
export type Reason = AbsentReason | HollowReason | 'status' | 'cut-off';

export type Verdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'not-modified' }
  | ({ readonly kind: 'wall' } & Wall)
  /** `evidence`: one line that a person can check. */
  | { readonly kind: 'absent'; readonly reason: Reason; readonly evidence: string };

type Absence = Extract<Verdict, { kind: 'absent' }>;

const EVIDENCE = 120;

const absent = (reason: Reason, evidence: string): Absence => ({
  kind: 'absent',
  reason,
  evidence: evidence.replace(/\s+/g, ' ').slice(0, EVIDENCE),
});

const STATUSES: readonly (readonly [Reason, (status: number) => boolean])[] = [
  ['not-found', (status) => status === 404 || status === 410],
  ['forbidden', (status) => [401, 402, 403, 407, 451].includes(status)],
  ['rate-limited', (status) => status === 429],
  ['server-error', (status) => status >= 500],
  ['empty', (status) => status === 204 || status === 205],
  // 203 is a page that a proxy has touched.
  ['status', (status) => status !== 200 && status !== 203],
];

/** Status before content: a refusal may carry any body. Only that a server is out for maintenance says more than its 503. */
const byStatus = (seen: Seen): Absence | null => {
  const { status, headers } = seen.page;
  const reason = STATUSES.find(([, fits]) => fits(status))?.[0];
  if (reason === undefined) return null;
  const hollow = reason === 'server-error' ? hollowOf(seen) : null;
  if (hollow?.reason === 'maintenance') return absent('maintenance', `status ${status}, ${hollow.evidence}`);
  return absent(reason, headers.server === undefined ? `status ${status}` : `status ${status}, server: ${headers.server}`);
};

const SHAPES: Readonly<Record<Wanted, readonly Shape[]>> = {
  html: ['html'],
  pdf: ['pdf'],
  json: ['json'],
  feed: ['feed'],
  file: ['package', 'text'],
};

const start = (body: Uint8Array): string => new TextDecoder().decode(body.subarray(0, 60));

/** A short object that names an error, and holds no list. */
const JSON_ERROR = /^\{(?:[^[]{0,200}"(?:errors?|fault|exception)"\s*:\s*["{][^[]*|\s*"message"\s*:\s*"[^"]*"\s*)\}$/;

const ENDS: Readonly<Record<'feed' | 'json', RegExp>> = {
  feed: /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>[\s\0]*(?:<!--[\s\S]*)?$/i,
  json: /[\]}]\s*$/,
};

/** What was wanted, but not whole, or an error in its form. */
const byData = ({ page, shape }: Seen, wanted: Wanted): Absence | null => {
  const { body } = page;
  if (wanted === 'json' && shape === 'json' && body.length <= 600) {
    const text = new TextDecoder().decode(body).trim();
    if (JSON_ERROR.test(text)) return absent('server-error', text);
  }
  const isWanted = (wanted === 'json' && /^\s*[[{]/.test(start(body))) || (wanted === 'feed' && shape === 'feed');
  if (!isWanted || (wanted !== 'json' && wanted !== 'feed')) return null;
  const end = new TextDecoder().decode(body.subarray(-2_000));
  return ENDS[wanted].test(end) ? null : absent('cut-off', `ends with "${end.trim().slice(-40)}"`);
};

const byShape = (seen: Seen, wanted: Wanted): Absence | null => {
  const { shape, page, code } = seen;
  if (SHAPES[wanted].includes(shape)) return null;
  // Some lists stand as JSON in a script of a page.
  if (wanted === 'json' && shape === 'html' && holdsData(code)) return null;
  const evidence = `${page.mediaType || 'no type'}, starts with "${start(page.body).trim()}"`;
  return absent(shape === 'html' ? 'html' : 'wrong-type', evidence);
};

/** @param wanted what the caller can read */
export const judge = (page: Page, wanted: Wanted): Verdict => {
  const seen = see(page);
  const wall = wallOf(seen);
  if (wall !== null) return { kind: 'wall', ...wall };
  if (page.status === 304) return { kind: 'not-modified' };
  const refused = byStatus(seen);
  if (refused !== null) return refused;
  if (!isSameAddress(page.url, page.finalUrl, wanted === 'pdf' || wanted === 'file'))
    return absent('moved-away', `redirected to ${page.finalUrl}`);
  if (seen.shape === 'empty') return absent('empty', `status ${page.status}, ${page.body.length} bytes`);
  const hollow = seen.shape === 'html' || seen.shape === 'text' ? hollowOf(seen) : null;
  if (hollow !== null) return absent(hollow.reason, hollow.evidence);
  return byData(seen, wanted) ?? byShape(seen, wanted) ?? { kind: 'good' };
};
