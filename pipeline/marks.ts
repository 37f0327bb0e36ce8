// The marked text: words with their drafting marks and links, as one line that people can read and programs take apart again.
// Which words carry a mark is found elsewhere; here it is only written and read.

/** Words of one style. A text is a list of them. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** Address of the link that the words carry. */
  readonly link: string | null;
}

type Style = Omit<Run, 'text'>;
type Mark = 'struck' | 'underlined' | 'bold';

const PLAIN: Style = { bold: false, underlined: false, struck: false, link: null };

/** From the outside in. A link stands outside all of them: `[~~__**words**__~~](address)`. */
const MARKS: readonly (readonly [Mark, string])[] = [
  ['struck', '~~'],
  ['underlined', '__'],
  ['bold', '**'],
];

/** As deep as styles nest: link, struck, underlined, bold. */
const DEEPEST = 4;

/** How many of the nested styles two neighbours share, counted from the outside: 0 to 4. */
const sharedDepth = (a: Style, b: Style): number => {
  if (a.link !== b.link) return 0;
  if (a.struck !== b.struck) return 1;
  if (a.underlined !== b.underlined) return 2;
  return a.bold === b.bold ? DEEPEST : 3;
};

/** White space belongs to what holds both its neighbours: marks hug the words. */
const between = (left: Style, right: Style): Style => {
  const depth = sharedDepth(left, right);
  return {
    link: depth > 0 ? left.link : null,
    struck: depth > 1 && left.struck,
    underlined: depth > 2 && left.underlined,
    bold: depth > 3 && left.bold,
  };
};

/** What cannot stand within `(address)`. */
const safeAddress = (link: string): string =>
  link.replace(/[()\s]/g, (char) => (char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char)));

/** The words of a run and the white space at its ends, apart. */
const pieces = (text: string): string[] => {
  const core = text.trim();
  if (core.length === text.length) return [text];
  const start = text.length - text.trimStart().length;
  return core === '' ? [text] : [text.slice(0, start), core, text.slice(start + core.length)];
};

/** One list of runs for all that look the same: neighbours of one style merged, nothing empty, marks only where there are words. */
const normalForm = (runs: readonly Run[]): Run[] => {
  const normal: (Style & { text: string })[] = [];
  let style: Style = PLAIN;
  let space = '';
  const push = (text: string, { bold, underlined, struck, link }: Style): void => {
    const last = normal.at(-1);
    if (text === '') return;
    if (last && sharedDepth(last, { bold, underlined, struck, link }) === DEEPEST) last.text += text;
    else normal.push({ text, bold, underlined, struck, link });
  };
  for (const run of runs) {
    const next = run.link === null ? run : { ...run, link: safeAddress(run.link) };
    for (const piece of pieces(run.text)) {
      if (piece.trim() === '') {
        space += piece;
        continue;
      }
      if (space !== '') push(space, between(style, next));
      push(piece, next);
      style = next;
      space = '';
    }
  }
  push(space, PLAIN);
  return normal;
};

/** Whether an address could begin here: no space and no bracket before the closing one, or before the next mark. */
const closesAddress = (words: string, from: number): boolean => {
  const end = /[()\s]|$/g;
  end.lastIndex = from;
  const found = end.exec(words)?.[0];
  return found === ')' || found === '';
};

/** Guards what would be read as a mark, and only that. `next` is the mark that follows, '' at the end. */
const escapeWords = (words: string, linked: boolean, next: string): string =>
  words.replace(/\\(?=[\\*_~[\]]|$)|[*_~[\]]/g, (char, at: number) => {
    const last = at + 1 === words.length;
    if (char === '\\') return last && next === '' ? char : '\\\\';
    if (char === '[') return linked ? '\\[' : char;
    if (char === ']') return linked || (words[at + 1] === '(' && closesAddress(words, at + 2)) ? '\\]' : char;
    return words[at - 1] === char || (last && next.startsWith(char)) ? `\\${char}` : char;
  });

