// One address until it has answered: its turn in the line of its host, tries, waits. Follows no redirect and knows no rules.

import { FetchError } from '../errors.ts';
import type { Page, Validators } from '../types.ts';
import type { Budget } from './budget.ts';
import { exchange, type Limits } from './exchange.ts';
import type { Host, Hosts } from './hosts.ts';
import type { World } from './lane.ts';
import type { Origins } from './origins.ts';
import { backoff, gaveNoAnswer, retryAfter, temporary, trouble } from './retry.ts';

/** What a request asks for besides its address. A part belongs to a page that has just been asked for. */
export interface Wish {
  readonly validators: Validators | null;
  readonly accept: string;
  readonly kind: 'page' | 'part' | 'robots';
}

/** On whose behalf, and with what. */
export interface Sender {
  readonly limits: Limits;
  /** Further tries after a dead line, 429 or 5xx. */
  readonly retries: number;
  readonly world: World;
  readonly origins: Origins;
  readonly hosts: Hosts;
  readonly budget: Budget;
  /** Milliseconds between two requests to the host of an address. */
  readonly pause: (at: URL) => number;
}

/** Of the limit of time, for a host that was waited for in vain: many addresses of a dead host must not eat the run. */
const SHORT_WAIT = 1 / 6;

/**
 * @throws FetchError when no try gave a usable answer
 */
export const send = async (at: URL, wish: Wish, by: Sender): Promise<Page> => {
  const host = by.hosts.at(at);
  try {
    const page = await insist(at, wish, by);
    host.silent = false;
    return page;
  } catch (error) {
    if (gaveNoAnswer(error)) host.silent = true;
    throw error;
  }
};

/** Tries until there is an answer, or another try is not worth it. */
const insist = async (at: URL, wish: Wish, by: Sender): Promise<Page> => {
  const host = by.hosts.at(at);
  const isPart = wish.kind === 'part';
  for (let attempt = 0; ; attempt += 1) {
    const turn = { pause: isPart ? null : by.pause(at), ahead: isPart || attempt > 0 };
    const answer = await host.lane.run(at.href, () => ask({ at, wish, attempt }, host, by), turn);
    if (!(answer instanceof FetchError)) return answer;
    if (attempt >= triesAgain(wish, host, by)) throw answer;
  }
};

/** A part is not worth a wait, since its page waits; nor is a host that has been waited for in vain. */
const triesAgain = (wish: Wish, host: Host, { retries, budget }: Sender): number =>
  wish.kind === 'part' || host.silent || (wish.kind === 'page' && budget.isSpent) ? 0 : retries;

interface Attempt {
  readonly at: URL;
  readonly wish: Wish;
  readonly attempt: number;
}

/** @returns an error, rather than throwing it, where another try may help; the host is then left alone for a while */
const ask = async ({ at, wish, attempt }: Attempt, { lane, silent }: Host, by: Sender): Promise<Page | FetchError> => {
  if (wish.kind === 'robots') by.budget.spendNothing();
  else by.budget.spend(at.href);
  const limits = silent ? { ...by.limits, timeoutSeconds: by.limits.timeoutSeconds * SHORT_WAIT } : by.limits;
  const answer = await exchange({ ...wish, url: at.href, target: by.origins.standIn(at).href }, limits).catch(temporary);
  const failure = answer instanceof FetchError ? answer : trouble(answer);
  if (failure !== null) lane.hold(backoff(attempt, by.world.random));
  if (failure?.status === 429 || failure?.status === 503) lane.slowDown();
  if (!(answer instanceof FetchError)) lane.hold(retryAfter(answer, by.world.now()));
  return failure ?? answer;
};
