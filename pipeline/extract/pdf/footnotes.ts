// Which lines of the pages are footnotes. Told by the raised number they begin with, their size, and where they stand.

import type { Line } from './lines.ts';

const samePage = (a: Line, b: Line): boolean => a.sheet.page === b.sheet.page;

const inLowerPart = (line: Line): boolean => line.y > line.sheet.height * 0.4;

const begins = (line: Line): boolean => line.raised && inLowerPart(line) && /^[¹²³⁰⁴-⁹*]+ ?\S/.test(line.text);

/** The lines of one note stand close below each other, over one another, and are of one size. */
const follows = (line: Line, last: Line): boolean =>
  samePage(last, line) &&
  line.y >= last.y - line.size &&
  line.y <= last.y + line.size * 3 &&
  line.x < last.right &&
  line.size <= last.size * 1.08;

/** Addresses end a note as a full stop does. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+$/;

/** How a line ends: a sentence, or in the middle of one. */
export interface LineEnds {
  readonly ends: (line: Line) => boolean;
  readonly dangles: (line: Line) => boolean;
}

/** A note can only go on elsewhere where its last line is as long as the others. */
const isUnfinished = (note: readonly Line[], { ends, dangles }: LineEnds): boolean => {
  const last = note.at(-1);
  if (last === undefined || ends(last) || ADDRESS.test(last.text)) return false;
  if (note.length < 2) return dangles(last);
  const edge = Math.max(...note.map((line) => line.right));
  return last.right > edge - (edge - last.x) * 0.15;
};

/** A note that the page before left unfinished goes on below the text of this one, smaller than that, or well below it in the note's column. */
const goesOn = (line: Line, before: Line | undefined, note: Line): boolean =>
  line.sheet.page === note.sheet.page + 1 &&
  inLowerPart(line) &&
  Math.abs(line.size - note.size) < 0.5 &&
  before !== undefined &&
  samePage(before, line) &&
  (line.size < before.size * 0.93 || (line.y - before.y > line.size * 2.5 && Math.abs(line.x - note.x) < 4));

export const findFootnotes = (lines: readonly Line[], lineEnds: LineEnds): ReadonlySet<Line> => {
  const found = new Set<Line>();
  let note: Line[] = [];
  let unfinished: Line | null = null;
  lines.forEach((line, at) => {
    const last = note.at(-1);
    if (last !== undefined && !follows(line, last)) {
      unfinished = isUnfinished(note, lineEnds) ? last : null;
      note = [];
    }
    const again = note.length === 0 && unfinished !== null && goesOn(line, lines[at - 1], unfinished);
    if (note.length === 0 && !begins(line) && !again) return;
    found.add(line);
    if (begins(line)) note = [];
    note.push(line);
  });
  return found;
};
