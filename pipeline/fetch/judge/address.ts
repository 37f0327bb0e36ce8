// Whether a redirect ended at the address that was asked for, written differently, or at another document. Reads addresses only.

const LANGUAGES = new Set('bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' '));
/** Parameters that choose no document: campaigns, languages, checks for cookies. */
const NO_CHOICE =
  /^(?:utm_.*|fbclid|gclid|msclkid|mc_[ce]id|mtm_.*|pk_.*|_g[al]|wt\..*|ref|lang|language|locale|preflang|etrans|cookies?|cookiecheck|_)$/i;
const NOWHERE =
  /(?:^|[/_.-])(?:log-?in|sign-?in|signon|auth|sso|cas|ecas|errors?|404|403|500|not-?found|unavailable|maintenance|captcha)(?:[/_.-]|$)/i;

interface Place {
  readonly host: string;
  readonly segments: readonly string[];
  /** Those that the address names. */
  readonly languages: readonly string[];
  readonly query: string;
}

const readable = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `/index_en`, `/en/` and `/` are one address, the last without saying its language. */
const placeOf = (address: string): Place => {
  const { hostname, port, pathname, searchParams } = new URL(address);
  const languages: string[] = [];
  const isLanguage = (found: string | undefined): boolean => {
    if (found === undefined || !LANGUAGES.has(found)) return false;
    languages.push(found);
    return true;
  };
  const segments = readable(pathname)
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map((part) => (isLanguage(/_([a-z]{2})(?:\.\w+)?$/.exec(part)?.[1]) ? part.replace(/_[a-z]{2}(\.\w+)?$/, '$1') : part))
    .filter((part) => part !== '' && !isLanguage(part));
  if (/^(?:index|default)(?:\.\w+)?$/.test(segments.at(-1) ?? '')) segments.pop();
  const query = [...searchParams]
    .filter(([name]) => !NO_CHOICE.test(name))
    .map((pair) => pair.join('='))
    .sort();
  return {
    host: `${hostname.replace(/^www\./, '')}:${/^(?:80|443)?$/.test(port) ? '' : port}`,
    segments,
    languages,
    query: query.join('&'),
  };
};

/**
 * @param mayContinue where a file's own name behind the address (`/pdf` to `/pdf/ours.pdf`) is still the file
 * @returns whether both name one document, in the same language where both name one
 */
export const isSameAddress = (asked: string, final: string, mayContinue: boolean): boolean => {
  if (asked === final) return true;
  const [a, b] = [placeOf(asked), placeOf(final)];
  if (a.host !== b.host || a.query !== b.query) return false;
  if (a.languages.length > 0 && b.languages.length > 0 && a.languages.join() !== b.languages.join()) return false;
  const rest = b.segments.slice(a.segments.length);
  if (!a.segments.every((segment, index) => segment === b.segments[index])) return false;
  return rest.length === 0 || (mayContinue && a.segments.length > 0 && !NOWHERE.test(rest.join('/')));
};
