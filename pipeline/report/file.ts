// Report files: where they stand, and how they are written and read back. What they say does not belong here.

import { createHash } from 'node:crypto';
import { StoreError } from '../errors.ts';
import type { Report, ReportKind } from '../types.ts';
import { readFrontMatter, withFrontMatter } from '../yaml.ts';

const KEY_LENGTH = 120;

/** The same key when it is a safe file name, else a safe one that stays different from others': letters, digits, `.`, `_`, `-`. */
export const safeKey = (key: string): string => {
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(key) && key.length <= KEY_LENGTH) return key;
  const words = key.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `${words.slice(0, KEY_LENGTH - 9)}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`.replace(/^-/, '');
};

/** `reports/<watcher>/<key>.md`, as seen from the root. */
export const reportPath = ({ watcher, key }: Pick<Report, 'watcher' | 'key'>): string => `reports/${watcher}/${safeKey(key)}.md`;

/** @returns the whole file: front matter, then the body as it is */
export const renderReport = ({ body, ...facts }: Report): string => {
  const { title, labels, key, watcher, kind, thread, date, state, issue } = facts;
  return withFrontMatter({ title, labels, key, watcher, kind, thread, date, state, issue }, `\n${body}`);
};

const KINDS: Readonly<Record<ReportKind, true>> = {
  'new-document': true,
  'new-version': true,
  wording: true,
  access: true,
  metadata: true,
  withdrawn: true,
  replaced: true,
  failure: true,
  baseline: true,
  silence: true,
  notice: true,
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** One row a field: what must hold. */
const FIELDS: Readonly<Record<Exclude<keyof Report, 'body'>, (value: unknown) => boolean>> = {
  title: isText,
  labels: (value) => Array.isArray(value) && value.every(isText),
  key: (value) => isText(value) && value === safeKey(value),
  watcher: isText,
  kind: (value) => isText(value) && Object.hasOwn(KINDS, value),
  thread: isText,
  date: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value),
  state: (value) => value === 'open' || value === 'closed',
  issue: (value) => value === null || isText(value),
};

/**
 * Reads a report file.
 * @param path as seen from the root, for the error
 * @throws StoreError when the file is damaged: a report that cannot be read might be one that was never filed
 */
export const parseReport = (path: string, source: string): Report => {
  const file = readFrontMatter(source);
  const wrong =
    file === null ? ['its front matter'] : Object.entries(FIELDS).flatMap(([field, holds]) => (holds(file.facts[field]) ? [] : [field]));
  if (file === null || wrong.length > 0) {
    throw new StoreError(`${path} is damaged: ${wrong.join(', ')} cannot be read`, {
      at: path,
      remedy: `Bring back its last good state: git checkout -- ${path}`,
    });
  }
  const { title, labels, key, watcher, kind, thread, date, state, issue } = file.facts as unknown as Omit<Report, 'body'>;
  return { key, watcher, kind, title, labels, thread, date, state, issue, body: file.body.replace(/^\n/, '') };
};
