// Our reading of every real PDF beside the repository against two other readers: the same words, and sentences as they stand on the page.

import { describe, expect, it } from 'vitest';
import { readingText, renderText } from '../../pipeline/extract/text.ts';
import type { Text } from '../../pipeline/types.ts';
import { readAgain, textOf } from './ours.ts';
import { MISSING, pdfFiles, type References, referencesOf } from './references.ts';
import { compareOrder } from './sentences.ts';
import { compareWords } from './words.ts';

/** Its fonts have no Unicode, and no tool reads it. */
const UNREADABLE = 'reuse-pdf/Amendments_DP_Regulation_Bits_of_Freedom.pdf';

const FILES = MISSING === null ? pdfFiles().filter((file) => file !== UNREADABLE) : [];
const WHERE = MISSING === null ? '' : ` (skipped: ${MISSING})`;

const read = async (file: string): Promise<[Text, References]> => Promise.all([textOf(file), referencesOf(file)]);

describe.skipIf(MISSING !== null)(`the words of real documents${WHERE}`, () => {
  it.each(FILES)('%s', { timeout: 60_000 }, async (file) => {
    const [text, references] = await read(file);
    const { recall, precision, joined, missing, extra } = compareWords(text.blocks, references);
    const told = `missing ${[...missing.keys()].slice(0, 20).join(' ')}, extra ${[...extra.keys()].slice(0, 20).join(' ')}`;
    expect(recall, told).toBeGreaterThanOrEqual(0.995);
    expect(precision, told).toBeGreaterThanOrEqual(0.995);
    expect(joined).toEqual([]);
    expect(text.blocks.filter(({ marked }) => /[\ufb00-\ufb06]/.test(marked))).toEqual([]);
  });

  it('tells that a text layer cannot be read', { timeout: 60_000 }, async () => {
    await expect(textOf(UNREADABLE)).rejects.toMatchObject({ code: 'unreadable-text' });
  });
});

/** Reports in columns, amendments in two columns, pages with footnotes and side notes. */
const IN_COLUMNS = FILES.filter((file) => /Annual_Risk_Analysis|eprs_|EDPB|parliament-pdf|ED_letter|COCIR/.test(file));

describe.skipIf(MISSING !== null)(`reading order${WHERE}`, () => {
  it.each(IN_COLUMNS)('%s', { timeout: 60_000 }, async (file) => {
    const [text, references] = await read(file);
    const { ours, torn, theirs, cut } = compareOrder(text.blocks, references);
    expect(ours, torn.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.98);
    // Side by side, the two columns of an amendment get mixed by both tools here and there: such a sentence is nobody's.
    expect(theirs, cut.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(file.startsWith('parliament-pdf') ? 0.95 : 0.98);
  });
});

describe.skipIf(MISSING !== null)(`the same every time${WHERE}`, () => {
  it('reads one letter, released twice in two files, as one text', async () => {
    const texts = await Promise.all(FILES.filter((file) => file.includes('ED_letter')).map(textOf));
    const [first, second] = texts.map(readingText);
    expect(texts).toHaveLength(2);
    expect(first?.length).toBeGreaterThan(1_000);
    expect(second).toBe(first);
  });

  it('reads one file twice as the same bytes', { timeout: 60_000 }, async () => {
    const file = FILES.find((name) => name.includes('ST-6406')) ?? '';
    expect(renderText((await readAgain(file)).blocks)).toBe(renderText((await textOf(file)).blocks));
  });
});
