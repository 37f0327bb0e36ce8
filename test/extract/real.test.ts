// Runs where real documents lie beside the repository, and is silent elsewhere. Checks facts of covers, never sentences.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/council-pdf');

const DOCUMENTS: Readonly<Record<string, readonly [string | null, string | null, number, string | null, number]>> = {
  // file name's beginning: number, date, subject codes, type, pages
  'CM-3630-2026': ['CM 3630/26', '2026-07-08', 13, 'COMMUNICATION: NOTICE OF MEETING AND PROVISIONAL AGENDA', 2],
  'ST-6311-2026': ['6311/26', '2026-02-13', 9, "'I' ITEM NOTE", 2],
  'ST-6406-2026': [null, null, 0, null, 28],
  'ST-8261-1-26-REV1': ['8261/1/26 REV 1', '2026-04-17', 9, 'NOTE', 123],
  'WK-3735-2026-ADD1': ['WK 3735/2026 ADD 1', '2026-03-11', 7, 'WORKING DOCUMENT', 77],
  'WK-3735-2026-ADD2': ['WK 3735/2026 ADD 2', '2026-03-12', 7, 'WORKING DOCUMENT', 104],
  'WK-3735-2026-ADD3': ['WK 3735/2026 ADD 3', '2026-03-18', 7, 'WORKING DOCUMENT', 112],
  'WK-3736-2026-ADD2': ['WK 3736/2026 ADD 2', '2026-03-19', 9, 'WORKING DOCUMENT', 50],
  'WK-3736-2026-ADD3': ['WK 3736/2026 ADD 3', '2026-03-23', 9, 'WORKING DOCUMENT', 47],
};

describe.skipIf(!existsSync(FOLDER))('real documents of the Council', () => {
  it.each(Object.entries(DOCUMENTS))('%s', { timeout: 60_000 }, async (name, [number, date, codes, type, pages]) => {
    const file = readdirSync(FOLDER).find((entry) => entry.startsWith(name));
    const body = readFileSync(path.join(FOLDER, file ?? name));
    const text = await extract({ body, mediaType: 'application/pdf', at: name }, { seconds: 60, pages: 500 });
    expect(text).toMatchObject({ pages, language: 'en' });
    expect([text.cover?.number ?? null, text.cover?.date ?? null, text.cover?.type ?? null]).toEqual([number, date, type]);
    expect(text.cover?.subjectCodes ?? []).toHaveLength(codes);
    expect(text.blocks.filter((block) => block.kind !== 'cover' && number !== null && block.text.startsWith(number))).toEqual([]);
  });
});
