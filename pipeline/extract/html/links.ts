// The address behind a link, as a reader could follow it, without what changes from one visit to the next.

/** Parameters that say who is reading and where they came from, never what is read. */
const VISIT =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|s?sid|session_?id|cfid|cftoken|utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|mkt_tok|_ga|_gl|pk_\w+|mtm_\w+|wt[._]mc\w*|at_(?:medium|campaign|custom\d))$/i;
/** Of a file, parameters that only keep a browser from showing an old copy; `v=2` may be a version, ten figures are a clock or a hash. */
const FRESHNESS = /^(?:v|ver|t|ts|cb|_|rev|time|timestamp|nocache|rnd|rand)$/i;
const MADE_BY_MACHINE = /^(?:\d{8,}(?:\.\d+)?|(?=.*\d)[\da-f]{8,}|0\.\d{8,})$/i;
const IS_FILE = /\.[a-z\d]{2,5}$/i;

const withoutVisit = (url: URL): void => {
  if (/;jsessionid=/i.test(url.pathname)) url.pathname = url.pathname.replace(/;jsessionid=[^/;]*/gi, '');
  if (url.search === '') return;
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => {
    const [name = '', value = ''] = part.split('=');
    return !VISIT.test(name) && !(IS_FILE.test(url.pathname) && FRESHNESS.test(name) && MADE_BY_MACHINE.test(value));
  });
  if (kept.length < parts.length) url.search = kept.join('&');
};

/**
 * @param href as the page has it
 * @param base address of the page
 * @returns null for jumps within the page, and for what is no address of the web
 */
export const linkAddress = (href: string | undefined, base: string): string | null => {
  const written = href?.trim() ?? '';
  if (written === '' || written.startsWith('#') || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  withoutVisit(url);
  return url.hash !== '' && url.href.startsWith(`${base.split('#')[0]}#`) ? null : url.href;
};
