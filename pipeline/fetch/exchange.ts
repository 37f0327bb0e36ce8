// One request and its whole answer, bounded in time and size. No retries, no redirects, no manners.

import { FetchError } from '../errors.ts';
import type { Page, Validators } from '../types.ts';

export interface Limits {
  readonly userAgent: string;
  readonly timeoutSeconds: number;
  readonly maxBytes: number;
}

export interface Question {
  /** The real address: for the answer and for messages. */
  readonly url: string;
  /** The address that is asked. */
  readonly target: string;
  readonly accept: string;
  readonly validators: Validators | null;
}

const NONE: Validators = { etag: null, lastModified: null };

const headersOf = (question: Question, userAgent: string): Record<string, string> => {
  const { etag, lastModified } = question.validators ?? NONE;
  return {
    'user-agent': userAgent,
    accept: question.accept,
    'accept-language': 'en',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
};

const tooLarge = (url: string, maxBytes: number): FetchError =>
  new FetchError('too-large', `${url} is larger than ${maxBytes} bytes`, {
    at: url,
    remedy: 'If the document is really that large, raise the limit of size in the settings; otherwise look at the address.',
  });

const timedOut = (url: string, seconds: number): FetchError =>
  new FetchError('timeout', `${url} gave no whole answer within ${seconds} seconds`, {
    at: url,
    remedy: 'The next run asks again. If it goes on, open the address in a browser or raise the limit of time in the settings.',
  });

const unaskedNotModified = (url: string): FetchError =>
  new FetchError('server-error', `${url} answered "not modified" (status 304) although nothing was known of it`, {
    at: url,
    status: 304,
    remedy: 'The next run asks again. If it goes on, open the address in a browser: the trouble is on their side.',
  });

const noAnswer = (url: string, cause: unknown): FetchError =>
  new FetchError('unreachable', `${url} could not be read: ${reasonOf(cause)}`, {
    at: url,
    cause,
    remedy: 'Check the address and the connection to the net; the next run asks again.',
  });

/** fetch says "fetch failed" or "terminated"; what happened stands one level deeper. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
};

/** Reads up to the limit. The loop ends early, without an error, when `signal` fires. */
const readBody = async (response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | 'too-large'> => {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  // fetch holds its signal weakly once the headers are there: a stalled body has to be cancelled by hand.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      stop();
      return 'too-large';
    }
    chunks.push(part.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

const toPage = (question: Question, response: Response, body: Uint8Array): Page => {
  const { headers, status } = response;
  // A 304 need not repeat what we told it.
  const known = status === 304 ? (question.validators ?? NONE) : NONE;
  if (status === 304 && (known.etag ?? known.lastModified) === null) throw unaskedNotModified(question.url);
  return {
    url: question.url,
    finalUrl: question.url,
    status,
    mediaType: (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    headers: Object.fromEntries(headers),
    body,
    validators: { etag: headers.get('etag') ?? known.etag, lastModified: headers.get('last-modified') ?? known.lastModified },
  };
};

/**
 * Asks once.
 * @throws FetchError `timeout`, `too-large`, `server-error` (304 to a question that told nothing), or `unreachable` (no line, reset, cut short)
 */
export const exchange = async (question: Question, limits: Limits): Promise<Page> => {
  const { url } = question;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), limits.timeoutSeconds * 1000);
  try {
    const response = await fetch(question.target, {
      redirect: 'manual',
      headers: headersOf(question, limits.userAgent),
      signal: clock.signal,
    });
    const body = await readBody(response, limits.maxBytes, clock.signal);
    if (clock.signal.aborted) throw timedOut(url, limits.timeoutSeconds);
    if (body === 'too-large') throw tooLarge(url, limits.maxBytes);
    return toPage(question, response, body);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    // Whatever else fetch or its stream throw is trouble on the line.
    throw clock.signal.aborted ? timedOut(url, limits.timeoutSeconds) : noAnswer(url, error);
  } finally {
    clearTimeout(timer);
  }
};
