// Which lines of the pages are footnotes. Told by the raised number they begin with, their size, and where they stand.

import type { Line } from './lines.ts';

const samePage = (a: Line, b: Line): boolean => a.sheet.page === b.sheet.page;

const inLowerPart = (line: Line): boolean => line.y > line.sheet.height * 0.4;

const begins = (line: Line): boolean => line.raised && inLowerPart(line) && /^[¹²³⁰⁴-⁹*]+ ?\S/.test(line.text);

/** The lines of one note stand close below each other and are of one size. */
const follows = (line: Line, last: Line): boolean =>
  samePage(last, line) && line.y >= last.y - line.size && line.y <= last.y + line.size * 3 && line.size <= last.size * 1.08;

/** A note that the page before left unfinished goes on below the text of this one, smaller than that, or well below it in the note's column. */
const goesOn = (line: Line, before: Line | undefined, note: Line): boolean =>
  line.sheet.page === note.sheet.page + 1 &&
  inLowerPart(line) &&
  Math.abs(line.size - note.size) < 0.5 &&
  before !== undefined &&
  samePage(before, line) &&
  (line.size < before.size * 0.93 || (line.y - before.y > line.size * 2.5 && Math.abs(line.x - note.x) < 4));

/** @param ends whether a line ends a sentence */
export const findFootnotes = (lines: readonly Line[], ends: (line: Line) => boolean): ReadonlySet<Line> => {
  const found = new Set<Line>();
  let last: Line | null = null;
  let unfinished: Line | null = null;
  lines.forEach((line, at) => {
    if (last !== null && !follows(line, last)) {
      unfinished = ends(last) ? null : last;
      last = null;
    }
    const again = last === null && unfinished !== null && goesOn(line, lines[at - 1], unfinished);
    if (last === null && !begins(line) && !again) return;
    found.add(line);
    last = line;
  });
  return found;
};
