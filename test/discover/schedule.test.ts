import { describe, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import { isDue } from '../../pipeline/discover/schedule.ts';

const FIRST = '2099-01-01';

/** The days, counted from the first, on which someone who runs daily asks again. */
const askedOn = (days: number): number[] => {
  let last = FIRST;
  const asked: number[] = [];
  for (let day = 1; day <= days; day += 1) {
    const today = addDays(FIRST, day);
    if (isDue(FIRST, last, today)) {
      asked.push(day);
      last = today;
    }
  }
  return asked;
};

describe('asking again', () => {
  it('waits 1, 2, 4, 8, 16 and then always 30 days', () => expect(askedOn(130)).toEqual([1, 3, 7, 15, 31, 61, 91, 121]));

  it('asks nothing twice on the first day', () => expect(isDue(FIRST, FIRST, FIRST)).toBe(false));

  it('catches up after days without a run', () => {
    expect(isDue(FIRST, addDays(FIRST, 1), addDays(FIRST, 5))).toBe(true);
    expect(isDue(FIRST, addDays(FIRST, 5), addDays(FIRST, 6))).toBe(false);
  });

  it('asks once more when the day of the last answer is lost', () => expect(isDue(FIRST, null, addDays(FIRST, 5))).toBe(true));
});
