// Walls: answers by which a host keeps programs out, whatever their status. Nothing may be concluded from one.
// Signs were collected from the Council's site, the agencies' sites, archived block pages, and github.com/0xInfection/Awesome-WAF.

import { BlockedError } from '../../errors.ts';
import type { Page } from '../../types.ts';
import type { Seen } from './seen.ts';
import { holdsData } from './shape.ts';
import { fold } from './spelling.ts';

/** Characters up to which a page can be a wall. Only a wall's own title may stand over more (help texts, translations). */
const FEW_WORDS = 1_000;
const SOME_WORDS = 4_000;
const NO_WORDS = 100;

export interface Wall {
  readonly name: string;
  /** One line that a person can check: `x-amzn-waf-action: challenge`. */
  readonly evidence: string;
}

interface Rule {
  readonly name: string;
  /** What gave the wall away, or null. */
  readonly sign: (seen: Seen) => string | null;
}

/** The page is read as words, and shows next to nothing but what the rules look for. */
const isBare = ({ shape, text }: Seen): boolean => ['html', 'text', 'empty'].includes(shape) && text.length <= FEW_WORDS;

const header =
  (key: string, value: RegExp): Rule['sign'] =>
  ({ page }) =>
    value.test(page.headers[key] ?? '') ? `${key}: ${page.headers[key]}` : null;

const title =
  (...titles: readonly string[]): Rule['sign'] =>
  (seen) =>
    seen.text.length <= SOME_WORDS && titles.includes(fold(seen.title)) ? `title "${seen.title}"` : null;

/** All of the words, in a page that says little else. */
const words =
  (...parts: readonly string[]): Rule['sign'] =>
  (seen) => {
    if (!isBare(seen)) return null;
    const said = `${fold(seen.title)} ${seen.text}`;
    return parts.every((part) => said.includes(part)) ? `"${parts.join(' … ')}"` : null;
  };

/** One of the phrases, in a page that says little else. */
const phrase =
  (...phrases: readonly string[]): Rule['sign'] =>
  (seen) =>
    phrases.map((one) => words(one)(seen)).find((sign) => sign !== null) ?? null;

const scripts = ({ code, tags, text }: Seen): string => `${code}\n${tags}\n${text}`;

/** Something of a wall's script, in a page that shows next to nothing; good pages load the same scripts beside their words. */
const script =
  (...marks: readonly string[]): Rule['sign'] =>
  (seen) =>
    (isBare(seen) && seen.shown <= NO_WORDS && !holdsData(seen.code) && marks.find((mark) => scripts(seen).includes(mark))) || null;

/** The host's own product answers with that status, under its own title or hardly any words. */
const refusal =
  (key: string, value: RegExp): Rule['sign'] =>
  (seen) => {
    const { status, headers } = seen.page;
    const isOwn = isBare(seen) && /^(?:|access denied|403 forbidden|error: the request could not be satisfied)$/.test(fold(seen.title));
    return [403, 405].includes(status) && isOwn && value.test(headers[key] ?? '')
      ? `status ${status}, ${key}: ${headers[key]}`.slice(0, 90)
      : null;
  };

const CAPTCHA = [
  'verify you are human',
  'verify that you are human',
  'verifying you are human',
  'prove you are human',
  'confirm you are human',
  'you are not a robot',
  "you're not a robot",
  "i'm not a robot",
  'are you a robot',
  'made us think you were a bot',
  'made us think that you are a bot',
  'complete the captcha',
  'solve the captcha',
  'enter the characters you see',
  'unusual traffic from your',
  'vous etes humain',
  "n'etes pas un robot",
  'kein roboter',
  'no soy un robot',
  'non sono un robot',
];

