// What the run of a `numbers` watcher holds besides what every run holds.

import type { AbsentReason, Entry, IsoDate, Language, NumbersWatcher } from '../../types.ts';
import { newSession, type Session } from '../session.ts';

/** An answer that shows neither a document nor plainly that there is none. It counts only beside a plain one. */
export interface Doubt {
  readonly id: string;
  readonly language: Language;
  readonly reason: AbsentReason;
}

export interface NumbersSession extends Session<NumbersWatcher> {
  readonly asked: Record<string, IsoDate>;
  readonly frontier: Record<string, number>;
  readonly passedOver: Set<string>;
  readonly unseen: Set<string>;
  readonly doubts: Doubt[];
  /** Numbers that gave nothing in any language, with what to record once the source has proved that it answers at all. */
  readonly absences: { readonly id: string; readonly entry: Entry | null }[];
}

export const openNumbers = async (
  watcher: NumbersWatcher,
  context: Session['context'],
  rest: Pick<Session, 'fetcher' | 'looks'>,
): Promise<NumbersSession> => {
  const { entries, numbers } = await context.store.snapshot(watcher.id);
  return {
    ...newSession(watcher, context, { ...rest, entries, baselines: numbers.baselines }),
    asked: { ...numbers.asked },
    frontier: { ...numbers.frontier },
    passedOver: new Set(numbers.passedOver),
    unseen: new Set(numbers.unseen),
    doubts: [],
    absences: [],
  };
};

export const saveNumbers = async (session: NumbersSession): Promise<void> => {
  const { context, watcher, baselines, asked, frontier, passedOver, unseen } = session;
  if (context.dryRun) return;
  await context.store.saveNumbers(watcher.id, { baselines, asked, frontier, passedOver: [...passedOver], unseen: [...unseen] });
};

/** Answers came, but no document and no plain "not found" among them: nothing can be concluded from any of them. */
export const isUnproven = (session: NumbersSession): boolean => session.good.size === 0 && session.doubts.length > 0;

/** A number that gave something is no longer asked for as one that is not available. */
export const forgetAsked = (session: NumbersSession, id: string, language: Language | null): void => {
  delete session.asked[id];
  if (language !== null) delete session.asked[`${id}/${language}`];
};
