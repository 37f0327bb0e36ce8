// Running headers and footers in the pages of another reader, found by a rule of its own: nothing here is shared with the rule
// that is measured.

import type { ToolLine, ToolPages } from './references.ts';

/** Shares of the page's height outside which running lines are looked for. */
const TOP = 0.14;
const BOTTOM = 0.835;
/** Half of the height within which two lines stand in one row. */
const ROW = 0.004;

/** What a line says, and what it says when one of its numbers is the page's, counted from anywhere. */
const sayings = (text: string, page: number): string[] => {
  const line = text.trim().replace(/\s+/g, ' ');
  const counted = [...line.matchAll(/\d{1,4}/g)].map(
    ({ 0: number, index }) => `#${line.slice(0, index)}#${Number(number) - page}${line.slice(index + number.length)}`,
  );
  return [line, ...counted];
};

/** Two steps of height for every line, so that neighbours on both sides of a border share one. */
const keysOf = ({ text, at }: ToolLine, page: number): string[] =>
  sayings(text, page).flatMap((saying) => [0, 0.5].map((shift) => `${saying}|${shift}:${Math.floor(at / ROW + shift)}`));

/** Headings that chance to stand at one height come back less often, or only here and there; `Amendment 7` may meet page 8 a few times. */
const returns = (key: string, pages: ReadonlySet<number>, total: number): boolean =>
  pages.size >= (total < 5 ? 2 : Math.max(3, total * (key.startsWith('#') ? 0.12 : 0.06))) &&
  pages.size / (Math.max(...pages) - Math.min(...pages) + 1) > 0.4;

export interface Stripped {
  readonly body: ToolPages;
  /** What a reader may keep or leave out: headings of a table that goes on from page to page; of what was taken away, the first appearance. */
  readonly optional: ToolPages;
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Takes away lines at the edges that come back at the same height, when all of their row does (a row of a table has one cell that comes back, and
 * others that do not), and rows that hold nothing but words of such lines: the footer of a first page has its cells elsewhere.
 */
export const withoutRunning = (pages: ToolPages): Stripped => {
  const inEdge = ({ at }: ToolLine): boolean => at < TOP || at > BOTTOM;
  const seen = new Map<string, Set<number>>();
  pages.forEach((lines, page) => {
    for (const key of lines.filter(inEdge).flatMap((line) => keysOf(line, page))) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  });
  const running = new Set([...seen].filter(([key, on]) => returns(key, on, pages.length)).map(([key]) => key));
  const comesBack = (line: ToolLine, page: number): boolean => inEdge(line) && keysOf(line, page).some((key) => running.has(key));
  const words = new Set(
    pages.flatMap((lines, page) => lines.filter((line) => line.at > BOTTOM && comesBack(line, page)).flatMap(({ text }) => wordsOf(text))),
  );
  const ofWords = ({ text, at }: ToolLine): boolean =>
    at > BOTTOM && wordsOf(text).every((word) => words.has(word) || words.has(word.replace(/^\d+/, '')) || /^\d{1,3}$/.test(word));
  const goes = (line: ToolLine, page: number): boolean => line.text.trim() === '' || comesBack(line, page) || ofWords(line);
  const rowOf = (line: ToolLine, lines: readonly ToolLine[]): ToolLine[] => lines.filter((other) => Math.abs(other.at - line.at) < ROW);
  const gone = pages.map((lines, page) => lines.filter((line) => inEdge(line) && rowOf(line, lines).every((other) => goes(other, page))));
  const known = new Set<string>();
  const isFirst = ({ text }: ToolLine): boolean => known.size < known.add(text.trim()).size;
  const headings = pages.map((lines, page) => {
    const onNeighbour = ({ text, at }: ToolLine): boolean =>
      [page - 1, page + 1].some((next) => pages[next]?.some((other) => other.text === text && Math.abs(other.at - at) < ROW));
    const isHeading = (line: ToolLine): boolean => /\p{L}/u.test(line.text) && !/\d/.test(line.text) && onNeighbour(line);
    return lines.filter((line) => line.at < TOP && rowOf(line, lines).every(isHeading));
  });
  return {
    body: pages.map((lines, page) => lines.filter((line) => !gone[page]?.includes(line))),
    optional: pages.map((_, page) => [...new Set([...(gone[page] ?? []).filter(isFirst), ...(headings[page] ?? [])])]),
  };
};
