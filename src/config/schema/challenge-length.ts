import type { z } from 'zod';
import type { challengeSchema } from './challenge';

/** What is said before; no prompt is longer. */
const prefaceSeconds = 8;
/** What is said before each digit is awaited. */
const digitWordsSeconds = 14;
/** The request for a name, the tone, and finding out whether anything was said. */
const nameWordsSeconds = 12;

/**
 * How long a caller who says and presses nothing is busy with the longest challenge, in seconds. A call-back that cannot be
 * made becomes a stated name.
 */
export function longestChallenge({
  usual,
  choices,
  attempts,
  digitTimeoutSeconds,
  nameSeconds,
}: z.infer<typeof challengeSchema>): number {
  const each = [{ kind: usual, preface: 'none' }, ...choices].map(({ kind, preface }) => {
    const words = kind === 'press-digit' ? digitWordsSeconds + digitTimeoutSeconds : nameWordsSeconds + nameSeconds;
    return attempts * words + (preface === 'none' ? 0 : prefaceSeconds);
  });
  return Math.max(...each);
}
