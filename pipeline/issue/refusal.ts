// What GitHub's refusals mean, and what a person can do about them. When to try again is decided in github.ts.

import type { IssueError } from '../errors.ts';

interface Refusal {
  readonly code: IssueError['code'];
  readonly message: string;
  readonly remedy: string;
}

const REFUSALS: Readonly<Record<number, Refusal>> = {
  401: { code: 'unauthorised', message: 'GitHub does not know the token', remedy: 'Set GITHUB_TOKEN to a valid token.' },
  403: {
    code: 'unauthorised',
    message: 'the token may not do this',
    remedy: 'Give the token the permission "issues: write" for this repository.',
  },
  404: {
    code: 'not-found',
    message: 'the repository cannot be found',
    remedy: 'Check GITHUB_REPOSITORY (owner/name), and that the token can see the repository.',
  },
  410: { code: 'disabled', message: 'issues are switched off', remedy: 'Switch issues on in the settings of the repository.' },
  422: {
    code: 'rejected',
    message: 'GitHub does not accept the issue',
    remedy: 'Report this with the report file concerned: it is a fault of ours.',
  },
};
const LIMITED: Refusal = {
  code: 'unreachable',
  message: 'the limit of requests is reached',
  remedy: 'Run again later: what was filed stays filed, the rest waits.',
};
const SILENT: Refusal = {
  code: 'unreachable',
  message: 'GitHub does not answer as it should',
  remedy: 'Run again later: what was filed stays filed, the rest waits.',
};

/** @param limited whether the answer carries the marks of a rate limit */
export const refusalOf = (status: number, limited: boolean): Refusal => (limited && status < 500 ? LIMITED : (REFUSALS[status] ?? SILENT));
