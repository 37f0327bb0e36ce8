// Text, blocks, drafting marks and cover of long PDFs against the bare getTextContent of pdfjs-dist over all pages, and against mutool where
// it is installed; then the memory that a thousand pages take, and what two documents at once gain.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { extract as extractText } from '../../pipeline/extract/index.ts';
import type { Text } from '../../pipeline/types.ts';
import { type Material, madeUp, real } from './extract-material.ts';
import { compare } from './measure.ts';

const execute = promisify(execFile);
const LIMITS = { seconds: 600, pages: 10_000 };
const MEMORY_SCRIPT = fileURLToPath(new URL('./extract-memory.ts', import.meta.url));
const ROUNDS = 3;

const ours = ({ name, body }: Material): Promise<Text> => extractText({ body, mediaType: 'application/pdf', at: name }, LIMITS);

const bare = async ({ body }: Material): Promise<number> => {
  const task = getDocument({ data: Uint8Array.from(body), verbosity: 0 });
  const document = await task.promise;
  for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getTextContent();
  await task.destroy();
  return document.numPages;
};

const isInstalled = (command: string): Promise<boolean> =>
  execute(command, ['-v']).then(
    () => true,
    () => false,
  );

const againstMutool = async (material: Material, folder: string): Promise<void> => {
  const path = join(folder, 'file.pdf');
  await writeFile(path, material.body);
  await compare(
    material.name,
    {
      ours: () => ours(material),
      theirs: () => execute('mutool', ['draw', '-q', '-F', 'txt', '-o', join(folder, 'out.txt'), path]),
      theirName: 'mutool draw -F txt',
    },
    ROUNDS,
  );
};

const memory = async (folder: string): Promise<void> => {
  const path = join(folder, 'thousand.pdf');
  await writeFile(path, (await madeUp(1_000)).body);
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', MEMORY_SCRIPT, path]);
  const { pages, megabytes } = JSON.parse(stdout) as { pages: number; megabytes: number };
  process.stdout.write(`${pages} made-up pages in a process of their own: at most ${megabytes} MB\n`);
};

const twoAtOnce = async (material: Material): Promise<void> =>
  compare(
    `${material.name}, twice`,
    {
      ours: () => Promise.all([ours(material), ours(material)]),
      theirs: async () => {
        await ours(material);
        await ours(material);
      },
      theirName: `one after the other (${availableParallelism()} cores)`,
    },
    ROUNDS,
  );

export const extract = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pactwatch-bench-'));
  const long = await madeUp(150);
  const materials = [long, ...real()];
  const pages = new Map<Material, number>();
  for (const material of materials) {
    const theirs = async (): Promise<void> => void pages.set(material, await bare(material));
    await compare(material.name, { ours: () => ours(material), theirs, theirName: 'pdfjs-dist getTextContent' }, ROUNDS);
  }
  if (await isInstalled('mutool')) {
    for (const material of materials) if ((pages.get(material) ?? 0) >= 100) await againstMutool(material, folder);
  } else process.stdout.write('mutool is not installed: nothing to compare with\n');
  await twoAtOnce(long);
  await memory(folder);
};
