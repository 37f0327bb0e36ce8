// A site of sixty documents on 127.0.0.1, as people enter them under `pages:`: some change, some only look as if, some fail. What each is to be
// told as stands beside it. The texts and the noise are made in noise.ts, the ways to fail mostly in faults.ts.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { councilPdf } from './documents.ts';
import { type Fault, misbehave, type Sent } from './faults.ts';
import { type Article, articleOf, NOISE, pageOf } from './noise.ts';

/** 0: the first look; 1: everything happens; 2: all is as before, with other noise; 3: what failed has changed. */
export type Stage = 0 | 1 | 2 | 3;

interface Document {
  readonly id: string;
  readonly path: string;
  readonly answer: (stage: Stage, path: string) => Sent | Promise<Sent>;
  /** The kind of its finding at stage 1. */
  readonly told?: string;
  /** The code of its failure at stage 1. */
  readonly fails?: RegExp;
}

type Edit = (article: Article) => Article;
const html = (body: string | Uint8Array): Sent => ({ type: 'text/html; charset=utf-8', body });
const pdf = (body: Uint8Array): Sent => ({ type: 'application/pdf', body });

const EDITS: Readonly<Record<string, Edit>> = {
  word: (a) => ({
    ...a,
    paragraphs: a.paragraphs.map((p) => p.replace(/shall report|has to publish|will review|counts|may look into/, 'might see')),
  }),
  negation: (a) => ({
    ...a,
    closing: [`This does not bind the office. ${a.closing[0]?.replace(/^\S+ \S+/, '$& never')}`, ...a.closing.slice(1)],
  }),
  'paragraph-added': (a) => ({
    ...a,
    paragraphs: [...a.paragraphs.slice(0, 2), 'Divers must be told a day before.', ...a.paragraphs.slice(2)],
  }),
  'paragraph-removed': (a) => ({ ...a, paragraphs: a.paragraphs.filter((_, i) => i !== 1) }),
  move: (a) => ({ ...a, paragraphs: [a.paragraphs[0], a.paragraphs[2], a.paragraphs[1], a.paragraphs[3]].map(String) }),
  list: (a) => ({ ...a, items: [...a.items, '<a href="/files/new.pdf">Note 90099 on ropes</a>'] }),
  number: (a) => ({ ...a, rows: a.rows.map((row) => row.map((cell) => (cell === '31' ? '13' : cell))) }),
  date: (a) => ({
    ...a,
    paragraphs: a.paragraphs.map((p) => p.replace('before the end of May', 'before the end of June')).concat('Due on 3 June 2098.'),
  }),
  access: (a) => ({ ...a, closing: a.closing.map((p) => p.replace('not accessible', 'public')) }),
  heading: (a) => ({ ...a, heading: a.heading.replace('is to do', 'is to leave') }),
};

const pageAt = (id: string, answer: Document['answer'], rest: Pick<Document, 'told' | 'fails'> = {}): Document => ({
  id,
  path: `/p/${id}`,
  answer,
  ...rest,
});

const changes: Document[] = Object.entries(EDITS).map(([name, edit], n) =>
  pageAt(`change-${name}`, (stage) => html(pageOf(stage === 0 ? articleOf(n) : edit(articleOf(n)), {}, n)), { told: 'wording' }),
);
const NOT_THERE: Sent = { status: 404, type: 'text/html', body: '<h1>Not found</h1>' };
const appears = pageAt('change-appears', (stage) => (stage === 0 ? NOT_THERE : html(pageOf(articleOf(40)))), { told: 'access' });

/** Spread over the catalogue, so that every kind of noise is there. */
const NOISY = Object.keys(NOISE)
  .filter((_, i) => i % 4 === 0)
  .slice(0, 18);
const noise: Document[] = NOISY.map((name, n) =>
  pageAt(`noise-${n}`, (stage) => html(pageOf(articleOf(100 + n), NOISE[name]?.(Math.min(stage, 2)) ?? {}, n))),
);

const file = (n: number, { sentence = '', note = '' } = {}): Promise<Uint8Array> => {
  const { title, paragraphs } = articleOf(n);
  return councilPdf({
    number: `${90_000 + n}/26`,
    date: '3 March 2026',
    subject: title,
    paragraphs: [...paragraphs, sentence],
    producerNote: note,
  });
};
const fileAt = (id: string, answer: Document['answer'], rest: Pick<Document, 'told' | 'fails'> = {}): Document => ({
  id,
  path: `/files/${id}.pdf`,
  answer,
  ...rest,
});
const files: Document[] = [
  fileAt('pdf-changed', async (stage) => pdf(await file(200, { sentence: stage === 0 ? 'Boats shall wait.' : 'Boats may wait.' })), {
    told: 'replaced',
  }),
  ...[1, 2, 3, 4].map((n) => fileAt(`pdf-made-again-${n}`, async (stage) => pdf(await file(200 + n, { note: `${stage}`.repeat(n * 9) })))),
  fileAt('pdf-same', async () => pdf(await file(206))),
  fileAt(
    'pdf-html',
    faulty(207, () => html(pageOf(articleOf(3)))),
    { fails: /html/ },
  ),
  fileAt(
    'pdf-damaged',
    faulty(208, async (right) => pdf((await right()).subarray(0, 700))),
    { fails: /damaged/ },
  ),
  fileAt(
    'pdf-other-type',
    faulty(209, () => pdf(Buffer.from('\x89PNG\r\n\x1a\n0000IHDR'.repeat(40), 'latin1'))),
    { fails: /wrong-type/ },
  ),
  fileAt(
    'pdf-cut',
    faulty(210, async (right) => ({ ...pdf(await right()), line: 'cut' })),
    { fails: /unreachable/ },
  ),
];

