// What a host's robots.txt allows. Reads the answer; fetching it is the fetcher's work.

import robotsParser from 'robots-parser';
import { BlockedError, FetchError } from '../errors.ts';
import type { Page } from '../types.ts';
import { refuseChallenge } from './judge/classify.ts';

// Its types say `export default`, while the module itself is the function.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** The name by which robots.txt files can address this watcher. */
const TOKEN = 'pactwatch';
/** RFC 9309 asks to read at least 500 KiB. */
const READ_BYTES = 512 * 1024;

export interface RobotRules {
  /** 0 when the host names none. */
  readonly crawlDelaySeconds: number;
  /** @throws BlockedError `refused` with the line that says no */
  readonly check: (url: URL) => void;
}

/** Where there is no robots.txt, everything may be asked for. */
export const NO_RULES: RobotRules = { crawlDelaySeconds: 0, check: () => undefined };

const ASK = 'Ask the operator for permission; with it, set "manners.robots: permitted".';

const refused = (url: string, message: string, evidence: string): BlockedError =>
  new BlockedError('refused', message, { at: url, evidence, remedy: ASK });

const parse = (page: Page): RobotRules => {
  const source = new TextDecoder().decode(page.body.subarray(0, READ_BYTES));
  // A web page in place of the file says nothing about robots. The type does not tell: real rules are served as text/html, too.
  if (/^\s*</.test(source)) return NO_RULES;
  const robots = parseRobots(page.url, source);
  const lines = source.split(/\r\n|\r|\n/);
  return {
    crawlDelaySeconds: Math.max(0, robots.getCrawlDelay(TOKEN) ?? 0),
    check: (url) => {
      if (robots.isAllowed(url.href, TOKEN) !== false) return;
      const line = robots.getMatchingLineNumber(url.href, TOKEN);
      const evidence = `robots.txt line ${line}: ${lines[line - 1]?.trim() ?? ''}`;
      throw refused(url.href, `${page.url} does not allow ${url.pathname} (${evidence})`, evidence);
    },
  };
};

/**
 * Stricter than RFC 9309, which reads every 4xx as consent: 401 and 403 mean no.
 * @throws BlockedError `blocked` for a challenge, `refused` for 401 and 403
 * @throws FetchError `unreachable` when nothing can be read from the answer
 */
export const readRobots = (page: Page): RobotRules => {
  refuseChallenge(page);
  const { status, url } = page;
  if (status === 401 || status === 403) throw refused(url, `${url} answered ${status}, which means no`, `status ${status}`);
  if (status >= 200 && status < 300) return parse(page);
  if (status >= 400 && status < 500) return NO_RULES;
  throw unreadableRobots(url, null, status);
};

/** Without an answer about robots.txt nothing may be fetched. */
export const unreadableRobots = (url: string, cause: FetchError | null, status: number | null): FetchError =>
  new FetchError('unreachable', `${url} could not be read, so nothing of its host may be fetched${cause ? `: ${cause.message}` : ''}`, {
    at: url,
    status,
    remedy: 'The next run asks again. If it goes on, open the address in a browser.',
    ...(cause === null ? {} : { cause }),
  });
