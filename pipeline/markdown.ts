// Words from outside made harmless for Markdown as GitHub reads it. Whatever enters a report or an issue passes here first.
// What a report says, and in which order, does not belong here.

/**
 * Stands for the break in what GitHub would turn into a link or a call: mentions, references, addresses, commits. GitHub looks for
 * them after it has resolved entities and backslashes, so that only a character in between helps. The named entity keeps the break
 * visible to those who read the source.
 */
const BREAK = '\u200b';
const BREAK_ENTITY = '&ZeroWidthSpace;';

/** Characters that cannot be seen or that turn the reading direction: formatting, lone surrogates, default-ignorable ones. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** One line without control, invisible or piled-up characters. */
export const oneLine = (words: string): string =>
  words
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();

/** At most `max` UTF-16 units, cut between characters and marked with an ellipsis. */
export const cut = (words: string, max: number): string => {
  if (words.length <= max) return words;
  // A cut through a surrogate pair leaves its first half behind.
  return `${words
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
};

/** What GitHub would act on, and where to break it. */
const CALLS: readonly (readonly [pattern: RegExp, broken: string | ((found: string) => string)])[] = [
  [/@/g, `@${BREAK}`],
  [/#(?=\d)/g, `#${BREAK}`],
  [/(?<![0-9a-z])(GH|GHSA|CVE)-(?=\w)/gi, `$1-${BREAK}`],
  [/:\/\//g, `:${BREAK}//`],
  [/www\./gi, (found) => `${found.slice(0, -1)}${BREAK}.`],
  // Commits, whole or shortened to no fewer than seven digits.
  [/(?<![0-9a-z])(?=[a-f]*\d|[a-f]{40})[0-9a-f]{7,40}(?![0-9a-z])/gi, (found) => found.replace(/.{6}(?=.)/g, `$&${BREAK}`)],
  [/:(?=[a-z+-][\w+-]*:)/gi, `:${BREAK}`],
];

const breakCalls = (words: string): string =>
  CALLS.reduce(
    (text, [pattern, broken]) => (typeof broken === 'string' ? text.replace(pattern, broken) : text.replace(pattern, broken)),
    words,
  );

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', [BREAK]: BREAK_ENTITY };

/** Any words as Markdown that shows just these words, on one line, wherever it stands in a line or table. */
export const escapeMarkdown = (words: string, max = Number.POSITIVE_INFINITY): string =>
  breakCalls(cut(oneLine(words), max))
    .replace(/[\\`*_[\]~|$#]/g, '\\$&')
    .replace(/[&<>\u200b]/g, (found) => ENTITIES[found] ?? '')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&');

/** Any words as the title of an issue, which GitHub shows without Markdown. Signs that might call are replaced by their wide forms. */
export const plainTitle = (words: string, max = 200): string =>
  cut(
    oneLine(words)
      .replace(/@/g, '＠')
      .replace(/#(?=\d)/g, '＃')
      .replace(/</g, '‹')
      .replace(/>/g, '›')
      .replace(/\bGH-(?=\d)/gi, 'GH '),
    max,
  );

/** A link; only for http and https addresses that do not notify anyone, else the address in words. */
export const link = (label: string, url: string): string => {
  const address = safeAddress(url);
  return address === null ? `${escapeMarkdown(label)} (${escapeMarkdown(url)})` : `[${escapeMarkdown(label)}](${address})`;
};

/** A link with its own address, less `https://`, as label. */
export const addressLink = (url: string): string => {
  const address = safeAddress(url);
  return address === null ? escapeMarkdown(url) : `[${escapeMarkdown(address.replace(/^https?:\/\//, ''), 120)}](${address})`;
};

const safeAddress = (url: string): string | null => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') return null;
  // A link to an issue, pull request, discussion or commit leaves a trace there.
  if (/(^|\.)github\.com$/.test(parsed.hostname) && /\/(issues?|pull|discussions?|commits?|compare)\//i.test(`${parsed.pathname}/`))
    return null;
  return parsed.href.replace(/[()<>[\]\\|"'`@*~\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
};
