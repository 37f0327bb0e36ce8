// When to ask again. Plans are computed from the day of the first answer, so that nothing about them changes from run to run.

import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../types.ts';

/** Days between two askings of a number that was not available: doubled, and then this. */
const LONGEST = 30;

/** The latest planned day (1, 2, 4, 8, 16, 30, 30 … days apart, counted from `first`) that is not after `today`. */
const latestPlanned = (first: IsoDate, today: IsoDate): IsoDate => {
  const age = daysBetween(first, today);
  let offset = 0;
  for (let step = 1; offset + Math.min(step, LONGEST) <= age; step *= 2) offset += Math.min(step, LONGEST);
  return addDays(first, offset);
};

/**
 * Whether something first asked on `first` is to be asked today.
 * @param last day of the last answer; null when it is not known (the cache was lost), which asks once more
 */
export const isDue = (first: IsoDate, last: IsoDate | null, today: IsoDate): boolean => last === null || last < latestPlanned(first, today);
