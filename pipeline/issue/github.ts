// Issues on GitHub, through octokit. What to file is decided in plan.ts; this file loads a heavy package, so load it when it is needed.
// Reads are repeated when GitHub stumbles. A create or comment is not: whether it took effect is looked up by its marker first.

import { Octokit, RequestError } from 'octokit';
import { IssueError } from '../errors.ts';
import type { Issue } from '../types.ts';
import { labelLook } from './labels.ts';
import { readMarker } from './marker.ts';
import { refusalOf } from './refusal.ts';
import type { IssueTarget } from './target.ts';

export interface GitHubSettings {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** `https://api.github.com`, or GITHUB_API_URL. */
  readonly apiUrl: string;
  /** Told when GitHub asks to wait, in words for the person who waits. */
  readonly onWait: (message: string) => void;
  /**
   * Milliseconds for each second of waiting: 1000. Less is for local stand-ins only, and also takes away the pauses
   * between writes that GitHub asks for.
   */
  readonly second?: number;
}

/** Longer waits are left to the next run. */
const LONGEST_WAIT_SECONDS = 300;
const RATE_LIMIT_RETRIES = 2;
/** After an uncertain answer: until what was made stands in GitHub's lists. */
const SETTLE_SECONDS = 5;

type Api = InstanceType<typeof Octokit>;

export const openGitHub = (settings: GitHubSettings): IssueTarget => {
  const { owner, repo } = settings;
  const octokit = connect(settings);
  const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_SECONDS * (settings.second ?? 1000)));
  const once = { request: { retries: 0 } };
  const named = <T>(work: Promise<T>): Promise<T> => work.catch((error) => Promise.reject(nameError(error, settings)));
  const list = () => named(readAll(() => listIssues(octokit, settings)));
  const comments = (issue: Pick<Issue, 'number'>) => named(readAll(() => listComments(octokit, settings, issue.number)));
  const ensureLabels = labelMaker(octokit, settings);
  return {
    list,
    comments,
    create: async ({ title, body, labels }) => {
      await named(ensureLabels(labels));
      const post = async () => {
        const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [...labels], ...once });
        return { number: data.number, url: data.html_url };
      };
      const find = async () => (await list()).find((issue) => sameMarker(issue.body, body)) ?? null;
      return named(sendOnce(post, find, settle));
    },
    comment: async (issue, body) => {
      const post = async () => {
        await octokit.rest.issues.createComment({ owner, repo, issue_number: issue.number, body, ...once });
        return body;
      };
      const find = async () => (await comments(issue)).find((comment) => sameMarker(comment, body)) ?? null;
      await named(sendOnce(post, find, settle));
    },
    update: async (issue, content) => {
      await named(octokit.rest.issues.update({ owner, repo, issue_number: issue.number, ...content }));
    },
    close: async (issue) => {
      await named(octokit.rest.issues.update({ owner, repo, issue_number: issue.number, state: 'closed' }));
    },
  };
};

const connect = ({ token, apiUrl, onWait, second }: GitHubSettings): Api => {
  const wait = (what: string) => (seconds: number, _options: unknown, _octokit: unknown, retries: number) => {
    const waits = retries < RATE_LIMIT_RETRIES && seconds <= LONGEST_WAIT_SECONDS;
    onWait(`GitHub's ${what} is reached: ${waits ? `waiting ${seconds} seconds` : `not waiting ${seconds} seconds`}.`);
    return waits;
  };
  return new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'pactwatch',
    // Its messages would go to the console; what matters comes back as an error.
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    retry: second === undefined ? {} : { retryAfterBaseValue: second },
    throttle: {
      onRateLimit: wait('limit of requests'),
      onSecondaryRateLimit: wait('secondary limit'),
      ...(second === undefined ? {} : { retryAfterBaseValue: second, write: NO_PAUSE, notifications: NO_PAUSE }),
    },
  });
};

/** Stands for the plugin's groups of limiters, of which it uses this much. */
const NO_PAUSE = { key: () => ({ schedule: (_options: unknown, work: () => Promise<void>) => work() }) } as never;

