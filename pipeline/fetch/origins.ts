// Real addresses and the stand-ins that serve them. Only fetch/ ever sees a stand-in; nothing here sends a request.

import { DeclarationError, type Problem } from '../errors.ts';

/** Real origin to stand-in origin: `{"https://data.consilium.europa.eu": "http://127.0.0.1:4010"}`. */
export type OriginTable = Readonly<Record<string, string>>;

export interface Origins {
  /** The address that is really asked. */
  readonly standIn: (real: URL) => URL;
  /** The address that is stored and shown. `near` decides where one stand-in serves several origins. */
  readonly real: (address: URL, near: URL) => URL;
  /** Whether the table names this real origin. */
  readonly names: (origin: string) => boolean;
}

// Joined as text: resolving would read a path that begins with // as another host.
const move = (url: URL, origin: string): URL => new URL(origin + url.pathname + url.search + url.hash);

const otherScheme = (origin: string): string => (origin.startsWith('https:') ? `http:${origin.slice(6)}` : `https:${origin.slice(5)}`);

export const createOrigins = (table: OriginTable): Origins => {
  const pairs = Object.entries(table).map(([real, standIn]): [string, string] => [new URL(real).origin, new URL(standIn).origin]);
  const standIns = new Map(pairs);
  /** Some sites redirect between http and https: whoever stands for one of them stands for both, unless the table says otherwise. */
  const standInOf = (origin: string): string | undefined => standIns.get(origin) ?? standIns.get(otherScheme(origin));
  return {
    standIn: (real) => {
      const to = standInOf(real.origin);
      return to === undefined ? real : move(real, to);
    },
    real: (address, near) => {
      if (standInOf(near.origin) === address.origin) return move(address, near.origin);
      const pair = pairs.find(([, standIn]) => standIn === address.origin);
      return pair === undefined ? address : move(address, pair[0]);
    },
    names: (origin) => standIns.has(origin),
  };
};

/** This machine itself: nobody else's host, so no pause is owed to it. */
export const isLoopback = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
};

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`;
};

const EXAMPLE = 'Write {"https://data.consilium.europa.eu": "http://127.0.0.1:4010"}.';

/**
 * Reads the table as people write it into the environment.
 * @param at what to call it in messages: `PACTWATCH_ORIGINS`
 * @throws DeclarationError with every problem at once
 */
export const parseOrigins = (json: string, at: string): OriginTable => {
  const fail = (problems: readonly Omit<Problem, 'file' | 'line'>[]): never => {
    throw new DeclarationError(problems.map((problem) => ({ file: at, line: null, ...problem })));
  };
  let table: unknown;
  try {
    table = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail([{ key: '', message: `this is not JSON (${error.message})`, remedy: EXAMPLE }]);
  }
  if (typeof table !== 'object' || table === null || Array.isArray(table)) {
    return fail([{ key: '', message: 'this is not a JSON object of origins', remedy: EXAMPLE }]);
  }
  const rows = Object.entries(table);
  const problems = rows.flatMap(([real, standIn]) =>
    [real, standIn]
      .filter((value) => typeof value !== 'string' || !isOrigin(value))
      .map((value) => ({
        key: real,
        message: `${JSON.stringify(value)} is not an origin`,
        remedy: 'Write only scheme, host and port, such as https://data.consilium.europa.eu.',
      })),
  );
  if (problems.length > 0) return fail(problems);
  return Object.fromEntries(rows.map(([real, standIn]) => [new URL(real).origin, new URL(String(standIn)).origin]));
};
