import type { Caller } from '../caller/caller';

/** The number as a notice may show it, all digits; `null` where the caller shows none. */
export function toldNumber({ number, presentation }: Caller): string | null {
  if (number === null || presentation !== 'presented') return null;
  return number.national ?? number.e164;
}
