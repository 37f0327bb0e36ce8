// What a look is about, and how it is noted.

import type { Circumstances } from '../../snapshot.ts';
import type { IsoDate, Language, Outcome, Reference } from '../../types.ts';
import type { Known } from '../known.ts';
import { note, type Session } from '../session.ts';

export interface Target extends Circumstances {
  readonly reference: Reference;
  readonly language: Language;
  /** Another language version of it was public in this run. */
  readonly elsewhere: boolean;
  /** Record, but tell nobody: the first sight of its source. */
  readonly baseline: boolean;
  /** While the walk catches up: what is dated before this day was there before it began, and is only recorded. */
  readonly since: IsoDate | null;
  /** Keep a document met on the walk only when it concerns the corpus or the settings. */
  readonly onlyInteresting: boolean;
}

/** One look as it goes on. */
export interface Sight {
  readonly target: Target;
  readonly id: string;
  readonly url: string;
  readonly known: Known;
}

export const tell = (session: Session, { id, url }: Sight, outcome: Outcome, reason: string): void =>
  note(session, { entry: id, url, outcome, reason });

/** The host gave an answer beyond doubt. */
export const answered = (session: Session, { id }: Sight): void => void session.good.add(id);

/** Nothing is left to do about this address today. */
export const noteDay = (session: Session, { id, target }: Sight): void => {
  session.looks.days[`${id}/${target.language}`] = session.context.today;
};
