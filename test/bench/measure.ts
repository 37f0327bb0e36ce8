// Two ways of doing one thing, in turn, so that a machine whose speed drifts does not favour either.

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** @param rounds counted rounds, after one that is not counted; prints medians in milliseconds and ours / theirs */
export const compare = async (
  title: string,
  sides: { ours: () => unknown; theirs: () => unknown; theirName: string },
  rounds = 7,
): Promise<void> => {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [work, times] of [[sides.ours, ours] as const, [sides.theirs, theirs] as const]) {
      const start = performance.now();
      await work();
      if (round > 0) times.push(performance.now() - start);
    }
  }
  const [a, b] = [median(ours), median(theirs)];
  process.stdout.write(`${title}: pactwatch ${a.toFixed(0)} ms, ${sides.theirName} ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)}\n`);
};
