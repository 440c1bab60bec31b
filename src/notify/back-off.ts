/** What does not arrive is tried for so long, and so often; a notice that is a day old tells nobody anything. */
export const longestAgeMs = 24 * 3_600_000;
export const mostAttempts = 40;

const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;

/**
 * How long a receiver is left alone after so many failures in a row: 5 s, 10 s, 20 s … one hour, or longer if it said so
 * itself (Retry-After), less up to a half by chance, so that many senders do not come back all at once.
 *
 * @param chance from 0 to 1
 */
export function pauseAfter(failures: number, retryAfterMs: number | null, chance: number): number {
  const usual = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  const asked = Math.min(retryAfterMs ?? 0, longestAgeMs);
  return Math.max(asked, usual * (1 - chance / 2));
}
