// Which answers are worth another try, and when. Decides; does not wait.

import { FetchError } from '../errors.ts';
import type { Page } from '../types.ts';
import { challenge } from './judge/classify.ts';

const FIRST_WAIT = 1_000;
const LONGEST_BACKOFF = 60_000;

/** Milliseconds before try `attempt + 1`: doubled each time, between half and whole so that many watchers do not come at once. */
export const backoff = (attempt: number, random: () => number): number =>
  Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_BACKOFF) * (0.5 + random() / 2);

/**
 * The wait that the host asks for, from `Retry-After` in seconds or as a date.
 * @returns milliseconds; 0 when it asks for none
 */
export const retryAfter = (page: Page, now: number): number => {
  if (![403, 429, 503].includes(page.status)) return 0;
  const value = page.headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
};

/**
 * What the host itself calls temporary.
 * @returns null when the answer stands; a challenge does, since asking again would only annoy
 */
export const trouble = (page: Page): FetchError | null => {
  const { status, url } = page;
  if ((status !== 429 && status < 500) || challenge(page) !== null) return null;
  return status === 429
    ? new FetchError('rate-limited', `${url} was asked too often (status 429)`, {
        at: url,
        status,
        remedy: 'The next run asks again. If it happens often, lengthen "manners.pause" or lower "manners.budget".',
      })
    : new FetchError('server-error', `${url} answered with a server error (status ${status})`, {
        at: url,
        status,
        remedy: 'The next run asks again. If it goes on, open the address in a browser: the trouble is on their side.',
      });
};

/** Hands back what may pass by itself, a dead line, and throws everything else again. */
export const temporary = (error: unknown): FetchError => {
  if (error instanceof FetchError && error.code === 'unreachable') return error;
  throw error;
};

/** Whether a request found nobody there, rather than a host in trouble. */
export const gaveNoAnswer = (error: unknown): boolean =>
  error instanceof FetchError && (error.code === 'unreachable' || error.code === 'timeout');
