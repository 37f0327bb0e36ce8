// A stand-in of the Council's document host: a real server on 127.0.0.1 that gives what it was told to give, and misbehaves when told to.
// How the real one answers for documents that are not public is not known, so all of these must be survivable.

import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Mode =
  | 'normal'
  /** Absent documents: a 404 page, or a 404 without a body. */
  | 'missing'
  | 'missing-empty'
  | 'html-200'
  | 'empty-200'
  | 'forbidden'
  | 'challenge'
  | 'challenge-200'
  /** A challenge and the right answer by turns, the challenge first. */
  | 'alternate'
  /** One server error, or "slow down" with Retry-After: 2, and then the right answer. */
  | 'error-once'
  | 'busy-once'
  | 'error'
  | 'redirect-within'
  | 'redirect-abroad'
  | 'slow'
  | 'hang'
  | 'cut'
  | 'reset'
  /** Half of the file as if it were the whole. */
  | 'pdf-bytes-cut'
  | 'pdf-type-wrong-bytes'
  | 'pdf-bytes-wrong-type';

export type Robots = 'absent' | 'allow' | 'disallow' | 'disallow-documents' | 'forbidden' | 'challenge' | 'error' | 'crawl-delay';

export interface Host {
  readonly origin: string;
  /** What was asked, in order. */
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** The most requests that were under way at once. */
  readonly maxConcurrent: number;
  serve(id: string, language: string, bytes: Uint8Array): void;
  remove(id: string, language: string): void;
  /** For one beginning of a path, or for everything; the longest beginning that fits decides. `normal` takes it back. */
  behave(mode: Mode, prefix?: string): void;
  robots(kind: Robots): void;
  /** Whether answers carry ETag and Last-Modified, and requests with them are answered with 304. */
  validators(on: boolean): void;
  close(): Promise<void>;
}

const ROBOTS: Readonly<Record<Robots, readonly [number, string]>> = {
  absent: [404, 'no such file'],
  allow: [200, 'User-agent: *\nDisallow: /private/\n'],
  disallow: [200, 'User-agent: *\nDisallow: /\n'],
  'disallow-documents': [200, 'User-agent: pactwatch\nDisallow: /doc/\n'],
  forbidden: [403, 'no'],
  challenge: [403, ''],
  error: [500, 'broken'],
  'crawl-delay': [200, 'User-agent: *\nCrawl-delay: 7\n'],
};
const SLOW_MS = 300;
const MODIFIED = 'Thu, 05 Feb 2026 10:00:00 GMT';

/** Some 15 kB, as interstitials have, with little to read in it. */
const INTERSTITIAL =
  '<!doctype html><html lang="en"><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript>' +
  `<script>window.stand_in = "${'0123456789abcdef'.repeat(900)}";</script></body></html>`;
const NOT_FOUND =
  '<!doctype html><html lang="en"><head><title>Nothing here</title></head><body><h1>There is no such document</h1></body></html>';

