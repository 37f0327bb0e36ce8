// Who may work now: places for so many at once, given out in the order in which they were asked for. Knows nothing of threads.

export interface Turns {
  /** @returns when the places are yours; give them back with `leave` */
  enter(places: number): Promise<void>;
  leave(places: number): void;
}

export const openTurns = (total: number): Turns => {
  let free = total;
  const waiting: { readonly places: number; readonly go: () => void }[] = [];
  const letIn = (): void => {
    for (let [next] = waiting; next !== undefined && next.places <= free; [next] = waiting) {
      waiting.shift();
      free -= next.places;
      next.go();
    }
  };
  return {
    enter: (places) =>
      new Promise((go) => {
        waiting.push({ places, go });
        letIn();
      }),
    leave: (places) => {
      free += places;
      letIn();
    },
  };
};
