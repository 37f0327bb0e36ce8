// Reaching into JSON of unknown shape: nothing here throws, what is not there is undefined, '' or [].
// Which field means what belongs to the watchers.

import type { JsonReader, RawRow } from '../../pipeline/types.ts';

/**
 * What stands at a path of keys and indexes, `a.b.0.c`; '' is the whole.
 * @returns undefined where any step of it is missing.
 */
export const at = (data: unknown, path: string): unknown =>
  path === ''
    ? data
    : path.split('.').reduce<unknown>((here, key) => (isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined), data);

/** The text or number at a path, trimmed; '' for anything else. */
export const textAt = (data: unknown, path: string): string => {
  const found = at(data, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
};

/** The list at a path; null where there is none: for the rows of an answer, whose absence is a change of layout. */
export const rowsAt = (data: unknown, path: string): readonly unknown[] | null => {
  const found = at(data, path);
  return Array.isArray(found) ? found : null;
};

/** The list at a path; [] where there is none, the thing itself where it stands alone: JSON-LD writes lists of one so. */
export const listAt = (data: unknown, path: string): readonly unknown[] => {
  const found = at(data, path);
  if (Array.isArray(found)) return found;
  return found === undefined || found === null ? [] : [found];
};

/** The names and values at a path; [] for anything but an object. */
export const pairsAt = (data: unknown, path: string): readonly (readonly [name: string, value: unknown])[] => {
  const found = at(data, path);
  return isRecord(found) && !Array.isArray(found) ? Object.entries(found) : [];
};

/** The whole number at a path, also where it is written as text. */
export const numberAt = (data: unknown, path: string): number | null => {
  const found = textAt(data, path);
  return /^\d+$/.test(found) ? Number(found) : null;
};

/** A reader for answers from which rows must first be gathered: from several places, or several into one. Null: not shaped as expected. */
export const gathered = (rows: (data: unknown) => readonly RawRow[] | null): JsonReader => ({
  format: 'json',
  rows,
  // The cast holds: an item is what the line above gave.
  row: (item) => item as RawRow,
});

// The keys of an object or the indexes of a list: both are reached the same way.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
