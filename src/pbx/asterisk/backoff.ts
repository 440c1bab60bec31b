/** First pause after a failure; doubled each time up to the longest. */
const firstMs = 100;
const longestMs = 5_000;

/**
 * Milliseconds to wait before the next try: exponential with full jitter over the upper half, so that several
 * screeners do not knock in step.
 *
 * @param failures failed tries so far, from 1
 * @param chance in [0, 1)
 */
export function backoffMs(failures: number, chance: number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return ceiling / 2 + (ceiling / 2) * chance;
}
