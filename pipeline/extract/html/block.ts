// One block while it is written: its pieces with their styles become one line of reading text and one of marked text.

import { type Run, readingOf, writeRuns } from '../../marks.ts';
import type { BlockKind } from '../../types.ts';
import { superscript, tidyPiece } from '../tidy.ts';
import { isBlank } from './nodes.ts';
import type { Found } from './noise.ts';
import { PLAIN, type Style } from './styles.ts';

interface Piece {
  text: string;
  readonly style: Style;
}

/** What people write before an item by hand. */
const OWN_NUMBER = /^\s*\(?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]{1,2}|[ivxlc]+)[.)]/i;
const FOOTNOTE_MARK = /^[([]?(?:\d{1,3}|[a-z*†‡]{1,3}|[⁰¹²³⁴-⁹]{1,3})[)\]]?$/i;
/** A row of a table that only lays out numbered paragraphs. */
const LIST_NUMBER = /^\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxlc]+)[.)]{1,2} \| /;
/** Nothing that tidying would change: letters of Europe that are one character each, and the usual signs. */
const CLEAN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0388-\u03ce\u0400-\u0482\u048a-\u052f\u2012-\u2027\u20ac]*$/;

/** Single spaces, and none of what tidying takes out. */
const clean = (text: string): string => {
  if (CLEAN.test(text) && !text.includes('  ')) return text;
  const spaced = text.replace(/\s+/g, ' ');
  return CLEAN.test(spaced) ? spaced : tidyPiece(spaced).replace(/ {2,}/g, ' ');
};

/** A class, since it holds the pieces until the block ends. */
export class BlockText {
  #pieces: Piece[] = [];
  /** Cells that ended since the last word. */
  #bars = 0;
  #blank = true;

  get blank(): boolean {
    return this.#blank;
  }

  write(text: string, style: Style): void {
    if (isBlank(text)) {
      if (!this.#blank && this.#bars === 0) this.#append(' ', style);
      return;
    }
    if (this.#bars > 0) this.#append(`${this.#blank ? '|' : ' |'}${' |'.repeat(this.#bars - 1)} `, PLAIN);
    this.#bars = 0;
    const words = clean(text);
    this.#append(style.raised || style.jump ? this.#raise(words) : words, style);
    this.#blank = false;
  }

  /** The next words stand in another cell of the row. */
  bar(): void {
    this.#bars += 1;
  }

  /** Figures that stand above the line, or mark a footnote without brackets of their own. */
  #raise(text: string): string {
    const open = /[([]$/.test(this.#pieces.at(-1)?.text ?? '');
    return open
      ? text
      : text.replace(
          /^(\s*)(\d{1,3})(\s*)$/,
          (_, before: string, figures: string, after: string) => `${before}${superscript(figures)}${after}`,
        );
  }

  #append(text: string, style: Style): void {
    const last = this.#pieces.at(-1);
    const words = text.startsWith(' ') && (last === undefined || last.text.endsWith(' ')) ? text.slice(1) : text;
    if (words === '') return;
    if (last?.style === style) last.text += words;
    else this.#pieces.push({ text: words, style });
  }

  /**
   * Ends the block.
   * @param number stands before it, where the text does not begin with one of its own
   * @returns null where nothing was written
   */
  take(kind: BlockKind, number: string): Found | null {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#bars = 0;
    const blank = this.#blank;
    this.#blank = true;
    return blank ? null : toFound(kind, number, pieces);
  }
}

const toRuns = (pieces: readonly Piece[], heading: boolean): Run[] =>
  pieces.map(({ text, style: { bold, underlined, struck, link } }) => ({ text, bold: bold && !heading, underlined, struck, link }));

const UNMARKED: Omit<Run, 'text'> = { bold: false, underlined: false, struck: false, link: null };

const joined = (runs: readonly Run[]): string =>
  runs.length === 1
    ? (runs[0]?.text ?? '').trimEnd()
    : runs
        .map((run) => run.text)
        .join('')
        .trimEnd()
        .normalize('NFC');

const isPlain = ({ bold, underlined, struck, link }: Run): boolean => !bold && !underlined && !struck && link === null;

/** A block that begins with a link within the page whose words are a footnote's mark is that footnote. */
const isNote = (pieces: readonly Piece[], words: string): boolean => {
  const first = pieces.find(({ text }) => text.trim() !== '');
  const mark = first?.text.trim() ?? '';
  return first?.style.jump === true && words.length > mark.length && FOOTNOTE_MARK.test(mark);
};

const linkedShare = (pieces: readonly Piece[], words: string): number => {
  let linked = 0;
  for (const { text, style } of pieces) if (style.linked) linked += text.trim().length;
  return linked / Math.max(1, words.length);
};

const toFound = (kind: BlockKind, number: string, pieces: readonly Piece[]): Found | null => {
  const runs = toRuns(pieces, kind === 'heading');
  const words = joined(runs);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  if (number !== '' && !OWN_NUMBER.test(words)) runs.unshift({ ...UNMARKED, text: `${number} ` });
  // Nothing in it that is a mark or would be read as one: the usual case, and much faster.
  const plain = runs.every(isPlain) && !/[\\*_~\]]/.test(words);
  const marked = plain ? joined(runs) : writeRuns(runs).trim().normalize('NFC');
  // Where nothing is struck out, the words are the reading text already.
  const text = plain ? marked : runs.some(({ struck }) => struck) ? readingOf(marked) : joined(runs);
  const linked = linkedShare(pieces, words);
  if (kind === 'table-row' && LIST_NUMBER.test(text)) {
    return { linked, block: { kind: 'list-item', page: null, text: text.replace(' | ', ' '), marked: marked.replace(' | ', ' ') } };
  }
  const note = kind !== 'table-row' && linked < 0.9 && isNote(pieces, words);
  return { linked, block: { kind: note ? 'footnote' : kind, page: null, text, marked } };
};
