// The bodies of issues and comments, made from report bodies: links that work there, cut to GitHub's size, the marker at the end.
// Words from outside were made harmless when the report was made; nothing new is quoted here.

import type { Report } from '../types.ts';
import { bodyHash, reportId, writeMarker } from './marker.ts';

/** GitHub takes 65,536 characters; some room is left. */
const LIMIT = 65_000;

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

/** Takes lines from the end of the longest section until the whole fits. */
const cutBody = (body: string, room: number): string => {
  if (body.length <= room) return body;
  const sections = body.split(/\n(?=## )/);
  const longest = sections.reduce((best, section, i) => (section.length > (sections[best]?.length ?? 0) ? i : best), 0);
  const others = body.length - (sections[longest]?.length ?? 0);
  return sections.map((section, i) => (i === longest ? cutSection(section, room - others) : section)).join('\n');
};

const cutSection = (section: string, room: number): string => {
  const end = `${section.includes('<details>') ? '\n\n</details>' : ''}\n\nThe rest is in the report.\n`;
  const kept: string[] = [];
  let left = room - end.length;
  for (const line of section.split('\n')) {
    left -= line.length + 1;
    if (left < 0 || line === '</details>') break;
    kept.push(line);
  }
  return `${kept.join('\n').trimEnd()}${end}`;
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
