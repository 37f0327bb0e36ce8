// A source whose robots.txt is known to refuse programs stays off without being a failure. It is said at every run and in `status`.

import { BlockedError } from '../errors.ts';
import type { Session } from './session.ts';

/** @returns what to say when nothing but the expected refusal kept the source from being read; null when it is not that */
export const tellRefusal = ({ watcher, errors, good, looks }: Session): { readonly code: string; readonly message: string } | null => {
  const refuses = 'refuses' in watcher ? watcher.refuses : undefined;
  // A source that did answer, and does no more, is blocked and not off.
  if (Object.keys(looks.days).some((key) => key.startsWith(`${watcher.id}/`))) return null;
  if (refuses === undefined || good.size > 0 || errors.length === 0 || !errors.every(isRefusal)) return null;
  return {
    code: 'refused',
    message:
      `stays off: ${refuses}. With the operator's permission set "watchers.${watcher.id}.robots: permitted" and "permittedBy"; ` +
      `without it, pages saved by hand enter by "pactwatch import ${watcher.id} <file>"`,
  };
};

/** Said by robots.txt, or by a wall in front of it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof BlockedError && (error.code === 'refused' || new URL(error.at).pathname === '/robots.txt');
