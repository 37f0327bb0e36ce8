// One page in the browser: what it may ask for, when it stands still, and what it then looks like. Starts no browser.

import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Request, Route, Page as Tab } from 'playwright';
import { FetchError, WatchError } from '../../errors.ts';
import type { Page } from '../../types.ts';
import { refuseChallenge } from '../judge/classify.ts';

/** What a page asks for by itself. */
export interface Part {
  readonly url: string;
  readonly accept: string;
  /** `code` is the same on all pages of a site; `data` may not be. */
  readonly kind: 'code' | 'data';
}

/** Null: it is not to be had. @throws WatchError when it could not be had */
export type Load = (part: Part) => Promise<Page | null>;

/** What a page asks for beyond this it does not get. */
const MOST_PARTS = 60;
const LOOK_EVERY = 100;
/** So many looks that saw the same, rather than a time: on a busy machine everything takes longer, the looks as well. */
const STILL_LOOKS = 4;
/** Of the time for a page: after so much, one that never stands still is taken as it is … */
const UNREST = 1 / 8;
/** … even when data is still on its way. Scripts and styles are waited for to the end. */
const UNREST_WITH_DATA = 1 / 2;

/** What makes up the text of a page. Images, media, fonts and all the rest stay where they are. */
const KINDS: Readonly<Record<string, Part['kind']>> = { script: 'code', stylesheet: 'code', xhr: 'data', fetch: 'data' };

/** Headers that described the bytes on their way, or would make a file or a memory of the page. */
const DROPPED = ['content-encoding', 'content-length', 'transfer-encoding', 'content-disposition', 'set-cookie', 'refresh'];

const answer = (route: Route, { status, headers, body }: Page): Promise<void> =>
  route.fulfill({
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !DROPPED.includes(name))),
    body: Buffer.from(body),
  });

/** @throws BlockedError for a wall, FetchError for a refusal or an error in place of the data that a page shows */
const refuseData = (page: Page): void => {
  refuseChallenge(page);
  const { status, url } = page;
  if (![401, 403, 429].includes(status) && status < 500) return;
  throw new FetchError('server-error', `${url}, which the page asks for its data, answered with status ${status}`, {
    at: url,
    status,
    remedy: 'The next run asks again. If it goes on, open the page in a browser: the trouble is on their side.',
  });
};

/** The parts of one page while they are on their way. */
class Parts {
  readonly #load: Load;
  readonly #open = new Set<Part>();
  #count = 0;
  #arrived = false;
  /** Ours, not the page's: a fault, or a budget that is used up. */
  fault: unknown = null;

  constructor(load: Load) {
    this.#load = load;
  }

  get areOpen(): boolean {
    return this.#open.size > 0;
  }

  get lacksCode(): boolean {
    return [...this.#open].some(({ kind }) => kind === 'code');
  }

  /** Whether anything was on its way, or arrived, since this was last asked. */
  moved(): boolean {
    const moved = this.areOpen || this.#arrived;
    this.#arrived = false;
    return moved;
  }

  /** The browser has it. */
  arrive(): void {
    this.#arrived = true;
  }

  async get(request: Request): Promise<Page | null> {
    const kind = KINDS[request.resourceType()];
    if (kind === undefined || request.method() !== 'GET' || this.#count >= MOST_PARTS) return null;
    this.#count += 1;
    const part: Part = { url: request.url(), accept: request.headers().accept ?? '*/*', kind };
    this.#open.add(part);
    try {
      const page = await this.#load(part);
      if (page !== null && kind === 'data') refuseData(page);
      return page;
    } catch (error) {
      // A page without its scripts is another page; without its data it says "no results". What robots.txt keeps back was never to be had.
      const isOurs = !(error instanceof WatchError) || (error instanceof FetchError && error.code === 'budget');
      if (isOurs || (kind === 'data' && error.code !== 'refused')) this.fault ??= error;
      return null;
    } finally {
      this.#open.delete(part);
    }
  }
}

/** The page as it is; null in the moment in which it changes from one to the next. */
const look = (tab: Tab): Promise<string | null> =>
  tab.content().catch((error: unknown) => {
    if (tab.isClosed()) throw error;
    return null;
  });

/** Waits until nothing moves any more. */
const settled = async (tab: Tab, parts: Parts, seconds: number): Promise<string> => {
  const start = Date.now();
  let last: string | null = null;
  for (let same = 0; same < STILL_LOOKS; ) {
    const patience = seconds * 1000 * (parts.areOpen ? UNREST_WITH_DATA : UNREST);
    if (last !== null && Date.now() - start > patience && !parts.lacksCode) break;
    await sleep(LOOK_EVERY);
    const seen = await look(tab);
    same = seen !== null && seen === last && !parts.moved() ? same + 1 : 0;
    last = seen ?? last;
  }
  return last ?? '';
};

/** Marked as UTF-8 in both ways, since the page may still say of itself what it was before. */
const asRendered = (page: Page, markup: string): Page => ({
  ...page,
  mediaType: 'text/html',
  headers: { ...page.headers, 'content-type': 'text/html; charset=utf-8' },
  body: new TextEncoder().encode(`\uFEFF${markup}`),
  validators: { etag: null, lastModified: null },
});

/** Where a page is shown, and for how long at most. */
export interface Stage {
  readonly context: BrowserContext;
  readonly seconds: number;
}

/**
 * The page as its scripts leave it.
 * @param page as it was fetched: the browser does not ask for it again
 * @throws whatever Playwright throws when the browser breaks, and what `load` throws for a used-up budget
 */
export const render = async ({ context, seconds }: Stage, page: Page, load: Load): Promise<Page> => {
  const parts = new Parts(load);
  const tab = await context.newPage();
  try {
    let isShown = false;
    tab.on('popup', (popup) => void popup.close().catch(() => undefined));
    tab.on('crash', () => void tab.close());
    tab.on('requestfinished', () => parts.arrive());
    await tab.routeWebSocket(/^/, (socket) => void socket.close());
    await tab.route(/^/, async (route, request) => {
      const isMain = !isShown && request.isNavigationRequest();
      if (isMain) isShown = true;
      const found = isMain ? page : await parts.get(request);
      // The tab may be gone by now.
      await (found === null ? route.abort('aborted') : answer(route, found)).catch(() => undefined);
    });
    await tab.goto(page.finalUrl, { waitUntil: 'commit', timeout: 0 });
    const markup = await settled(tab, parts, seconds);
    if (parts.fault !== null) throw parts.fault;
    return asRendered(page, markup);
  } finally {
    await tab.close().catch(() => undefined);
  }
};
