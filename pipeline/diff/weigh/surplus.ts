// Multisets: what one side has more of than the other. What is equal on both cancels out.

export interface Surplus<T> {
  readonly went: readonly T[];
  readonly came: readonly T[];
}

export const surplus = <T>(old: readonly T[], now: readonly T[], keyOf: (item: T) => string): Surplus<T> => {
  if (old.length === 0 || now.length === 0) return { went: old, came: now };
  if (old.length === 1 && now.length === 1)
    return keyOf(old[0] as T) === keyOf(now[0] as T) ? { went: [], came: [] } : { went: old, came: now };
  const balance = new Map<string, number>();
  for (const item of old) add(balance, keyOf(item), 1);
  for (const item of now) add(balance, keyOf(item), -1);
  const went = old.filter((item) => take(balance, keyOf(item), 1));
  return { went, came: now.filter((item) => take(balance, keyOf(item), -1)) };
};

const add = (balance: Map<string, number>, key: string, by: number): void => {
  balance.set(key, (balance.get(key) ?? 0) + by);
};

/** One of those that are too many on a side, if there are any left. */
const take = (balance: Map<string, number>, key: string, side: 1 | -1): boolean => {
  const more = (balance.get(key) ?? 0) * side;
  if (more <= 0) return false;
  add(balance, key, -side);
  return true;
};
