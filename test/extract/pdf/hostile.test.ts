import { describe, expect, it } from 'vitest';
import { ExtractError } from '../../../pipeline/errors.ts';
import { extract } from '../../../pipeline/extract/index.ts';
import type { Limits } from '../../../pipeline/extract/limits.ts';
import { readingText } from '../../../pipeline/extract/text.ts';
import { councilPdf, placedPdf } from '../../replica/documents.ts';
import { startHost } from '../../replica/host.ts';
import { damagedCopies, handMade } from '../../replica/hostile.ts';
import { ENDLESS, TRICKS, WHOLE, WITH_IMAGES } from '../../replica/tricks.ts';
import { makePlace } from '../../support/place.ts';

const LIMITS: Limits = { seconds: 5, pages: 50, memory: 512 };
/** Milliseconds for a thread that does not look at the clock to be ended, and for the next one to start on a busy machine. */
const GRACE = 10_000;
const CODES = ['damaged', 'encrypted', 'no-text-layer', 'unreadable-text', 'wrong-type', 'too-many-pages', 'too-large', 'timeout'];

/** The words, or the code of the error. What is neither fails the test. */
const outcome = async (body: Uint8Array, limits = LIMITS): Promise<string> => {
  try {
    return readingText(await extract({ body, mediaType: 'application/pdf', at: 'made-up.pdf' }, limits));
  } catch (error) {
    if (!(error instanceof ExtractError) || !CODES.includes(error.code)) throw error;
    return error.code;
  }
};

const WORDS = 'A lamp burns at Nowhere.';
const GOOD = handMade({});
const sentence = 'Keepers shall tell each other what they have seen at their piers, and when, and who was there with them.';
const MATERIAL = {
  note: await councilPdf({
    number: '90001/99',
    date: '3 December 2099',
    subject: 'Lamps',
    paragraphs: Array.from({ length: 24 }, (_, at) => `${at}. ${sentence}`),
  }),
  'hand-made page': GOOD,
  locked: await placedPdf([[{ text: 'Secret.', x: 57, y: 100 }]], { password: 'lamp' }),
};

describe.each(Object.entries(MATERIAL))('damaged copies of a %s', (name, body) => {
  it.each(damagedCopies(name, body, 4).map((copy) => [copy.name, copy.body] as const))('%s', async (_, copy) => {
    const start = performance.now();
    expect(await outcome(copy)).not.toBe('timeout');
    expect(performance.now() - start).toBeLessThan(LIMITS.seconds * 1000 + GRACE);
    expect(await outcome(GOOD)).toBe(WORDS);
  });
});

describe('files made to harm', () => {
  it.each(Object.entries(TRICKS))('%s', async (_, made) => {
    const body = made();
    const start = performance.now();
    await outcome(body);
    expect(performance.now() - start).toBeLessThan(LIMITS.seconds * 1000 + GRACE);
    expect(await outcome(GOOD)).toBe(WORDS);
  });

  it('of more than there is time or memory for, all at once', { timeout: 120_000 }, async () => {
    const limits = { ...LIMITS, seconds: 1 };
    const answers = await Promise.all(
      Object.entries(ENDLESS).map(async ([name, made]) => [name, await outcome(made(), limits), await outcome(GOOD)] as const),
    );
    for (const [name, , good] of answers) expect([name, good]).toEqual([name, WORDS]);
    const ended = answers.filter(([, answer]) => answer === 'timeout' || answer === 'too-large');
    expect(ended.length).toBeGreaterThan(2);
  });

  it('by what they unpack to are ended before they take the memory', async () => {
    const { 'a hundred megabytes of letters': letters } = ENDLESS;
    expect(letters && (await outcome(letters(), { ...LIMITS, seconds: 60, memory: 256 }))).toBe('too-large');
    expect(await outcome(GOOD)).toBe(WORDS);
  });
});

describe('files with something that is not to be read', () => {
  it.each(Object.entries(WITH_IMAGES))('%s', async (_, made) => expect(await outcome(made())).toBe(WORDS));
  it.each(Object.entries(WHOLE))('%s', async (_, made) => expect(await outcome(made())).toBe(WORDS));
});

describe('files that end too early', () => {
  it('are told from those with something after their end', async () => {
    const text = Buffer.from(GOOD).toString('latin1');
    const bytes = (written: string): Uint8Array => Buffer.from(written, 'latin1');
    expect(await outcome(bytes(text.replace('%%EOF', '')))).toBe('damaged');
    expect(await outcome(bytes(`${text}${'9 0 obj << /Type /Page >> endobj '.repeat(300)}`))).toBe('damaged');
    // Made for the web: a table of places and an end stand near the beginning.
    expect(await outcome(bytes(text.replace('4 0 obj', 'xref\n0 0\ntrailer << >>\nstartxref\n0\n%%EOF\n4 0 obj')))).toBe(WORDS);
  });

  it('or are larger than the settings allow are not opened', async () => {
    expect(await outcome(GOOD, { ...LIMITS, megabytes: 0.0001 })).toBe('too-large');
  });
});

describe('a run over a source that gives such files', () => {
  it('keeps the last text whole, tells the failure, and reads the rest', async () => {
    const host = await startHost();
    const note = (number: string, words: string) => councilPdf({ number, date: '3 February 2026', subject: 'A note', paragraphs: [words] });
    host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports shall report what they see at night.'));
    host.serve('ST-90002-2026-INIT', 'en', await note('90002/26', 'Piers shall report as well.'));
    const place = await makePlace(host.origin, ['90001/26', '90002/26'], { extract: { seconds: 1, memory: 256 } });
    await place.watch('2026-03-02');
    const before = await place.text('ST-90001-2026-INIT');
    host.serve('ST-90001-2026-INIT', 'en', ENDLESS['a million lines to strike them']?.() ?? GOOD);
    host.serve('ST-90002-2026-INIT', 'en', await note('90002/26', 'Piers should report as well.'));
    const { code, summary } = await place.watch('2026-03-03');
    expect(code).toBe(1);
    expect(summary.failures).toEqual([expect.objectContaining({ entry: 'ST-90001-2026-INIT' })]);
    expect(['timeout', 'too-large']).toContain(summary.failures[0]?.code);
    expect(await place.text('ST-90001-2026-INIT')).toBe(before);
    expect(await place.text('ST-90002-2026-INIT')).toContain('Piers should report as well.');
    await host.close();
  });
});
