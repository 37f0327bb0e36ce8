// Rows from JSON: a whole answer, or a value that a script of a page is given.

import type { JsonReader } from '../types.ts';
import type { Found } from './found.ts';
import { type ListName, layoutError } from './layout.ts';

/**
 * The end of the value that begins at `from` with a bracket; -1 when it has none. Strings may hold brackets, quotes and whole scripts.
 */
const endOfValue = (text: string, from: number): number => {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
};

const escapeRegExp = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** All values assigned to it, as text: `window.X = {…}`, `var X = […]`, `window["X"]={…}`. */
const assigned = (text: string, variable: string): readonly string[] => {
  const name = escapeRegExp(variable.split('.').at(-1) ?? variable);
  const assignment = new RegExp(`(?<![\\w$])(?:${escapeRegExp(variable)}|${name}|\\w+\\[["']${name}["']\\])\\s*=\\s*(?=[{[])`, 'g');
  return [...text.matchAll(assignment)].flatMap((found) => {
    const from = found.index + found[0].length;
    const end = endOfValue(text, from);
    return end === -1 ? [] : [text.slice(from, end)];
  });
};

const parse = (text: string): { readonly data: unknown } | null => {
  try {
    return { data: JSON.parse(text) };
  } catch {
    // A SyntaxError is all that there can be: it is no JSON, which the caller says with the name of the list.
    return null;
  }
};

/** @throws LayoutError for what is no JSON, or JSON of another shape */
export const readJson = (text: string, reader: JsonReader, list: ListName): Found => {
  const bodies = reader.variable === undefined ? [text] : assigned(text, reader.variable);
  const values = bodies.flatMap((body) => parse(body) ?? []);
  if (values.length === 0) {
    throw layoutError(list, reader.variable === undefined ? 'what came is no JSON' : `no script gives a value to ${reader.variable}`);
  }
  for (const { data } of values) {
    const items = reader.rows(data);
    if (items === null) continue;
    const rows = items.flatMap((item) => reader.row(item) ?? []);
    return { rows, seen: items.length, total: reader.total?.(data) ?? null, landmarks: false, base: list.at };
  }
  throw layoutError(list, 'the JSON has another shape than expected');
};
