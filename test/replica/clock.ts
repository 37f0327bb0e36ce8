// The day of the story that all stand-ins live in. It moves only when told to.

import type { IsoDate } from '../../pipeline/types.ts';
import { DAYS, type Day } from './site.ts';

export const STORY_DAYS: readonly Day[] = [1, 2, 3, 4, 5];

export interface Clock {
  readonly day: Day;
  readonly date: IsoDate;
  set(day: Day): void;
  /** @returns false on the last day, which stays */
  step(): boolean;
}

export const isDay = (value: number): value is Day => STORY_DAYS.some((day) => day === value);

export const createClock = (start: Day = 1): Clock => {
  let today = start;
  return {
    get day() {
      return today;
    },
    get date() {
      return DAYS[today];
    },
    set: (day) => {
      today = day;
    },
    step: () => {
      const next = today + 1;
      if (!isDay(next)) return false;
      today = next;
      return true;
    },
  };
};
