// `pactwatch diff <a> [b]`: two files, two entries, or two states of one entry.

import { type Format, formatDiff } from '../diff/format/index.ts';
import { diffTexts } from '../diff/index.ts';
import { open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { lastTwo, namedText } from './sources.ts';

export const diff = async (
  environment: Environment,
  options: GlobalOptions & { format?: Format },
  [a = '', b]: readonly string[],
): Promise<number> => {
  const opened = await open(environment, options);
  const place = { opened, environment };
  const [old, now] = b === undefined ? await lastTwo(a, place) : [await namedText(a, place), await namedText(b, place)];
  const sides = { oldName: old.name, newName: now.name, oldBlocks: old.text.blocks, newBlocks: now.text.blocks };
  const colour = process.stdout.isTTY === true && environment.variables.NO_COLOR === undefined;
  environment.out(formatDiff(diffTexts(old.text, now.text), options.format ?? 'words', { sides, colour }));
  return 0;
};
