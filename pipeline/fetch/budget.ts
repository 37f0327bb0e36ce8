// How much one watcher has asked in a run, and how much more it may. Counts; sends nothing.

import { FetchError } from '../errors.ts';

export class Budget {
  readonly #most: number;
  #left: number;
  #sent = 0;

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** Requests so far, those that cost nothing included. */
  get sent(): number {
    return this.#sent;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** @throws FetchError `budget` */
  check(url: string): void {
    if (!this.isSpent) return;
    throw new FetchError('budget', `${url} was not asked: the ${this.#most} requests of this run are used up`, {
      at: url,
      remedy: 'The next run goes on from here. To ask more in one run, raise "manners.budget".',
    });
  }

  /** @throws FetchError `budget`, and counts nothing */
  spend(url: string): void {
    this.check(url);
    this.#left -= 1;
    this.#sent += 1;
  }

  /** What is asked for good manners costs nothing. */
  spendNothing(): void {
    this.#sent += 1;
  }
}
