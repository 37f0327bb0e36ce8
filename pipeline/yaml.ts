// The one home of YAML: files that people write, and the front matter of files that the machine writes.

import { LineCounter, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './errors.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads one YAML file against its schema and tells all problems at once, each with line, key and remedy.
 * @param file the name to print, as the person who wrote it knows it
 */
export const readYaml = <S extends z.ZodType>(file: string, source: string, schema: S): Read<z.output<S>> => {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        key: '',
        message: `this is not YAML: ${e.message.split('\n')[0]}`,
        remedy: 'Check the indentation and quote values that hold ": " or begin with a special character.',
      })),
    };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    // A missing key has no node of its own: its parent's line is the place to write it.
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] | null } | undefined;
      const range = depth === 0 ? document.contents?.range : (keyRange(document, path.slice(0, depth)) ?? node?.range);
      if (range) return lines.linePos(range[0]).line;
    }
    return null;
  };
  return {
    ok: false,
    problems: parsed.error.issues.flatMap((issue) =>
      explain(issue).map(({ path, message, remedy }) => ({ file, line: lineOf(path), key: printPath(path), message, remedy })),
    ),
  };
};

/** Where the key itself stands, rather than its value, which may begin lines later. */
const keyRange = (document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): [number, number, number] | undefined => {
  const parent = document.getIn(path.slice(0, -1), true) as
    | { items?: readonly { key?: { value?: unknown; range?: [number, number, number] } }[] }
    | undefined;
  const last = path[path.length - 1];
  return parent?.items?.find((pair) => pair?.key?.value === last)?.key?.range;
};

const printPath = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('');

interface Explained {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly remedy: string;
}

/** The names that schemas have for kinds of values, as people say them. */
const aKind = (expected: string): string =>
  ({ object: 'keys with values, indented', array: 'a list', record: 'keys with values, indented', int: 'a whole number' })[expected] ??
  `a ${expected}`;

/** A rule of ours may say its own remedy after ` | `. */
const explain = (issue: z.core.$ZodIssue): Explained[] => {
  const { path } = issue;
  const [message = '', own] = issue.message.split(' | ');
  if (own !== undefined) return [{ path, message, remedy: own }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: 'this key is unknown',
        remedy: 'Remove it, or correct its spelling.',
      }));
    case 'invalid_type':
      return [
        issue.input === undefined && message.includes('undefined')
          ? { path, message: 'this is missing', remedy: `Write ${aKind(issue.expected)} here.` }
          : { path, message: 'this has the wrong type', remedy: `Write ${aKind(issue.expected)}.` },
      ];
    case 'invalid_value':
      return [{ path, message: 'this value is not known', remedy: `Use one of: ${issue.values.map(String).join(', ')}.` }];
    case 'too_small':
      return [{ path, message: 'this is too small', remedy: `At least ${issue.minimum}.` }];
    case 'too_big':
      return [{ path, message: 'this is too large', remedy: `At most ${issue.maximum}.` }];
    default:
      return [{ path, message: message === '' ? 'this is not right' : message, remedy: 'See watchers/README.md for what belongs here.' }];
  }
};

/** YAML with one line a value, so that one change is one line of a diff. Key order is the caller's. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

export const withFrontMatter = (facts: Readonly<Record<string, unknown>>, body: string): string => `---\n${writeYaml(facts)}---\n${body}`;

/**
 * Takes a file with front matter apart.
 * @returns null when the file has none, or it is not a YAML mapping.
 */
export const readFrontMatter = (source: string): { facts: Readonly<Record<string, unknown>>; body: string } | null => {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(source);
  if (!match) return null;
  const document = parseDocument(match[1] ?? '');
  const facts: unknown = document.errors.length > 0 ? null : document.toJS();
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null;
  return { facts: facts as Record<string, unknown>, body: source.slice(match[0].length) };
};
