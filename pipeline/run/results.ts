// What a run tells machines of what it found.

import { reportPath } from '../report/file.ts';
import type { RunSummary } from '../types.ts';
import type { Session } from './session.ts';

export const findingsOf = ({ found }: Session): RunSummary['findings'] =>
  found.map(({ finding, report }) => ({
    key: finding.key,
    kind: finding.kind,
    watcher: finding.watcher,
    entry: finding.change.entry.id,
    title: report.title,
    priority: finding.priority,
    report: reportPath(report),
  }));