const RULES: readonly Rule[] = [
  { name: 'Cloudflare challenge', sign: header('cf-mitigated', /^(?:challenge|block)$/i) },
  { name: 'AWS challenge', sign: header('x-amzn-waf-action', /^(?:challenge|captcha|block)$/i) },
  { name: 'filtering proxy', sign: header('rimon', /^rwc_block$/i) },
  { name: 'Cloudflare page', sign: title('just a moment...', 'attention required! | cloudflare', 'access denied | cloudflare') },
  { name: 'browser check of the Council', sign: title('browser check - consilium') },
  { name: 'AWS page', sign: title('human verification') },
  { name: 'browser check', sign: words('checking your browser before accessing') },
  { name: 'browser check', sign: words('checking if the site connection is secure') },
  { name: 'script and cookie wall', sign: words('enable javascript and cookies to continue') },
  { name: 'Cloudflare script', sign: script('cf_chl_opt', '/cdn-cgi/challenge-platform/h/') },
  { name: 'Cloudflare refusal', sign: words('sorry, you have been blocked') },
  { name: 'Cloudflare refusal', sign: words('error 10', 'cloudflare') },
  { name: 'Cloudflare refusal', sign: words('error code 10', 'cloudflare') },
  { name: 'AWS script', sign: script('AwsWafIntegration', 'awswaf.com', 'gokuProps') },
  { name: 'Akamai refusal', sign: words('access denied', 'reference #') },
  { name: 'Akamai refusal', sign: words('errors.edgesuite.net') },
  { name: 'Akamai refusal', sign: refusal('server', /^akamaighost$/i) },
  { name: 'Akamai refusal', sign: refusal('server-timing', /\bak_p\b/) },
  { name: 'CloudFront refusal', sign: words('request blocked', 'cloudfront') },
  // With 5xx the server behind it is in trouble, which is worth another try.
  { name: 'CloudFront refusal', sign: (seen) => (seen.page.status < 500 ? words('the request could not be satisfied')(seen) : null) },
  { name: 'CloudFront refusal', sign: refusal('x-cache', /^error from cloudfront$/i) },
  // Its 503 and 504 are the server's trouble and worth another try; its 429 asks for a longer pause.
  { name: 'refusal of a load balancer', sign: refusal('server', /^awselb\//i) },
  { name: 'Imperva', sign: script('_Incapsula_Resource') },
  { name: 'Imperva', sign: words('incapsula incident id') },
  { name: 'Imperva', sign: title('pardon our interruption') },
  { name: 'F5 refusal', sign: words('the requested url was rejected', 'support id') },
  { name: 'Sucuri refusal', sign: words('sucuri website firewall') },
  { name: 'Fortinet refusal', sign: words('web page blocked', 'fortiguard') },
  { name: 'Fortinet refusal', sign: words('web page blocked', 'attack id') },
  { name: 'DataDome', sign: script('captcha-delivery.com') },
  { name: 'PerimeterX', sign: script('px-captcha', '_pxAppId') },
  { name: 'DDoS-Guard', sign: title('ddos-guard') },
  { name: 'Anubis', sign: title("making sure you're not a bot!") },
  { name: 'captcha', sign: phrase(...CAPTCHA) },
  // A plain request is answered with 202 only by walls that first want a script to run.
  { name: 'answer deferred', sign: (seen) => (seen.page.status === 202 && isBare(seen) ? 'status 202 without content' : null) },
];

export const wallOf = (seen: Seen): Wall | null => {
  for (const { name, sign } of RULES) {
    const evidence = sign(seen);
    if (evidence !== null) return { name, evidence };
  }
  return null;
};

/** The error that says so. Asking again at once would only annoy. */
export const blockedBy = (page: Page, { name, evidence }: Wall): BlockedError =>
  new BlockedError('blocked', `${page.url} answered with a wall in front of it (status ${page.status}, ${name}: ${evidence})`, {
    at: page.url,
    evidence: `${name}: ${evidence}`,
    remedy: 'Nothing is done to get round it; the next run asks again. To see what stands there, open the address in a browser.',
  });
