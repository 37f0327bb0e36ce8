// A local stand-in for GitHub's REST API: issues, comments and labels of one repository, with the faults that the real one shows.
// What is filed, and when, is no business of this file.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredIssue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
  author: Author;
  comments: { body: string; author: Author }[];
}

/** Who wrote something, as far as trust goes. */
type Author = 'bot' | 'owner' | 'stranger';

/**
 * What goes wrong, once, with the next request that fits. `cut` closes the connection, `502` answers an error; `-after` lets the request
 * take effect first. Numbers are answered as such; `limit` is the primary limit of requests, `secondary` the secondary one.
 */
export type Fault = 'secondary' | 'limit' | 401 | 403 | 404 | 410 | 422 | 429 | 502 | '502-after' | 'cut' | 'cut-after';

export interface Replica {
  readonly url: string;
  readonly issues: StoredIssue[];
  readonly labels: Map<string, { color: string; description: string }>;
  /** `POST /repos/o/r/issues`, in order, with the query. */
  readonly requests: string[];
  /** The next request whose line, as in `requests`, fits gets the fault. */
  failNext(line: RegExp, fault: Fault): void;
  close(): Promise<void>;
}

interface Call {
  readonly line: string;
  readonly url: URL;
  readonly body: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Record<string, string>;
}

/** @param token the only one that is known */
export const startGitHub = async ({ owner = 'o', repo = 'r', token = 'secret-token' } = {}): Promise<Replica> => {
  const state = { issues: [] as StoredIssue[], labels: new Map<string, { color: string; description: string }>() };
  const requests: string[] = [];
  const faults: { line: RegExp; fault: Fault }[] = [];
  const root = `/repos/${owner}/${repo}`;
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    requests.push(`${call.line}${call.url.search}`);
    const at = faults.findIndex(({ line }) => line.test(`${call.line}${call.url.search}`));
    const fault = at < 0 ? null : faults.splice(at, 1)[0]?.fault;
    if (fault === 'cut') return void request.socket.destroy();
    const refused = faultAnswer(fault ?? null);
    if (refused !== null) return send(response, refused);
    const known = request.headers.authorization === `token ${token}` || request.headers.authorization === `Bearer ${token}`;
    const answer = known ? route(root, call, state) : { status: 401, data: { message: 'Bad credentials' } };
    if (fault === 'cut-after') return void request.socket.destroy();
    send(response, fault === '502-after' ? { status: 502, data: { message: 'Server Error' } } : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...state,
    requests,
    failNext: (line, fault) => void faults.push({ line, fault }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const readCall = async (request: IncomingMessage): Promise<Call> => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  let text = '';
  for await (const chunk of request) text += chunk;
  return { line: `${request.method} ${url.pathname}`, url, body: text === '' ? {} : JSON.parse(text) };
};

const send = (response: ServerResponse, { status, data, headers = {} }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(data));
};

const faultAnswer = (fault: Fault | null): Answer | null => {
  if (fault === 'secondary') {
    return { status: 403, data: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '1' } };
  }
  if (fault === 'limit') {
    return {
      status: 403,
      data: { message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
    };
  }
  if (fault === 429)
    return { status: 429, data: { message: 'Too many requests: a secondary rate limit' }, headers: { 'retry-after': '1' } };
  return typeof fault === 'number' ? { status: fault, data: { message: `Fault ${fault}` } } : null;
};

type State = Pick<Replica, 'issues' | 'labels'>;

const route = (root: string, { line, url, body }: Call, state: State): Answer => {
  const path = line.replace(root, '');
  const number = Number(/\/issues\/(\d+)/.exec(path)?.[1] ?? 0);
  const issue = state.issues.find((i) => i.number === number);
  switch (path.replace(/\d+/, 'N')) {
    case 'GET /issues':
      return page(
        url,
        filtered(url, state.issues).map((i) => issueJson(i, url)),
      );
    case 'POST /issues':
      return { status: 201, data: issueJson(newIssue(body, state), url) };
    case 'PATCH /issues/N':
      return issue === undefined ? NOT_FOUND : { status: 200, data: issueJson(Object.assign(issue, body), url) };
    case 'GET /issues/N/comments':
      return issue === undefined
        ? NOT_FOUND
        : page(
            url,
            issue.comments.map((c, i) => ({ id: i + 1, body: c.body, ...writtenBy(c.author) })),
          );
    case 'POST /issues/N/comments':
      if (issue === undefined) return NOT_FOUND;
      issue.comments.push({ body: String(body.body), author: 'bot' });
      return { status: 201, data: { id: issue.comments.length, html_url: `${htmlUrl(issue, url)}#issuecomment-${issue.comments.length}` } };
    case 'GET /labels':
      return page(
        url,
        [...state.labels].map(([name, look]) => ({ name, ...look })),
      );
    case 'POST /labels':
      return newLabel(body, state);
    default:
      return NOT_FOUND;
  }
};

const NOT_FOUND: Answer = { status: 404, data: { message: 'Not Found' } };

/** GitHub's paging: `per_page`, `page`, and a Link header with next and last. */
const page = (url: URL, rows: readonly unknown[]): Answer => {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const at = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const to = (n: number): string => {
    const address = new URL(url);
    address.searchParams.set('page', String(n));
    return address.href;
  };
  const headers: Record<string, string> = at < last ? { link: `<${to(at + 1)}>; rel="next", <${to(last)}>; rel="last"` } : {};
  return { status: 200, data: rows.slice((at - 1) * size, at * size), headers };
};

const filtered = (url: URL, issues: readonly StoredIssue[]): StoredIssue[] => {
  const labels = (url.searchParams.get('labels') ?? '').split(',').filter((label) => label !== '');
  const state = url.searchParams.get('state') ?? 'open';
  const found = issues.filter((i) => labels.every((label) => i.labels.includes(label)) && (state === 'all' || i.state === state));
  return url.searchParams.get('direction') === 'asc' ? found : found.reverse();
};

const newIssue = (body: Record<string, unknown>, { issues, labels }: State): StoredIssue => {
  const issue: StoredIssue = {
    number: issues.length + 1,
    title: String(body.title),
    body: String(body.body),
    state: 'open',
    labels: ((body.labels ?? []) as string[]).filter((label) => labels.has(label)),
    author: 'bot',
    comments: [],
  };
  issues.push(issue);
  return issue;
};

const newLabel = (body: Record<string, unknown>, { labels }: State): Answer => {
  const name = String(body.name);
  if (labels.has(name))
    return { status: 422, data: { message: 'Validation Failed', errors: [{ resource: 'Label', code: 'already_exists' }] } };
  labels.set(name, { color: String(body.color), description: String(body.description) });
  return { status: 201, data: { name } };
};

/** As in a browser: `https://github.example/o/r/issues/1`. */
const htmlUrl = (issue: StoredIssue, url: URL): string =>
  `https://github.example/${url.pathname.split('/').slice(2, 4).join('/')}/issues/${issue.number}`;

const issueJson = (issue: StoredIssue, url: URL) => ({
  number: issue.number,
  html_url: htmlUrl(issue, url),
  title: issue.title,
  body: issue.body,
  state: issue.state,
  labels: issue.labels.map((name) => ({ name })),
  ...writtenBy(issue.author),
});

const writtenBy = (author: Author) => ({
  user: { login: author, type: author === 'bot' ? 'Bot' : 'User' },
  author_association: author === 'owner' ? 'OWNER' : 'NONE',
});