/** The marks to write where one style ends and the next begins. */
const turn = (from: Style, to: Style): string => {
  const depth = sharedDepth(from, to);
  const marks = MARKS.slice(Math.max(0, depth - 1));
  const closing = marks.filter(([mark]) => from[mark]).map(([, sign]) => sign);
  const opening = marks.filter(([mark]) => to[mark]).map(([, sign]) => sign);
  const leave = depth === 0 && from.link !== null ? `](${from.link})` : '';
  const enter = depth === 0 && to.link !== null ? '[' : '';
  return [...closing.reverse(), leave, enter, ...opening].join('');
};

/** The marked text: `**bold**`, `__underlined__`, `~~struck~~`, `[words](address)`. What else looks like a mark is escaped. */
export const writeRuns = (runs: readonly Run[]): string => {
  const normal = normalForm(runs);
  let marked = turn(PLAIN, normal[0] ?? PLAIN);
  for (const [index, run] of normal.entries()) {
    const next = turn(run, normal[index + 1] ?? PLAIN);
    marked += escapeWords(run.text, run.link !== null, next) + next;
  }
  return marked;
};

const TOKEN = /\\([\\*_~[\]])|(\*\*|__|~~)|\[([^[\]\\]*(?:\\[\s\S][^[\]\\]*)*)\]\(([^()\s]*)\)/g;

/** Reads on in the style given, into `runs`; the style at the end is handed back. A link's words hold no further link. */
const readInto = (runs: Run[], marked: string, style: Style): Style => {
  let at = 0;
  let now = style;
  for (const token of marked.matchAll(TOKEN)) {
    const [whole, escaped, sign, words, link = null] = token;
    if (token.index > at || escaped !== undefined) runs.push({ ...now, text: marked.slice(at, token.index) + (escaped ?? '') });
    at = token.index + whole.length;
    const mark = MARKS.find(([, of]) => of === sign)?.[0];
    if (mark !== undefined) now = { ...now, [mark]: !now[mark] };
    if (words !== undefined) now = { ...readInto(runs, words, { ...now, link }), link: now.link };
  }
  runs.push({ ...now, text: marked.slice(at) });
  return now;
};

/** The runs of a marked text in normal form: neighbours of one style merged, nothing empty, marks only where there are words. */
export const readRuns = (marked: string): Run[] => {
  const runs: Run[] = [];
  readInto(runs, marked, PLAIN);
  return normalForm(runs);
};

/** Where none of these stands, there are no marks and nothing is guarded. */
const SIGNS = /[\\*_~[]/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The end of what stands before struck words: of the white space around them stays what the next words need. */
const closeGap = (before: string, after: string): string => {
  const left = before.trimEnd();
  const tight = /^(?:\s*(?:[,;:)]|\.(?!\.))|[\]!?])/.test(after) || /[([]$/.test(left);
  return !tight && (left !== before || /^\s/.test(after)) ? `${left} ` : left;
};

/** The reading text, on one line: struck words gone, no marks, single spaces. A text struck as a whole is ''. */
export const readingOf = (marked: string): string => {
  if (!SIGNS.test(marked)) return oneLine(marked);
  const runs = readRuns(marked);
  const parts = [''];
  for (const { text, struck } of runs) {
    const last = parts.at(-1) ?? '';
    if (!struck) parts[parts.length - 1] = last + text;
    else if (last.trim() !== '') parts.push('');
  }
  const reading = oneLine(
    parts
      .map((part, index) => {
        const words = index === 0 ? part : part.trimStart();
        return index === parts.length - 1 ? words : closeGap(words, parts[index + 1] ?? '');
      })
      .join(''),
  );
  // The bars of a row whose cells are all struck are nobody's words.
  return /^[ |]*$/.test(reading) && runs.some(({ struck }) => struck) ? '' : reading;
};

/** All words, struck ones included, without marks. Where struck and live words touch, a space parts them. */
export const plainOf = (marked: string): string => {
  const runs = readRuns(marked);
  const apart = ({ text, struck }: Run, index: number): string => {
    const before = runs[index - 1];
    const touch = before && before.struck !== struck && /[\p{L}\p{N}]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(text);
    return touch ? ` ${text}` : text;
  };
  return oneLine(runs.map(apart).join(''));
};
