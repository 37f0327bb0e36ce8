// What a run knows of each host, whichever watcher asks: its line, its robots.txt, and whether it answers at all. Sends nothing.

import { createLane, type Lane, type World } from './lane.ts';
import type { RobotRules } from './robots.ts';

export interface Host {
  readonly lane: Lane;
  /** The last request to it got no answer, however often it was tried. */
  silent: boolean;
}

export class Hosts {
  readonly #world: World;
  readonly #hosts = new Map<string, Host>();
  readonly #rules = new Map<string, Promise<RobotRules>>();

  constructor(world: World) {
    this.#world = world;
  }

  at({ host }: URL): Host {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const fresh: Host = { lane: createLane(this.#world), silent: false };
    this.#hosts.set(host, fresh);
    return fresh;
  }

  /** Read once per run; a refusal or a failure stands for the rest of it. */
  rules({ origin }: URL, read: () => Promise<RobotRules>): Promise<RobotRules> {
    const known = this.#rules.get(origin);
    if (known !== undefined) return known;
    const rules = read();
    this.#rules.set(origin, rules);
    return rules;
  }
}
