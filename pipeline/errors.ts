// Every way in which a run can fail by name. Facts are fields; nobody decides by looking for words in a message.

export interface WatchErrorFacts {
  /** What a person can do about it, one sentence. */
  readonly remedy: string;
  /** The real address, file or field concerned. */
  readonly at: string;
  readonly cause?: unknown;
}

/** The base of all named errors. `code` is stable and goes into reports and `--json`. */
export abstract class WatchError extends Error {
  abstract readonly code: string;
  readonly remedy: string;
  readonly at: string;
  constructor(message: string, facts: WatchErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.remedy = facts.remedy;
    this.at = facts.at;
  }
}

/** No usable answer: line, time, size, redirect or server error. */
export class FetchError extends WatchError {
  readonly code: 'unreachable' | 'timeout' | 'too-large' | 'redirect' | 'server-error' | 'rate-limited' | 'budget' | 'no-browser';
  readonly status: number | null;
  constructor(code: FetchError['code'], message: string, facts: WatchErrorFacts & { status?: number | null }) {
    super(message, facts);
    this.code = code;
    this.status = facts.status ?? null;
  }
}

/** A challenge, a wall, or a robots.txt that says no. Nothing may be concluded from it. */
export class BlockedError extends WatchError {
  readonly code: 'blocked' | 'refused';
  /** What gave it away: a header, a title, a sentence. */
  readonly evidence: string;
  constructor(code: BlockedError['code'], message: string, facts: WatchErrorFacts & { evidence: string }) {
    super(message, facts);
    this.code = code;
    this.evidence = facts.evidence;
  }
}

/** A page whose shape is not the one that its watcher declares, a list that is known not to be whole, a page that says something else at every look. */
export class LayoutError extends WatchError {
  readonly code: 'layout-changed' | 'cut-off' | 'unstable';
  constructor(message: string, facts: WatchErrorFacts, code: LayoutError['code'] = 'layout-changed') {
    super(message, facts);
    this.code = code;
  }
}

/** Bytes that could not be turned into text. */
export class ExtractError extends WatchError {
  readonly code:
    | 'damaged'
    | 'encrypted'
    | 'no-text-layer'
    | 'unreadable-text'
    | 'wrong-type'
    | 'too-many-pages'
    | 'too-large'
    | 'timeout'
    /** The page is there, and what it said is not. */
    | 'emptied'
    /** The file was not looked at: what reads it could not be started. */
    | 'no-reader';
  constructor(code: ExtractError['code'], message: string, facts: WatchErrorFacts) {
    super(message, facts);
    this.code = code;
  }
}

/** One thing wrong in something that a person wrote. */
export interface Problem {
  readonly file: string;
  /** 1-based; null where the file as a whole is meant. */
  readonly line: number | null;
  /** Path of the key, `manners.pause`; '' for the whole file. */
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
}

/** Settings, watcher or corpus files that cannot be used. Carries every problem at once. */
export class DeclarationError extends WatchError {
  readonly code = 'declaration';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const rows = problems.map(
      (p) => `${p.file}${p.line === null ? '' : `:${p.line}`}  ${p.key === '' ? '' : `${p.key}: `}${p.message}. ${p.remedy}`,
    );
    super(rows.join('\n'), { at: problems[0]?.file ?? '', remedy: problems[0]?.remedy ?? '' });
    this.problems = problems;
  }
}

/** The command line was used wrongly: exit code 2, nothing was done. */
export class UsageError extends WatchError {
  readonly code = 'usage';
}

/** Files of ours that cannot be read or written. */
export class StoreError extends WatchError {
  readonly code = 'store';
}

/** GitHub (or the folder that stands for it) did not take an issue. */
export class IssueError extends WatchError {
  readonly code: 'unauthorised' | 'not-found' | 'disabled' | 'incomplete-list' | 'rejected' | 'unreachable';
  readonly status: number | null;
  constructor(code: IssueError['code'], message: string, facts: WatchErrorFacts & { status?: number | null }) {
    super(message, facts);
    this.code = code;
    this.status = facts.status ?? null;
  }
}
