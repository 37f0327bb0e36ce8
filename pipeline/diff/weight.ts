// The words of two sides without what stands around them, until `hunks.ts` asks `weigh/` itself.

import type { Hunk } from '../types.ts';
import { weigh as weighWords } from './weigh/index.ts';

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

export const weigh = (before: string, after: string): Pick<Hunk, 'weight' | 'aspects' | 'why'> =>
  weighWords({ old: wordsOf(before), now: wordsOf(after), before: [], after: [] });
