// Asks for pages on behalf of one watcher, with good manners: within robots.txt and a budget, never in disguise.
// What the watchers of a run share stands in net.ts; what an answer means is read in classify.ts and robots.ts.

import { BlockedError, FetchError } from '../errors.ts';
import type { Page, Validators } from '../types.ts';
import { type Browser, isRenderable } from './browser/browser.ts';
import type { Part } from './browser/render.ts';
import { Budget } from './budget.ts';
import { MAX_REDIRECTS, redirectTarget, refusedRedirect } from './redirect.ts';
import { NO_RULES, type RobotRules, readRobots, unreadableRobots } from './robots.ts';
import { type Sender, send, type Wish } from './send.ts';

/** What one watcher is allowed. */
export interface WatcherManners {
  /** Requests per run; repeated and redirected ones and parts of pages count, robots.txt does not. */
  readonly budget: number;
  /** `permitted` only where the operator said so. */
  readonly robots: 'honour' | 'permitted';
  /** The operator offers these addresses to programs: a robots.txt that cannot be read is not taken for a no; one that says no is. */
  readonly offered: boolean;
  /** Between two requests to one host, where the watcher wants more than usual. */
  readonly pauseSeconds: number | null;
}

export interface GetOptions {
  /** Not told with `via: 'browser'`: that a page is as it was says nothing about what its scripts load. */
  readonly validators?: Validators | null;
  readonly accept?: string;
  /** `browser`: the page as its scripts leave it. What is no page of HTML, or is a wall, comes back as it came. */
  readonly via?: 'http' | 'browser';
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

const HTML = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

export class PoliteFetcher implements Fetcher {
  readonly #manners: WatcherManners;
  readonly #browser: Browser;
  readonly #sender: Sender;
  /** Scripts and styles of pages in the browser, by address: the next page of the site needs the same. */
  readonly #code = new Map<string, Page>();

  /** @param sender what it shares with the other watchers of the run */
  constructor(manners: WatcherManners, browser: Browser, sender: Omit<Sender, 'budget'>) {
    this.#manners = manners;
    this.#browser = browser;
    this.#sender = { ...sender, budget: new Budget(manners.budget) };
  }

  requests = (): number => this.#sender.budget.sent;

  get = async (url: string, { validators = null, accept, via = 'http' }: GetOptions = {}): Promise<Page> => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      throw new FetchError('unreachable', `${url} is not a web address`, { at: url, remedy: 'Write it with https:// in front.' });
    }
    // Asked here as well, since whoever is told no at his turn has waited for it.
    this.#sender.budget.check(url);
    if (via === 'http') return { ...(await this.#follow(new URL(url), { validators, accept: accept ?? '*/*', kind: 'page' })), url };
    const page = { ...(await this.#follow(new URL(url), { validators: null, accept: accept ?? HTML, kind: 'page' })), url };
    return isRenderable(page) ? this.#browser.render(page, (part) => this.#load(part, new URL(page.finalUrl))) : page;
  };

  /** What a page asks for by itself; null for what lies on a site that nobody named. */
  async #load({ url, accept, kind }: Part, page: URL): Promise<Page | null> {
    const at = new URL(url);
    if (at.origin !== page.origin && !this.#sender.origins.names(at.origin)) return null;
    const known = this.#code.get(url);
    if (known !== undefined) return known;
    const part = await this.#follow(at, { validators: null, accept, kind: 'part' });
    if (kind === 'code' && part.status === 200) this.#code.set(url, part);
    return part;
  }

  /** Goes where allowed redirects lead; every stop is subject to its own host's robots.txt. */
  async #follow(asked: URL, wish: Wish): Promise<Page> {
    let at = asked;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (wish.kind !== 'robots' && this.#manners.robots === 'honour') (await this.#rules(at)).check(at);
      const page = await send(at, wish, this.#sender);
      const next = redirectTarget(page, at, this.#sender.origins);
      if (next === null) return { ...page, url: asked.href };
      at = next;
    }
    throw refusedRedirect(asked, `redirects more than ${MAX_REDIRECTS} times`);
  }

  async #rules(at: URL): Promise<RobotRules> {
    try {
      return await this.#sender.hosts.rules(at, () => this.#readRules(new URL('/robots.txt', at)));
    } catch (error) {
      if (this.#manners.offered && (error instanceof FetchError || error instanceof BlockedError)) return NO_RULES;
      throw error;
    }
  }

  async #readRules(at: URL): Promise<RobotRules> {
    try {
      const rules = readRobots(await this.#follow(at, { validators: null, accept: 'text/plain, */*;q=0.1', kind: 'robots' }));
      this.#sender.hosts.at(at).lane.pauseAtLeast(rules.crawlDelaySeconds * 1000);
      return rules;
    } catch (error) {
      if (error instanceof FetchError) throw unreadableRobots(at.href, error, error.status);
      throw error;
    }
  }
}
