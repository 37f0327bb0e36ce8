// A PDF from its bytes to a text with cover and facts. Runs inside the thread of thread.mjs.

import { ExtractError } from '../../errors.ts';
import type { Text } from '../../types.ts';
import { findConvention } from '../convention.ts';
import { isWrittenIn } from '../language.ts';
import type { Limits } from '../limits.ts';
import { EXTRACTOR } from '../revision.ts';
import { tidy } from '../tidy.ts';
import { toBlocks } from './blocks.ts';
import { type PdfLines, type PdfSource, readPdf } from './read.ts';

const REMEDY = 'Look for another copy, or run it through OCR.';

/** A document whose pages are images has no words to watch; one whose fonts hide their characters has words nobody can read. */
const checkReadable = ({ signs, unreadable }: { signs: number; unreadable: number }, at: string): void => {
  if (signs === 0) throw new ExtractError('no-text-layer', 'the document has no text, only images', { at, remedy: REMEDY });
  if (unreadable > signs * 0.3) {
    throw new ExtractError('unreadable-text', 'the fonts of the document do not say which characters they show', { at, remedy: REMEDY });
  }
};

const passages = (count: number): string => `${count} blacked-out passage${count === 1 ? '' : 's'}`;

const blackoutFacts = (blackouts: PdfLines['blackouts']): string[] => {
  const total = blackouts.reduce((sum, page) => sum + page.passages, 0);
  const places = blackouts.map((page) => `page ${page.page}: ${page.passages}`).join(', ');
  const carrying = blackouts.filter((page) => page.carrying > 0);
  return [
    ...(total === 0 ? [] : [`${passages(total)} (${places})`]),
    ...carrying.map((page) => {
      const still = page.carrying === 1 ? 'carries its' : 'carry their';
      return `page ${page.page}: ${passages(page.carrying)} still ${still} text in the file`;
    }),
  ];
};

const factsOf = ({ sheets, lines, unreadable, blackouts }: PdfLines): string[] => {
  const written = new Set(lines.map((line) => line.sheet.page));
  const empty = sheets.filter(({ page }) => !written.has(page)).map(({ page }) => `page ${page} has no text (an image, or empty)`);
  const missing = unreadable === 0 ? [] : [`${unreadable} characters are missing: their fonts do not say what they show`];
  return [...empty, ...missing, ...blackoutFacts(blackouts)];
};

/** Files carry the names of templates and of other documents as titles: one word is no title. */
const usefulTitle = (title: string | null): string | null =>
  title === null || !/\S\s+\S/.test(title.trim()) || /^microsoft word/i.test(title) ? null : tidy(title);

/**
 * A PDF as a text.
 * @throws ExtractError damaged, encrypted, no-text-layer, unreadable-text, too-many-pages, timeout
 */
export const pdfText = async (source: PdfSource, limits: Limits): Promise<Text> => {
  const reading = await readPdf(source, limits);
  checkReadable(reading, source.at);
  const { cover, blocks, language } = toBlocks(reading.lines, reading.sheets);
  const heading = blocks.find(({ kind, text }) => kind === 'heading' && /\p{L}{3}.* .*\p{L}{3}/u.test(text));
  const claimed = /^[a-z]{2}(?=-|$)/i.exec(reading.language ?? '')?.[0].toLowerCase() ?? null;
  const convention = findConvention(blocks);
  return {
    kind: 'pdf',
    extractor: EXTRACTOR,
    title: cover?.subject ?? usefulTitle(reading.title) ?? heading?.text ?? null,
    language: language ?? (claimed !== null && isWrittenIn(claimed, blocks.map(({ text }) => text).join(' ')) ? claimed : null),
    pages: reading.sheets.length,
    cover,
    facts: [...factsOf(reading), ...(convention === null ? [] : [`changes are marked: ${convention}`])],
    blocks,
  };
};
