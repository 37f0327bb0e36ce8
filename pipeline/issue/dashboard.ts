// The one issue that shows the state of all sources, kept up to date in place. No run times: it changes only when a state does.

import { escapeMarkdown } from '../markdown.ts';
import type { IsoDate } from '../types.ts';
import { bodyHash, writeMarker } from './marker.ts';

export const DASHBOARD_TITLE = 'Pactwatch: state of the sources';
export const DASHBOARD_KEY = 'dashboard';

export interface SourceFact {
  /** The watcher's id. */
  readonly source: string;
  readonly title: string;
  /** In one or two words: `works`, `blocked`, `disabled`. */
  readonly state: string;
  readonly entries: number;
  readonly lastFinding: IsoDate | null;
  /** The open report of a failure, with its issue where it has one. */
  readonly failure: { readonly title: string; readonly issue: string | null } | null;
}

export interface PromiseFact {
  readonly what: string;
  readonly actors: readonly string[];
  /** `2023-12` or `2024`. */
  readonly due: string;
}

export interface DashboardFacts {
  readonly sources: readonly SourceFact[];
  /** Due and not answered; none when promises are not looked at. */
  readonly promises: readonly PromiseFact[];
}

/** States of sources that nobody looks at. */
const OFF: readonly string[] = ['disabled', 'stays off'];

/** The whole body with its marker. */
export const dashboardBody = ({ sources, promises }: DashboardFacts): string => {
  const on = sources.filter(({ state }) => !OFF.includes(state));
  const working = on.filter((s) => s.failure === null).length;
  const off = sources.length - on.length;
  const parts = [
    `${working} of ${on.length} sources can be read${off === 0 ? '' : `; ${off} ${off === 1 ? 'is' : 'are'} off`}.`,
    table(['Source', 'State', 'Entries', 'Last finding', 'Open failure'], sources.map(sourceRow)),
  ];
  if (promises.length > 0) parts.push('## Promises due', table(['Due', 'Who', 'What'], promises.map(promiseRow)));
  parts.push(
    'This issue is kept up to date as long as it is open; closing it stops that. It tells states, not findings: each finding has its own issue.',
  );
  const body = parts.join('\n\n');
  return `${body}\n\n${writeMarker({ keys: [DASHBOARD_KEY], thread: DASHBOARD_KEY, body: bodyHash(body) })}\n`;
};

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const sourceRow = ({ source, title, state, entries, lastFinding, failure }: SourceFact): string[] => [
  `**${escapeMarkdown(source)}**: ${escapeMarkdown(title, 200)}`,
  escapeMarkdown(state),
  String(entries),
  lastFinding ?? '–',
  failure === null ? '–' : issueCell(failure.title, failure.issue),
];

/** An issue of ours may be linked as what it is: the reference that GitHub makes of it is wanted. */
const issueCell = (title: string, issue: string | null): string =>
  issue !== null && /^https:\/\/\S+\/issues\/\d+$/.test(issue) ? `[${escapeMarkdown(title, 200)}](${issue})` : escapeMarkdown(title, 200);

const promiseRow = ({ what, actors, due }: PromiseFact): string[] => [
  escapeMarkdown(due),
  escapeMarkdown(actors.join(', '), 200),
  escapeMarkdown(what, 300),
];
