// `pactwatch extract <file>`: what our eyes see of a file.

import { resolve } from 'node:path';
import { renderText } from '../extract/text.ts';
import { printReference } from '../reference.ts';
import type { Cover, Text } from '../types.ts';
import { open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { textOfFile } from './sources.ts';

/** At most one of them, but for `cover` with `json`; the command line sees to it. */
interface Form {
  readonly json?: boolean;
  readonly marked?: boolean;
  readonly reading?: boolean;
  readonly cover?: boolean;
}

export const extractFile = async (
  environment: Environment,
  options: GlobalOptions & Form,
  [path = '']: readonly string[],
): Promise<number> => {
  const { settings } = await open(environment, options);
  const text = await textOfFile(resolve(environment.cwd, path), settings.extract);
  if (options.cover && text.cover === null) environment.err(`${path} has no cover that could be read\n`);
  environment.out(print(text, options));
  return 0;
};

const print = (text: Text, { json, marked, reading, cover }: Form): string => {
  if (json) return `${JSON.stringify(cover ? text.cover : text, null, 2)}\n`;
  if (cover) return text.cover === null ? '' : rowsOf(text.cover);
  if (marked) return renderText(text.blocks);
  if (reading) return readingParagraphs(text);
  const facts = text.facts.map((fact) => `# note: ${fact}\n`).join('');
  const head = text.cover === null ? '' : `${rowsOf(text.cover).replace(/^(?=.)/gm, '# ')}\n`;
  return `${head}${facts}${renderText(text.blocks)}`;
};

/** What was struck as a whole leaves no paragraph behind. */
const readingParagraphs = ({ blocks }: Text): string =>
  blocks
    .filter((block) => block.text !== '')
    .map((block) => `${block.text}\n`)
    .join('\n');

/** One field to a line: `number: 13901/23`. Fields that the cover does not carry are left out. */
const rowsOf = ({ reference, ...fields }: Cover): string => {
  const rows = Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value] as const);
  const all = [['reference', reference === null ? null : printReference(reference)] as const, ...rows];
  return all
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
};