export const startHost = async (): Promise<Host> => {
  const documents = new Map<string, Uint8Array>();
  const modes = new Map<string, Mode>();
  const turns = new Map<string, number>();
  const requests: Host['requests'] = [];
  let [open, most, offersValidators, robots] = [0, 0, false, 'absent' as Robots];

  const modeOf = (path: string): Mode => {
    const fits = [...modes.keys()].filter((prefix) => path.startsWith(prefix)).sort((a, b) => b.length - a.length);
    return modes.get(fits[0] ?? '') ?? 'normal';
  };
  const turnOf = (path: string): number => {
    const turn = turns.get(path) ?? 0;
    turns.set(path, turn + 1);
    return turn;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    const send = sender(response);
    const mode = modeOf(path);
    if (path === '/robots.txt' && mode !== 'challenge' && mode !== 'challenge-200' && mode !== 'reset') {
      const [status, body] = ROBOTS[robots];
      return robots === 'challenge' ? send.challenge(403) : send.text(status, body);
    }
    const bytes = documents.get(path.replace('/moved', ''));
    const right = (): void =>
      bytes === undefined ? send.html(404, NOT_FOUND) : send.pdf(bytes, offersValidators ? request.headers : null);
    await MODES[mode]({ send, right, bytes, path, turn: () => turnOf(path), response });
  };

  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '/', headers: request.headers });
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pathOf = (id: string, language: string): string => `/doc/document/${id}/${language}/pdf`;
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get maxConcurrent() {
      return most;
    },
    serve: (id, language, bytes) => void documents.set(pathOf(id, language), bytes),
    remove: (id, language) => void documents.delete(pathOf(id, language)),
    behave: (mode, prefix = '') => void (mode === 'normal' ? modes.delete(prefix) : modes.set(prefix, mode)),
    robots: (kind) => {
      robots = kind;
    },
    validators: (on) => {
      offersValidators = on;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const sender = (response: ServerResponse) => {
  const send = (status: number, headers: Record<string, string>, body: string | Uint8Array): void => {
    response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
    response.end(body);
  };
  return {
    raw: send,
    text: (status: number, body: string) => send(status, { 'content-type': 'text/plain' }, body),
    html: (status: number, body: string) => send(status, { 'content-type': 'text/html; charset=utf-8' }, body),
    challenge: (status: number) =>
      send(
        status,
        { 'content-type': 'text/html; charset=UTF-8', ...(status === 403 ? { 'cf-mitigated': 'challenge' } : {}) },
        INTERSTITIAL,
      ),
    /** @param asked headers of a request when validators are offered, else null */
    pdf: (bytes: Uint8Array, asked: IncomingHttpHeaders | null) => {
      const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
      const offered: Record<string, string> = asked === null ? {} : { etag, 'last-modified': MODIFIED };
      if (asked?.['if-none-match'] === etag) return send(304, { etag, 'content-length': '0' }, '');
      return send(200, { 'content-type': 'application/pdf', ...offered }, bytes);
    },
  };
};

interface Exchange {
  readonly send: ReturnType<typeof sender>;
  /** The answer of a host that is well. */
  readonly right: () => void;
  readonly bytes: Uint8Array | undefined;
  readonly path: string;
  /** How often this path was asked before. */
  readonly turn: () => number;
  readonly response: ServerResponse;
}

const MODES: Readonly<Record<Mode, (exchange: Exchange) => void | Promise<void>>> = {
  normal: ({ right }) => right(),
  missing: ({ send }) => send.html(404, NOT_FOUND),
  'missing-empty': ({ send }) => send.raw(404, {}, ''),
  'html-200': ({ send }) => send.html(200, NOT_FOUND),
  'empty-200': ({ send }) => send.raw(200, { 'content-type': 'application/pdf' }, ''),
  forbidden: ({ send }) => send.html(403, '<!doctype html><title>No</title><p>This document is not for you.</p>'),
  challenge: ({ send }) => send.challenge(403),
  'challenge-200': ({ send }) => send.challenge(200),
  alternate: ({ send, right, turn }) => (turn() % 2 === 0 ? send.challenge(403) : right()),
  'error-once': ({ send, right, turn }) => (turn() === 0 ? send.text(503, 'broken') : right()),
  'busy-once': ({ send, right, turn }) => (turn() === 0 ? send.raw(429, { 'retry-after': '2' }, '') : right()),
  error: ({ send }) => send.text(502, 'broken'),
  'redirect-within': ({ send, path }) => send.raw(302, { location: `${path}/moved` }, ''),
  'redirect-abroad': ({ send }) => send.raw(302, { location: 'https://elsewhere.example/' }, ''),
  slow: async ({ right }) => {
    await sleep(SLOW_MS);
    right();
  },
  hang: () => {},
  cut: ({ response, bytes }) => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': String((bytes?.length ?? 0) + 1000) });
    response.write(bytes ?? '');
    setTimeout(() => response.destroy(), 20);
  },
  reset: ({ response }) => void response.destroy(),
  'pdf-bytes-cut': ({ send, bytes }) => send.raw(200, { 'content-type': 'application/pdf' }, bytes?.subarray(0, bytes.length >> 1) ?? ''),
  'pdf-type-wrong-bytes': ({ send }) => send.raw(200, { 'content-type': 'application/pdf' }, 'this is no PDF'),
  'pdf-bytes-wrong-type': ({ send, bytes }) => send.raw(200, { 'content-type': 'text/plain' }, bytes ?? '%PDF-1.7'),
};
