// What an answer is: a document, no document, or a wall in front of it. Reads answers; sends nothing.
// Signs of a wall were collected from the Council's site, the agencies' sites and archived block pages.

import { createHash } from 'node:crypto';
import { BlockedError } from '../errors.ts';
import type { AbsentReason, Look, Page } from '../types.ts';

/** An interstitial is small (that of the Council's site has about 15 kB); what stands later in a page is not one. */
const READ_BYTES = 64 * 1024;
/** Visible characters up to which a page can be a wall. Only a wall's own title may stand over more (help texts, translations). */
const FEW_WORDS = 1_000;
const SOME_WORDS = 4_000;

/** A page as the rules see it. */
interface Seen {
  readonly page: Page;
  /** Empty unless the body is text. */
  readonly markup: string;
  readonly title: string;
  readonly text: string;
  /** The page shows next to nothing but what the rules look for. */
  readonly bare: boolean;
}

interface Rule {
  readonly name: string;
  /** What gave the wall away, or null. */
  readonly sign: (seen: Seen) => string | null;
}

const header =
  (key: string, values: readonly string[]): Rule['sign'] =>
  ({ page }) => {
    const value = page.headers[key];
    return value !== undefined && values.includes(value.toLowerCase()) ? `${key}: ${value}` : null;
  };

const title =
  (titles: readonly string[]): Rule['sign'] =>
  (seen) =>
    seen.text.length <= SOME_WORDS && titles.includes(seen.title.toLowerCase()) ? `title "${seen.title}"` : null;

/** All of the words, in a page that says little else. */
const words =
  (...parts: readonly string[]): Rule['sign'] =>
  ({ bare, text }) =>
    bare && parts.every((part) => text.toLowerCase().includes(part)) ? `"${parts.join(' … ')}"` : null;

const script =
  (...marks: readonly string[]): Rule['sign'] =>
  ({ bare, markup }) =>
    (bare && marks.find((mark) => markup.includes(mark))) || null;

const RULES: readonly Rule[] = [
  { name: 'Cloudflare challenge', sign: header('cf-mitigated', ['challenge']) },
  { name: 'AWS challenge', sign: header('x-amzn-waf-action', ['challenge', 'captcha']) },
  { name: 'filtering proxy', sign: header('rimon', ['rwc_block']) },
  { name: 'Cloudflare page', sign: title(['just a moment...', 'attention required! | cloudflare']) },
  { name: 'browser check of the Council', sign: title(['browser check - consilium']) },
  { name: 'AWS page', sign: title(['human verification']) },
  { name: 'browser check', sign: words('checking your browser before accessing') },
  { name: 'script and cookie wall', sign: words('enable javascript and cookies to continue') },
  { name: 'Cloudflare script', sign: script('cf_chl_opt') },
  { name: 'AWS script', sign: script('AwsWafIntegration', 'awswaf.com') },
  { name: 'Akamai refusal', sign: words('access denied', 'reference #') },
  { name: 'CloudFront refusal', sign: words('request blocked', 'cloudfront') },
  // A plain request is answered with 202 only by walls that first want a script to run.
  { name: 'answer deferred', sign: ({ page, bare }) => (page.status === 202 && bare ? 'status 202 without content' : null) },
];

const TEXT_TYPES = /^(?:text\/.*|application\/(?:xhtml\+xml|xml|json))?$/;

const isText = (page: Page, start: string): boolean =>
  !start.startsWith('%PDF') && (TEXT_TYPES.test(page.mediaType) || /^\s*</.test(start));

const NAMED: Readonly<Record<string, string>> = { amp: '&', nbsp: ' ', hellip: '…', quot: '"', apos: "'" };

/** Refusals spell their punctuation as entities: `Reference&#32;&#35;18`. */
const decode = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|nbsp|hellip|quot|apos);/g, (_, name: string) => NAMED[name] ?? '')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim();

/** The text that a person would see. A parser of HTML is not worth its weight for a size and a few phrases. */
const visible = (markup: string): string =>
  decode(
    markup
      .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
      .replace(/<(script|style|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
      .replace(/<[^<>]*>/g, ' '),
  );

const see = (page: Page): Seen => {
  const start = new TextDecoder().decode(page.body.subarray(0, READ_BYTES));
  const markup = isText(page, start) ? start : '';
  const text = visible(markup);
  const readable = markup !== '' || page.body.length === 0;
  return {
    page,
    markup,
    title: decode(/<title\b[^<>]*>([^<]*)/i.exec(markup)?.[1] ?? ''),
    text,
    bare: readable && page.body.length <= READ_BYTES && text.length <= FEW_WORDS,
  };
};

/** @returns the evidence when the answer is a challenge or a wall, whatever its status; else null */
export const challenge = (page: Page): string | null => {
  const seen = see(page);
  for (const rule of RULES) {
    const sign = rule.sign(seen);
    if (sign !== null) return `${rule.name}: ${sign}`;
  }
  return null;
};

/** @throws BlockedError when the answer is a challenge: nothing may be concluded from it */
export const refuseChallenge = (page: Page): void => {
  const evidence = challenge(page);
  if (evidence === null) return;
  throw new BlockedError('blocked', `${page.url} answered with a challenge for browsers (status ${page.status}, ${evidence})`, {
    at: page.url,
    evidence,
    remedy: 'Nothing is done to get round it; the next run asks again. To see what stands there, open the address in a browser.',
  });
};

const path = (address: string): string => new URL(address).pathname.replace(/\/+$/, '').toLowerCase();

/** What stands at an address that does not continue the one asked for is not proven to be the document asked for. */
const movedAway = (page: Page): boolean => !`${path(page.finalUrl)}/`.startsWith(`${path(page.url)}/`);

const isPdf = (page: Page): boolean =>
  page.mediaType === 'application/pdf' && Buffer.from(page.body.subarray(0, 4)).toString('latin1') === '%PDF';

/** The first that fits. Status before content: a refusal may carry any body. */
const ABSENCES: readonly { readonly reason: AbsentReason; readonly when: (page: Page) => boolean }[] = [
  { reason: 'not-found', when: ({ status }) => status === 404 || status === 410 },
  { reason: 'forbidden', when: ({ status }) => status === 401 || status === 403 },
  { reason: 'moved-away', when: movedAway },
  { reason: 'empty', when: ({ body }) => body.length === 0 },
  {
    reason: 'html',
    when: ({ status, mediaType }) => status === 200 && (mediaType === 'text/html' || mediaType === 'application/xhtml+xml'),
  },
  { reason: 'wrong-type', when: (page) => page.status !== 200 || !isPdf(page) },
];

/**
 * What one look at a document's address established. A document is only what has status 200, the type of PDF and the bytes of PDF.
 * @throws BlockedError when a challenge stands in front of it
 */
export const lookAtDocument = (page: Page): Look => {
  refuseChallenge(page);
  if (page.status === 304) return { kind: 'not-modified', page };
  const absence = ABSENCES.find(({ when }) => when(page));
  if (absence !== undefined) return { kind: 'absent', page, reason: absence.reason };
  return { kind: 'document', page, sha256: createHash('sha256').update(page.body).digest('hex') };
};