function faulty(n: number, make: (right: () => Promise<Uint8Array>) => Sent | Promise<Sent>): Document['answer'] {
  const right = (sentence: string) => file(n, { sentence });
  return async (stage) => (stage === 1 ? make(() => right('')) : pdf(await right(stage === 3 ? `Pier ${n} was added.` : '')));
}

const ELSEWHERE: Sent = { status: 302, headers: { location: '/p/change-word' }, body: '' };
const FAULTS: Readonly<Record<string, readonly [Fault | ((right: string) => Sent), RegExp]>> = {
  '404': [() => NOT_THERE, /not-found/],
  '410': [() => ({ ...NOT_THERE, status: 410 }), /not-found/],
  '403': [() => ({ ...NOT_THERE, status: 403, body: '<h1>Forbidden</h1>' }), /forbidden/],
  challenge: ['challenge-403', /blocked/],
  'challenge-200': ['challenge-200', /blocked/],
  aws: ['aws-202', /blocked/],
  '500': ['error-500', /server-error/],
  '503': [() => ({ ...NOT_THERE, status: 503, body: '<h1>Service Unavailable</h1>' }), /server-error|maintenance/],
  reset: ['reset', /unreachable/],
  timeout: ['hang', /timeout/],
  zero: ['zero-bytes', /empty/],
  'soft-404': ['soft-404', /soft-404/],
  maintenance: ['maintenance', /maintenance/],
  login: ['login', /login/],
  home: ['redirect-home', /moved-away/],
  elsewhere: [() => ELSEWHERE, /moved-away/],
  emptied: [(right) => html(right.replace(/<article>[\s\S]*<\/article>|<div id="content">[\s\S]*?<\/div>/, '<article></article>')), /empt/],
  cut: ['cut', /unreachable/],
  truncated: [(right) => html(right.slice(0, right.length * 0.7)), /damaged/],
  shell: ['shell', /shell/],
  encoding: [(right) => html(Buffer.from(right.replaceAll('oa', 'öä'), 'latin1')), /unreadable-text/],
};

const faults: Document[] = Object.entries(FAULTS).map(([name, [fault, fails]], n) => {
  const at = (sentence = '') => pageOf({ ...articleOf(300 + n), closing: [`Öl in fässern, says pier ${n}. ${sentence}`] }, {}, n % 2);
  const answer: Document['answer'] = (stage, path) => {
    if (stage !== 1) return html(at(stage === 3 ? `Pier ${n} was changed later.` : ''));
    if (typeof fault === 'function') return fault(at());
    return misbehave(fault, { right: async () => ({ ...html(at()) }), turn: 0, url: new URL(path, 'http://127.0.0.1') });
  };
  return pageAt(`fault-${name}`, answer, { fails });
});

export const DOCUMENTS: readonly Document[] = [...changes, appears, ...noise, ...files, ...faults];

export interface PagesSite {
  readonly origin: string;
  readonly stage: (stage: Stage) => void;
  /** Of one document in place of the others' stage; null takes it back. */
  readonly only: (id: string, stage: Stage | null) => void;
  /** Paths asked since the last call, with the status of each answer. */
  readonly asked: () => readonly (readonly [path: string, status: number])[];
  readonly close: () => Promise<void>;
}

export const startPages = async (): Promise<PagesSite> => {
  let current: Stage = 0;
  let asked: [string, number][] = [];
  const own = new Map<string, Stage>();
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const at = DOCUMENTS.findIndex(({ path }) => path === pathname);
    const document = DOCUMENTS[at];
    const stage = own.get(document?.id ?? '') ?? current;
    const home = html(pageOf(articleOf(999)));
    const sent = document === undefined ? (pathname === '/' ? home : NOT_THERE) : await document.answer(stage, pathname);
    const status = reply(sent, { request, response, at });
    asked.push([pathname, status]);
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stage: (stage) => {
      current = stage;
    },
    only: (id, stage) => void (stage === null ? own.delete(id) : own.set(id, stage)),
    asked: () => {
      const until = asked;
      asked = [];
      return until;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/** Half of the documents have validators, a third is sent compressed. @returns the status */
const reply = (
  { status = 200, type, headers = {}, body, line }: Sent,
  { request, response, at }: { request: IncomingMessage; response: ServerResponse; at: number },
): number => {
  if (line === 'hang') return 0;
  if (line === 'reset') {
    response.destroy();
    return 0;
  }
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
  const isSame = at % 2 === 0 && status === 200 && request.headers['if-none-match'] === etag;
  const bytes = at % 3 === 0 && line === undefined ? gzipSync(body) : Buffer.from(body);
  response.writeHead(isSame ? 304 : status, {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(at % 2 === 0 && status === 200 ? { etag } : {}),
    ...(isSame ? {} : { 'content-length': String(bytes.length) }),
    ...(at % 3 === 0 && line === undefined && !isSame ? { 'content-encoding': 'gzip' } : {}),
    ...headers,
  });
  if (line !== 'cut') response.end(isSame ? undefined : bytes);
  else {
    response.write(bytes.subarray(0, bytes.length >> 1));
    setTimeout(() => response.destroy(), 20);
  }
  return isSame ? 304 : status;
};
