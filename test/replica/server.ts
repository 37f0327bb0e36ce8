// Plays websites on 127.0.0.1: a port per origin, all in one day, one markup and one language, with the faults that they are given.
// What a site says is its own file's; how it fails stands in faults.ts.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, createClock } from './clock.ts';
import { type Fault, misbehave, ROBOTS, type Robots, type Sent } from './faults.ts';
import { type Answer, type Day, page, type Question, type Site, type Story } from './site.ts';

interface Asked {
  /** The real address. */
  readonly url: string;
  readonly method: string;
  readonly day: Day;
  readonly headers: IncomingMessage['headers'];
}

export interface Replica {
  /** Real origin to the one that stands for it: what PACTWATCH_ORIGINS takes, as an object. */
  readonly origins: Readonly<Record<string, string>>;
  /** What was asked, in order. */
  readonly requests: readonly Asked[];
  /** Mistakes of the stand-ins themselves, answered with 500. */
  readonly errors: readonly string[];
  /** The most requests that were under way at one origin at once. */
  readonly mostAtOnce: (origin: string) => number;
  readonly clock: Clock;
  readonly day: (day: Day) => void;
  readonly variant: (variant: number) => void;
  readonly language: (language: Question['language']) => void;
  /** For an origin or all addresses that begin so; the longest beginning decides. Null takes it back. */
  readonly fault: (beginning: string, fault: Fault | null) => void;
  /** In place of the site's own; null takes it back. */
  readonly robots: (origin: string, robots: Robots | null) => void;
  /** Whether answers carry ETag and Last-Modified, and requests with the same ETag are answered with 304. */
  readonly validators: (on: boolean) => void;
  readonly close: () => Promise<void>;
}

export interface ReplicaOptions {
  readonly day?: Day;
  /** Of the first origin, the next ones following it; left out, any free ports. */
  readonly port?: number;
}

interface State {
  readonly clock: Clock;
  readonly faults: Map<string, Fault>;
  readonly robots: Map<string, Robots>;
  readonly requests: Asked[];
  readonly errors: string[];
  /** How often an address was asked since a fault was last changed. */
  readonly turns: Map<string, number>;
  readonly busy: Map<string, { now: number; most: number }>;
  variant: number;
  language: Question['language'];
  offersValidators: boolean;
}

/** @throws Error when two sites claim one origin, or one is no origin */
export const startReplica = async (stories: readonly Story[], { day = 1, port = 0 }: ReplicaOptions = {}): Promise<Replica> => {
  const sites = stories.flatMap((story) => story.sites);
  checkOrigins(sites);
  const state: State = {
    clock: createClock(day),
    faults: new Map(),
    robots: new Map(),
    requests: [],
    errors: [],
    turns: new Map(),
    busy: new Map(),
    variant: 0,
    language: 'en',
    offersValidators: false,
  };
  const played = await Promise.all(sites.map((site, at) => listen(site, state, port === 0 ? 0 : port + at)));
  return replicaOf(state, played);
};

const checkOrigins = (sites: readonly Site[]): void => {
  const seen = new Set<string>();
  for (const { origin } of sites) {
    if (new URL(origin).origin !== origin) throw new Error(`${origin} is not an origin`);
    if (seen.has(origin)) throw new Error(`two stand-ins for ${origin}`);
    seen.add(origin);
  }
};

/** A site on a port of its own. */
interface Played {
  readonly origin: string;
  readonly standIn: string;
  readonly server: Server;
}

const replicaOf = (state: State, played: readonly Played[]): Replica => ({
  origins: Object.fromEntries(played.map(({ origin, standIn }) => [origin, standIn])),
  requests: state.requests,
  errors: state.errors,
  mostAtOnce: (origin) => state.busy.get(origin)?.most ?? 0,
  clock: state.clock,
  day: state.clock.set,
  variant: (variant) => {
    state.variant = variant;
  },
  language: (language) => {
    state.language = language;
  },
  fault: (beginning, fault) => {
    state.turns.clear();
    set(state.faults, beginning, fault);
  },
  robots: (origin, robots) => set(state.robots, origin, robots),
  validators: (on) => {
    state.offersValidators = on;
  },
  close: async () => {
    await Promise.all(played.map(({ server }) => stop(server)));
  },
});

const set = <T>(map: Map<string, T>, key: string, value: T | null): void => {
  if (value === null) map.delete(key);
  else map.set(key, value);
};

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const listen = async (site: Site, state: State, port: number): Promise<Played> => {
  const busy = { now: 0, most: 0 };
  state.busy.set(site.origin, busy);
  // Lines stay open: one that is closed for idleness in the moment of a request looks like a fault that nobody ordered.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    busy.now += 1;
    busy.most = Math.max(busy.most, busy.now);
    response.on('close', () => {
      busy.now -= 1;
    });
    void respond(site, state, { request, response });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { origin: site.origin, standIn: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const respond = async (site: Site, state: State, { request, response }: Exchange): Promise<void> => {
  // Joined as text: resolving would read a path that begins with // as another host.
  const url = new URL(site.origin + (request.url ?? '/'));
  const { method = 'GET', headers } = request;
  const { day } = state.clock;
  state.requests.push({ url: url.href, method, day, headers });
  const question: Question = { url, method, headers, day, variant: state.variant, language: state.language };
  try {
    const sent = await answerOf(site, state, question);
    send(response, state.offersValidators ? withValidators(sent, question) : sent);
  } catch (error) {
    state.errors.push(`${url.href}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    send(response, { status: 500, type: 'text/plain', body: 'the stand-in made a mistake' });
  }
};

const answerOf = async (site: Site, state: State, question: Question): Promise<Sent> => {
  const { href } = question.url;
  const right = () => rightAnswer(site, state, question);
  const [beginning = ''] = [...state.faults.keys()].filter((start) => href.startsWith(start)).sort((a, b) => b.length - a.length);
  const fault = state.faults.get(beginning);
  if (fault === undefined) return right();
  const turn = state.turns.get(href) ?? 0;
  state.turns.set(href, turn + 1);
  return misbehave(fault, { right, turn, url: question.url });
};

const NOT_FOUND: Answer = { ...page('Page not found', '<h1>Page not found</h1><p>There is no such page.</p>'), status: 404 };

const rightAnswer = async (site: Site, state: State, question: Question): Promise<Answer> => {
  if (question.url.pathname === '/robots.txt') {
    const kind = state.robots.get(site.origin);
    if (kind !== undefined) return ROBOTS[kind];
    if (site.robots === null) return ROBOTS.absent;
    if (site.robots !== undefined) return { type: 'text/plain; charset=utf-8', body: site.robots };
  }
  return (await site.answer(question)) ?? NOT_FOUND;
};

const MODIFIED = 'Mon, 07 Sep 2026 06:00:00 GMT';

const withValidators = (sent: Sent, { headers }: Question): Sent => {
  if ((sent.status ?? 200) !== 200 || sent.line !== undefined) return sent;
  const etag = `"${createHash('sha256').update(sent.body).digest('hex').slice(0, 16)}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
  return { ...sent, headers: { ...sent.headers, etag, 'last-modified': MODIFIED } };
};

const send = (response: ServerResponse, { status = 200, type, headers = {}, body, line }: Sent): void => {
  if (line === 'hang') return;
  if (line === 'reset') return void response.destroy();
  const bytes = Buffer.from(body);
  const length = status === 304 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...length, ...(type === undefined ? {} : { 'content-type': type }), ...headers });
  if (line !== 'cut') return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length >> 1));
  setTimeout(() => response.destroy(), 20);
};
