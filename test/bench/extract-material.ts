// Long PDFs to read: made-up ones with drafting marks in fonts of their own, and real ones where they lie beside the repository.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { drawnPdf, SANS, words, writtenBelow } from '../replica/drawn.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data');
/** Text with marks, tables, columns, pictures. */
const REAL = [
  'council-pdf/ST-8261-1-26-REV1_council-presidency-compromise_2026-04-17.pdf',
  'council-pdf/WK-3735-2026-ADD2_delegation-comments-ee-cyber-data_2026-03-12.pdf',
  'parliament-pdf/JURI-AM-790236_amendments-69-296_2026-07-07.pdf',
  'agency-pdf/frontex_Annual_Risk_Analysis_2022.pdf',
];

export interface Material {
  readonly name: string;
  readonly body: Uint8Array;
}

/** Every third line is written over: words struck, words put in. */
const line = (n: number): string =>
  n % 3 === 0
    ? `Point ${n} says that keepers ~~should light~~ **shall light** their lamps __at nightfall__ and not before.`
    : `On the pier number ${n} there is a lamp that the keepers light when the boats are late, and a book for what they saw.`;

export const madeUp = async (pages: number): Promise<Material> => {
  const drawings = Array.from({ length: pages }, (_, page) => [
    ...writtenBelow(
      Array.from({ length: 44 }, (_, at) => line(page * 44 + at)),
      [57, 70],
      { size: 9 },
    ),
    words(`90001/99 GB/ml ${page + 1}`, [57, 789], { font: SANS, size: 9 }),
    words('EN', [515, 808], { font: SANS, size: 18 }),
  ]);
  return { name: `${pages} made-up pages with drafting marks`, body: await drawnPdf(drawings) };
};

export const real = (): Material[] =>
  REAL.filter((name) => existsSync(path.join(FOLDER, name))).map((name) => ({
    name: path.basename(name).replace(/_.*/, ''),
    body: readFileSync(path.join(FOLDER, name)),
  }));
