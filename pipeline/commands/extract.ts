// `pactwatch extract <file>`: what our eyes see of a file.

import { resolve } from 'node:path';
import { renderText } from '../extract/text.ts';
import { printReference } from '../reference.ts';
import type { Cover, Text } from '../types.ts';
import { open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { textOfFile } from './sources.ts';

export const extractFile = async (
  environment: Environment,
  options: GlobalOptions & { json?: boolean },
  [path = '']: readonly string[],
): Promise<number> => {
  const { settings } = await open(environment, options);
  const text = await textOfFile(resolve(environment.cwd, path), settings.extract);
  environment.out(options.json ? `${JSON.stringify(text, null, 2)}\n` : tell(text));
  return 0;
};

const tell = (text: Text): string => {
  const facts = text.facts.map((fact) => `# note: ${fact}\n`).join('');
  return `${text.cover === null ? '' : tellCover(text.cover)}${facts}${renderText(text.blocks)}`;
};

const tellCover = ({ reference, ...fields }: Cover): string => {
  const rows = Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value] as const);
  const all = [['reference', reference === null ? null : printReference(reference)] as const, ...rows];
  return `${all
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .map(([key, value]) => `# ${key}: ${value}\n`)
    .join('')}\n`;
};
