const shortest = 500;
const longest = 10_000;

/**
 * Milliseconds before try number `attempt` (from 0): doubles up to 10 s, half of it random, so that thousands of
 * browsers do not come back in one moment when a server restarts.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (random() * ceiling) / 2;
}