const listIssues = async (octokit: Api, { owner, repo }: GitHubSettings): Promise<Issue[]> => {
  // Oldest first, so that what is made meanwhile comes last and shifts no page.
  const filter = { labels: 'pactwatch', state: 'all', sort: 'created', direction: 'asc', per_page: 100 } as const;
  const issues = await octokit.paginate(octokit.rest.issues.listForRepo, { owner, repo, ...filter });
  return issues
    .filter((issue) => issue.pull_request === undefined && isTrusted(issue))
    .map((issue) => ({
      number: issue.number,
      url: issue.html_url,
      title: issue.title,
      body: issue.body ?? '',
      state: issue.state === 'closed' ? 'closed' : 'open',
      labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    }));
};

const listComments = async (octokit: Api, { owner, repo }: GitHubSettings, number: number): Promise<string[]> => {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 });
  return comments.filter(isTrusted).map((comment) => comment.body ?? '');
};

interface Written {
  readonly user: { readonly type?: string } | null;
  readonly author_association?: string;
}

/** Anyone may comment on a public repository: a marker counts only from a bot or from people of the repository. */
const isTrusted = ({ user, author_association: association }: Written): boolean =>
  user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '');

/** A list that breaks off is not a short list. */
const readAll = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!isUncertain(error)) throw error;
    const facts = {
      at: 'the list of issues',
      remedy: 'Run again later: nothing was filed on the strength of a part of the list.',
      cause: error,
    };
    throw new IssueError('incomplete-list', 'the list of issues or comments could not be read to its end', facts);
  }
};

/** No answer, or one that leaves open whether the request took effect. */
const isUncertain = (error: unknown): boolean => error instanceof RequestError && error.status >= 500;

/** Sends once more only when the first attempt demonstrably left nothing behind. */
const sendOnce = async <T>(post: () => Promise<T>, find: () => Promise<T | null>, settle: () => Promise<unknown>): Promise<T> => {
  try {
    return await post();
  } catch (error) {
    if (!isUncertain(error)) throw error;
  }
  await settle();
  return (await find()) ?? (await post());
};

const sameMarker = (a: string, b: string): boolean => {
  const one = readMarker(a);
  const other = readMarker(b);
  return one !== null && other !== null && one.keys.join(' ') === other.keys.join(' ');
};

/** Makes the labels that are missing; which ones are there is asked once. */
const labelMaker = (octokit: Api, { owner, repo }: GitHubSettings) => {
  let known: Promise<Set<string>> | null = null;
  const readKnown = async () => {
    const labels = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, { owner, repo, per_page: 100 });
    return new Set(labels.map((label) => label.name.toLowerCase()));
  };
  return async (names: readonly string[]): Promise<void> => {
    known ??= readKnown();
    const there = await known;
    for (const name of names.filter((n) => !there.has(n.toLowerCase()))) {
      try {
        await octokit.rest.issues.createLabel({ owner, repo, name, ...labelLook(name) });
      } catch (error) {
        // Made meanwhile, or by an attempt whose answer got lost.
        if (!(error instanceof RequestError && error.status === 422 && hasCode(error, 'already_exists'))) throw error;
      }
      there.add(name.toLowerCase());
    }
  };
};

const hasCode = (error: RequestError, code: string): boolean => {
  const data = error.response?.data as { errors?: readonly { code?: string }[] } | undefined;
  return data?.errors?.some((e) => e.code === code) ?? false;
};

/** The same error in words of ours. The token is in none of its fields: octokit blackens it in its own. */
const nameError = (error: unknown, { owner, repo }: GitHubSettings): unknown => {
  if (!(error instanceof RequestError)) return error;
  const headers = error.response?.headers ?? {};
  const limited = error.status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  const { code, message, remedy } = refusalOf(error.status, limited);
  const facts = { at: `${owner}/${repo}`, remedy, status: error.status, cause: error };
  return new IssueError(code, `${owner}/${repo}: ${message} (${error.status})`, facts);
};
