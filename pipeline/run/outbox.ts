// Report files as a run reads and writes them.

import { StoreError } from '../errors.ts';
import { parseReport, renderReport, reportPath } from '../report/file.ts';
import type { Report } from '../types.ts';
import type { RunContext } from './session.ts';

/** @returns null when there is none, or it is damaged: then whoever has something to say writes it anew */
export const storedReport = async ({ store }: RunContext, path: string): Promise<Report | null> => {
  const source = await store.read(path);
  try {
    return source === null ? null : parseReport(path, source);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
};

/** A report keeps the issue that it was filed under. */
export const writeReport = async (context: RunContext, report: Report): Promise<void> => {
  const issue = (await storedReport(context, reportPath(report)))?.issue ?? null;
  if (!context.dryRun) await context.store.write(reportPath(report), renderReport({ ...report, issue }));
};
