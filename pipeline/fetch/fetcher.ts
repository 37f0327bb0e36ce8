// Asks hosts for pages with good manners: in turn, with pauses, within robots.txt and a budget, never in disguise.
// What an answer means is read in classify.ts and robots.ts.

import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError } from '../errors.ts';
import type { Page, Validators } from '../types.ts';
import { exchange } from './exchange.ts';
import { createLane, type Lane, type World } from './lane.ts';
import { createOrigins, isLoopback, type Origins, type OriginTable } from './origins.ts';
import { MAX_REDIRECTS, redirectTarget, refusedRedirect } from './redirect.ts';
import { backoff, retryAfter, temporary, trouble } from './retry.ts';
import { type RobotRules, readRobots, unreadableRobots } from './robots.ts';

export interface FetchSettings {
  /** `pactwatch/0.1.0 (change watcher of EU documents; contact: …)`: who asks, and whom to write to. */
  readonly userAgent: string;
  /** Between two requests to one host; null is 10 for real hosts and 0 for what `origins` sends to this machine. */
  readonly pauseSeconds: number | null;
  /** Requests per run and watcher, repeated and redirected ones included, robots.txt not. */
  readonly budget: number;
  /** For one whole answer, body included. */
  readonly timeoutSeconds: number;
  /** Of one body, unpacked. */
  readonly maxBytes: number;
  /** Further tries after a dead line, 429 or 5xx. */
  readonly retries: number;
  /** `permitted` only where the operator said so. */
  readonly robots: 'honour' | 'permitted';
  readonly origins: OriginTable;
}

export interface Fetcher {
  /**
   * The answer to one address, whatever it is: 304 and 4xx are answers, and so is a challenge.
   * @throws FetchError when there is no usable answer; BlockedError when robots.txt says no or is walled off
   */
  readonly get: (url: string, options?: GetOptions) => Promise<Page>;
  /** Requests sent so far, those for robots.txt included. */
  readonly requests: () => number;
}

interface GetOptions {
  readonly validators?: Validators | null;
  readonly accept?: string;
}

/** What a request asks for besides its address. */
interface Wish {
  readonly validators: Validators | null;
  readonly accept: string;
  readonly isRobots: boolean;
}

const USUAL_PAUSE_SECONDS = 10;
const REAL_WORLD: World = { sleep: (ms) => sleep(ms), random: Math.random, now: Date.now };

class PoliteFetcher implements Fetcher {
  readonly #settings: FetchSettings;
  readonly #world: World;
  readonly #origins: Origins;
  readonly #lanes = new Map<string, Lane>();
  readonly #robots = new Map<string, Promise<RobotRules>>();
  #sent = 0;
  #left: number;

  constructor(settings: FetchSettings, world: World) {
    this.#settings = settings;
    this.#world = world;
    this.#origins = createOrigins(settings.origins);
    this.#left = settings.budget;
  }

  requests = (): number => this.#sent;

  get = async (url: string, { validators = null, accept = '*/*' }: GetOptions = {}): Promise<Page> => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      throw new FetchError('unreachable', `${url} is not a web address`, { at: url, remedy: 'Write it with https:// in front.' });
    }
    // Asked here as well, since whoever is told no at his turn has waited for it.
    this.#checkBudget(url);
    return this.#follow(new URL(url), { validators, accept, isRobots: false }).then((page) => ({ ...page, url }));
  };

  /** Goes where allowed redirects lead; every stop is subject to its own host's robots.txt. */
  async #follow(asked: URL, wish: Wish): Promise<Page> {
    let at = asked;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!wish.isRobots && this.#settings.robots === 'honour') (await this.#rules(at)).check(at);
      const page = await this.#insist(at, wish);
      const next = redirectTarget(page, at, this.#origins);
      if (next === null) return { ...page, url: asked.href };
      at = next;
    }
    throw refusedRedirect(asked, `redirects more than ${MAX_REDIRECTS} times`);
  }

  /** Tries until there is an answer or the retries are used up. */
  async #insist(at: URL, wish: Wish): Promise<Page> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#lane(at).run(at.href, () => this.#ask(at, wish, attempt), attempt > 0);
      if (!(answer instanceof FetchError)) return answer;
      if (attempt >= this.#settings.retries || (!wish.isRobots && this.#left === 0)) throw answer;
    }
  }

  /** @returns an error, rather than throwing it, where another try may help; the host is then left alone for a while */
  async #ask(at: URL, wish: Wish, attempt: number): Promise<Page | FetchError> {
    if (!wish.isRobots) {
      this.#checkBudget(at.href);
      this.#left -= 1;
    }
    this.#sent += 1;
    const answer = await exchange({ ...wish, url: at.href, target: this.#origins.standIn(at).href }, this.#settings).catch(temporary);
    const lane = this.#lane(at);
    const failure = answer instanceof FetchError ? answer : trouble(answer);
    if (failure !== null) lane.hold(backoff(attempt, this.#world.random));
    if (failure?.status === 429 || failure?.status === 503) lane.slowDown();
    if (!(answer instanceof FetchError)) lane.hold(retryAfter(answer, this.#world.now()));
    return failure ?? answer;
  }

  #checkBudget(url: string): void {
    if (this.#left > 0) return;
    throw new FetchError('budget', `${url} was not asked: the ${this.#settings.budget} requests of this run are used up`, {
      at: url,
      remedy: 'The next run goes on from here. To ask more in one run, raise "manners.budget".',
    });
  }

  /** Asked for once per run; a refusal or a failure stands for the rest of it. */
  #rules(at: URL): Promise<RobotRules> {
    const known = this.#robots.get(at.origin);
    if (known !== undefined) return known;
    const rules = this.#readRules(new URL('/robots.txt', at));
    this.#robots.set(at.origin, rules);
    return rules;
  }

  async #readRules(at: URL): Promise<RobotRules> {
    try {
      const rules = readRobots(await this.#follow(at, { validators: null, accept: 'text/plain, */*;q=0.1', isRobots: true }));
      this.#lane(at).pauseAtLeast(rules.crawlDelaySeconds * 1000);
      return rules;
    } catch (error) {
      if (error instanceof FetchError) throw unreadableRobots(at.href, error, error.status);
      throw error;
    }
  }

  #lane(at: URL): Lane {
    const known = this.#lanes.get(at.host);
    if (known !== undefined) return known;
    const usual = isLoopback(this.#origins.standIn(at).origin) ? 0 : USUAL_PAUSE_SECONDS;
    const lane = createLane((this.#settings.pauseSeconds ?? usual) * 1000, this.#world);
    this.#lanes.set(at.host, lane);
    return lane;
  }
}

/** @param world injected by tests: what waits, chance and the time are */
export const createFetcher = (settings: FetchSettings, world: World = REAL_WORLD): Fetcher => new PoliteFetcher(settings, world);
