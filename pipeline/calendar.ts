// Days as people write them in files: `YYYY-MM-DD`, no hours, no time zones.

import type { IsoDate } from './types.ts';

const DAY = 86_400_000;

export const addDays = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one to the other; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export const isIsoDate = (words: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(words) ? Date.parse(words) : Number.NaN;
  // The 31st of February is read as the 3rd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(words);
};
