// What the readers hand to rows.ts and layout.ts: rows as printed, and what else the page says of them.

import type { RawRow } from '../types.ts';

export interface Found {
  readonly rows: readonly RawRow[];
  /** Candidates, those included that turned out to be no rows. */
  readonly seen: number;
  /** Hits over all pages, where the page says so. */
  readonly total: number | null;
  /** Elements are there that a page without rows must still have; false where nobody named any. */
  readonly landmarks: boolean;
  /** What links are relative to. */
  readonly base: string;
}
