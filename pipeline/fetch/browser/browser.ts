// The browser of a run: started when the first page needs it, shared by all, one page at a time, and ended when it hangs.
// Which one it is stands in browsers.ts; what it does with a page in render.ts.

import PQueue from 'p-queue';
import { FetchError, WatchError } from '../../errors.ts';
import type { Page } from '../../types.ts';
import type { Limits } from '../exchange.ts';
import { challenge } from '../judge/classify.ts';
import { type Candidate, findBrowsers, type Running, startBrowser } from './browsers.ts';
import { type Load, render } from './render.ts';

export interface Browser {
  /**
   * The page as its scripts leave it. Nothing is asked but through `load`.
   * @param page as it was fetched
   * @throws FetchError `no-browser`; `timeout` when the page took too long; `unreachable` when the browser broke; `budget` where `load` says so
   */
  readonly render: (page: Page, load: Load) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Only a page of HTML that is no wall: a challenge is neither waited for nor solved. */
export const isRenderable = (page: Page): boolean =>
  page.status === 200 && ['text/html', 'application/xhtml+xml'].includes(page.mediaType) && challenge(page) === null;

const tooSlow = (url: string, seconds: number): FetchError =>
  new FetchError('timeout', `${url} was not whole in the browser within ${seconds} seconds`, {
    at: url,
    remedy: 'The next run asks again. If it goes on, open the address in a browser or raise the limit of time in the settings.',
  });

const brokeDown = (url: string, cause: unknown): FetchError =>
  new FetchError('unreachable', `${url} could not be shown: the browser broke down (${cause instanceof Error ? cause.message : cause})`, {
    at: url,
    cause,
    remedy: 'The next run asks again. If it goes on, name another browser in "browser.path".',
  });

class SharedBrowser implements Browser {
  readonly #seconds: number;
  readonly #start: () => Promise<Running>;
  readonly #queue = new PQueue({ concurrency: 1 });
  #running: Promise<Running> | null = null;

  constructor(seconds: number, start: () => Promise<Running>) {
    this.#seconds = seconds;
    this.#start = start;
  }

  render = (page: Page, load: Load): Promise<Page> => this.#queue.add(() => this.#watched(page, load));

  close = async (): Promise<void> => {
    const running = this.#running;
    this.#running = null;
    // Whoever asked for a browser that could not be had was told so.
    await running?.then(
      ({ kill }) => kill(),
      () => undefined,
    );
  };

  /** One page within the limit of time. After a fault the next page gets a new browser. */
  async #watched(page: Page, load: Load): Promise<Page> {
    const { context } = await this.#alive();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.#seconds * 1000);
    });
    const work = render({ context, seconds: this.#seconds }, page, load);
    try {
      const rendered = await Promise.race([work, late]);
      if (rendered !== null) return rendered;
    } catch (error) {
      if (error instanceof WatchError) throw error;
      await this.close();
      throw brokeDown(page.url, error);
    } finally {
      clearTimeout(timer);
    }
    work.catch(() => undefined);
    await this.close();
    throw tooSlow(page.url, this.#seconds);
  }

  /** A browser that cannot be had is not looked for again in the same run. */
  async #alive(): Promise<Running> {
    if (this.#running !== null && (await this.#running).isAlive()) return this.#running;
    await this.close();
    this.#running = this.#start();
    return this.#running;
  }
}

/** @param candidates injected by tests: the browsers to try, in order */
export const createBrowser = (
  limits: Limits,
  path: string | null,
  candidates: (path: string | null) => readonly Candidate[] = findBrowsers,
): Browser => new SharedBrowser(limits.timeoutSeconds, () => startBrowser(candidates(path), limits.userAgent));
