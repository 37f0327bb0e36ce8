// What cli.ts hands to every command. Loaded before any verb is known, so nothing heavy belongs here.

export const VERSION = '0.1.0';

/** What the world outside gives to a command. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
  readonly cwd: string;
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface GlobalOptions {
  readonly root: string;
  readonly settings?: string;
  readonly corpus?: string;
}
