// What the human transcriptions of two Council documents quote, and what they call deleted. They are Markdown: the document's
// words stand in block quotes, in italics or bold that begin with a quotation mark or a point's number, and in tables; additions are bold, deletions struck
// (`~~old~~`); an ellipsis leaves words out; what begins with `▸` is the transcriber's own.

export interface Passages {
  readonly live: readonly string[];
  readonly deleted: readonly string[];
}

/** Sentences and parts of sentences with fewer letters would be found anywhere. */
const LEAST = { live: 20, deleted: 4 };

const pieces = (quoted: string, least: number): string[] =>
  quoted
    .split(/\[?…\]?|\[?\.\.\.\]?|(?<=[.;:])\s/)
    .map((piece) => piece.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim())
    .filter((piece) => piece.replace(/[^\p{L}]/gu, '').length >= least);

const REMARK = /\*{0,2}\[(?:DELETED|NEW|source|second|illegible|sic)[^\]]*\]\*{0,2}/gi;
const STRUCK = /~~([^~]+)~~/g;

const read = (quote: string): Passages => {
  const words = quote.replace(REMARK, '…');
  return {
    live: pieces(words.replace(STRUCK, ' '), LEAST.live),
    deleted: [...words.matchAll(STRUCK)].flatMap(([, struck = '']) => pieces(struck, LEAST.deleted)),
  };
};

/** One list of lines for every run of lines that the test holds for. */
const runsOf = (lines: readonly string[], holds: (line: string) => boolean): string[][] => {
  const runs: string[][] = [];
  let open = false;
  for (const line of lines) {
    const is = holds(line);
    if (is && open) runs.at(-1)?.push(line);
    else if (is) runs.push([line]);
    open = is;
  }
  return runs;
};

const QUOTE = /^\s*>/;
const CELLS = /^\|(?!-)/;

/** Every point of a block quote begins with its own emphasis. The note at the head of a file is a block quote as well. */
const quotesOf = (lines: readonly string[]): string[] =>
  runsOf(lines, (line) => QUOTE.test(line))
    .map((run) => run.map((line) => line.replace(/^\s*>\s?/, '')).join('\n'))
    .filter((quote) => !quote.includes('**Source:**'))
    .flatMap((quote) => quote.split(/\n\s*\n|\n(?=\*)/));

const cellsOf = (lines: readonly string[]): string[] =>
  runsOf(lines, (line) => CELLS.test(line)).flatMap((run) => run.flatMap((line) => line.split('|')));

const ITALIC = /(?<![*\w])\*(?!\*)((?:["“]|\((?:\d+|[a-z]{1,3})\)|\d+[a-z]*\.)(?:[^*]|\*\*[^*]*\*\*)+)\*(?!\*)/g;
const BOLD = /\*\*"([^*"]+)"\*\*/g;

const inline = (text: string): string[] =>
  text
    .split(/\n\s*\n|\n(?=▸|- )/)
    .filter((paragraph) => !paragraph.startsWith('▸'))
    .flatMap((paragraph) => [...paragraph.matchAll(ITALIC), ...paragraph.matchAll(BOLD)].map(([, words = '']) => words));

/** Told in the transcriber's own sentences: `("any research …") is **struck out**`. */
const TOLD = /\("([^()]+)"\.?\)\s+(?:are|is)\s+\*\*struck\s+out|struck\s+the\s+Commission's\s+"([^"]+)"/g;

/** @param tables whether the tables are the document's as well */
export const passagesOf = (markdown: string, tables: boolean): Passages => {
  const lines = markdown.split('\n');
  const rest = lines.filter((line) => !QUOTE.test(line) && !CELLS.test(line)).join('\n');
  const found = [...quotesOf(lines), ...(tables ? cellsOf(lines) : []), ...inline(rest)].map(read);
  const told = [...markdown.matchAll(TOLD)].flatMap(([, a, b]) => pieces((a ?? b ?? '').replaceAll('"', '…'), LEAST.live));
  return { live: found.flatMap(({ live }) => live), deleted: [...found.flatMap(({ deleted }) => deleted), ...told] };
};
