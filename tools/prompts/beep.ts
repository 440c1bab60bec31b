import type { Beep } from '../../src/text/prompts';
import type { Sound } from './wav';

/** The tone after which a caller speaks. */

const rate = 8_000;
const half = 16_384;
/** A tone that begins at once clicks. */
const fadeSeconds = 0.01;

/** A sine that swells and fades; its loudness is the mastering's business. */
export function beep({ hertz, seconds }: Beep): Sound {
  const length = Math.round(seconds * rate);
  const fade = fadeSeconds * rate;
  return {
    rate,
    samples: Int16Array.from({ length }, (_, index) => {
      const swell = Math.min(1, (index + 1) / fade, (length - index) / fade);
      return Math.round(half * swell * Math.sin((2 * Math.PI * hertz * index) / rate));
    }),
  };
}
