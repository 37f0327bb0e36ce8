// The bodies of issues and comments, made from report bodies: links that work there, cut to GitHub's size, the marker at the end.
// Words from outside were made harmless when the report was made; nothing new is quoted here.

import type { Report } from '../types.ts';
import { bodyHash, reportId, writeMarker } from './marker.ts';

/** GitHub takes 65,536 characters; some room is left. */
const LIMIT = 65_000;
/** A section that is cut keeps its heading and a few lines. */
const SHORTEST_SECTION = 500;

/**
 * One issue or comment for reports of one thread.
 * @param filesUrl address under which the files of the repository are seen, without `/` at its end; null leaves paths as they are
 */
export const issueBody = (reports: readonly Report[], filesUrl: string | null): string => {
  const thread = reports[0]?.thread ?? '';
  const marker = writeMarker({ keys: reports.map(reportId), thread, body: reportsHash(reports) });
  const room = Math.floor((LIMIT - marker.length) / reports.length) - 10;
  return `${reports.map((report) => cutBody(withLinks(report.body, filesUrl), room).trimEnd()).join('\n\n---\n\n')}\n\n${marker}\n`;
};

/** Of what the reports say, not of how it is cut or linked: a change of ours is no reason to write again. */
export const reportsHash = (reports: readonly Report[]): string => bodyHash(reports.map((r) => r.body).join('\n'));

/** Reports link as seen from `reports/<watcher>/`. In words from outside `]` stands behind a backslash. */
const withLinks = (body: string, filesUrl: string | null): string =>
  body.replace(/(?<!\\)\]\(\.\.\/\.\.\//g, `](${filesUrl === null ? '' : `${filesUrl}/`}`);

/** Takes lines from the end of the longest section, and of the next one when that is not enough, until the whole fits. */
const cutBody = (body: string, room: number): string => {
  const sections = body.split(/\n(?=## )/);
  let over = body.length - room;
  const longestFirst = [...sections.keys()].sort((a, b) => (sections[b]?.length ?? 0) - (sections[a]?.length ?? 0));
  for (const at of longestFirst) {
    if (over <= 0) break;
    const section = sections[at] ?? '';
    const cut = cutSection(section, Math.max(section.length - over, SHORTEST_SECTION));
    if (cut.length >= section.length) continue;
    over -= section.length - cut.length;
    sections[at] = cut;
  }
  return sections.join('\n');
};

const FOLD_OPENS = '<details>';
const FOLD_CLOSES = '</details>';

/** Whole lines only: no line of a report leaves a mark open. Folds are closed, or left out when nothing is left in them. */
const cutSection = (section: string, room: number): string => {
  const end = '\n\nThe rest is in the report.\n';
  const kept: string[] = [];
  let left = room - end.length - FOLD_CLOSES.length - 2;
  for (const line of section.split('\n')) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return `${closed(kept).join('\n').trimEnd()}${end}`;
};

const closed = (lines: readonly string[]): readonly string[] => {
  const from = lines.lastIndexOf(FOLD_OPENS);
  if (from <= lines.lastIndexOf(FOLD_CLOSES)) return lines;
  const isEmpty = lines.slice(from + 1).every((line) => line === '' || line.startsWith('<summary>'));
  return isEmpty ? lines.slice(0, from) : [...lines, '', FOLD_CLOSES];
};

/**
 * One issue for many findings of a watcher: a checklist of their first sentences.
 * @returns as many bodies as GitHub's size asks for, each with its reports
 */
export const digestBodies = (reports: readonly Report[], filesUrl: string | null): { body: string; reports: readonly Report[] }[] => {
  const groups: Report[][] = [];
  let room = 0;
  for (const report of reports) {
    const size = checkLine(report, filesUrl).length + reportId(report).length + 2;
    if (size > room) {
      groups.push([]);
      room = LIMIT - 1_000;
    }
    groups.at(-1)?.push(report);
    room -= size;
  }
  return groups.map((group) => ({ body: digestBody(group, filesUrl), reports: group }));
};

const digestBody = (reports: readonly Report[], filesUrl: string | null): string =>
  [
    `${reports.length} findings of **${reports[0]?.watcher ?? ''}** came at once, so they share this issue. Each has its own report.`,
    '',
    ...reports.map((report) => checkLine(report, filesUrl)),
    '',
    'Closing this issue means: all of them were seen and judged. It is not opened again.',
    '',
    writeMarker({ keys: reports.map(reportId), thread: '', body: reportsHash(reports) }),
    '',
  ].join('\n');

/** The first line of a report is its sentence of fact. */
const checkLine = (report: Report, filesUrl: string | null): string => {
  const sentence = report.body.slice(0, report.body.indexOf('\n'));
  return withLinks(`- [ ] ${sentence} [Report](../../reports/${report.watcher}/${report.key}.md)`, filesUrl);
};
