// Sentences of two readings compared: which stand in the other as they are, and which are torn.

import { splitSentences } from '../../pipeline/extract/sentences.ts';
import { plainOf } from '../../pipeline/marks.ts';
import type { Block } from '../../pipeline/types.ts';
import { lettersOf } from './ours.ts';
import type { References, ToolPages } from './references.ts';

/** Shorter ones stand everywhere. */
const WORDS = 8;

/** Figures go as well: the mark of a footnote is a figure in the middle of a sentence for some readers. */
const onlyLetters = (text: string): string => lettersOf(text).replace(/\p{N}/gu, '');

const isLong = (sentence: string): boolean => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= WORDS;

const textOfPages = (pages: ToolPages): string => pages.map((lines) => lines.map(({ text }) => text.trimEnd()).join('\n')).join('\n');

const ENDS = /[.!?;:]["”’')\]]*\s*\d{0,3}$/;

/** Paragraphs as poppler sees them; one that goes on in small letters over the end of a column or page is one. */
const paragraphsOf = (pages: ToolPages): string[] => {
  const paragraphs: string[] = [];
  for (const { text, opens } of pages.flat()) {
    const last = paragraphs.at(-1);
    const goesOn = last !== undefined && (!opens || (!ENDS.test(last) && /^\p{Ll}/u.test(text)));
    if (goesOn) paragraphs[paragraphs.length - 1] = `${last}\n${text.trim()}`;
    else paragraphs.push(text.trim());
  }
  return paragraphs;
};

/** After a full stop: a space, or the number of the next footnote. */
const BETWEEN = /(?<=(?:\p{L}{2}|\d|\))["”’']?[.!?])\s\d{1,3}\s(?=\p{Lu})|(?<=\p{L}{2}["”’')]?[.!?])\s(?=["“‘'(]?[\p{Lu}\d])/u;

/** Only what begins with a capital and ends in a full stop, without a heading of one word (`Justification:`) before it. */
const sentencesOf = (paragraph: string): string[] =>
  paragraph
    .replace(/[-\u2010\u00ad]\n/g, '')
    .replace(/\s+/g, ' ')
    .split(BETWEEN)
    .map((sentence) => sentence.replace(/^\p{Lu}\p{Ll}+: /u, ''))
    .filter((sentence) => /^["“‘'(]?\p{Lu}/u.test(sentence) && /[.!?]$/.test(sentence));

export interface Order {
  /** Sentences of ours that stand in the text of one of the tools, as a share; and those that do not. */
  readonly ours: number;
  readonly torn: readonly string[];
  /** Sentences that both tools have, found whole in one block of ours, as a share; and the others. */
  readonly theirs: number;
  readonly cut: readonly string[];
}

const share = (good: number, all: number): number => (all === 0 ? 1 : good / all);

export const compareOrder = (blocks: readonly Block[], { mutool, poppler }: References): Order => {
  const texts = [mutool.body, poppler.body].map(textOfPages);
  const streams = texts.map(onlyLetters);
  const plain = blocks.map(({ marked }) => plainOf(marked));
  const sentences = plain.flatMap(splitSentences).filter(isLong);
  const torn = sentences.filter((sentence) => !streams.some((stream) => stream.includes(onlyLetters(sentence))));
  const both = paragraphsOf(poppler.body)
    .flatMap(sentencesOf)
    .filter((sentence) => isLong(sentence) && streams[0]?.includes(onlyLetters(sentence)));
  const own = plain.map(onlyLetters).join('|');
  const cut = both.filter((sentence) => !own.includes(onlyLetters(sentence)));
  return {
    ours: share(sentences.length - torn.length, sentences.length),
    torn,
    theirs: share(both.length - cut.length, both.length),
    cut,
  };
};
