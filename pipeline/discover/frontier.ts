// The walk along the newest numbers of a series: from the last number known to be public, a bounded way ahead.

import { fullYear, parseReference } from '../reference.ts';
import type { IsoDate, Reference } from '../types.ts';

/** `ST-2026`. */
export type Series = string;

const seriesOf = (r: Pick<Reference, 'prefix' | 'year'>): Series => `${r.prefix}-${r.year}`;

export const inSeries = (series: Series, number: number): Reference => {
  const [prefix = '', year = ''] = series.split('-');
  return { prefix, number, year: fullYear(year), steps: [] };
};

export interface FrontierFacts {
  /** Document numbers at which people said to start: `ST 15000/26`. */
  readonly starts: readonly string[];
  /** Last known number by series, from the snapshot. */
  readonly last: Readonly<Record<Series, number>>;
  readonly firstOfYear: Readonly<Record<string, number>>;
  readonly today: IsoDate;
}

/**
 * The last known number of each series that is still giving out numbers: this year's, and last year's until the end of January.
 * A series walked last year begins this year just below its first number.
 */
export const frontiers = ({ starts, last, firstOfYear, today }: FrontierFacts): Readonly<Record<Series, number>> => {
  const year = fullYear(today.slice(0, 4));
  const live = today.slice(5, 7) === '01' ? [year - 1, year] : [year];
  const result: Record<Series, number> = {};
  const raise = (prefix: string, of: number, number: number) => {
    if (!live.includes(of)) return;
    const series = seriesOf({ prefix, year: of });
    result[series] = Math.max(result[series] ?? 0, number);
  };
  const started = starts.flatMap((words) => parseReference(words) ?? []);
  for (const r of started) raise(r.prefix, r.year, r.number);
  for (const [series, number] of Object.entries(last)) raise(inSeries(series, 0).prefix, inSeries(series, 0).year, number);
  const walked = new Set([...started.map((r) => r.prefix), ...Object.keys(last).map((series) => inSeries(series, 0).prefix)]);
  for (const prefix of walked) {
    raise(prefix, year, (firstOfYear[prefix] ?? 1) - 1);
  }
  return Object.fromEntries(Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1)));
};
