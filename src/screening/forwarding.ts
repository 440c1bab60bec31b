import type { Evidence } from './finding';
import { dialKey } from './number-groups';

/**
 * True when a trusted trunk says that somebody forwarded the call (RFC 5806, RFC 7044). Some providers name the called
 * number itself on every call: nobody forwarded that.
 */
export function wasForwarded({ origin: { diverted, divertedBy }, called }: Evidence): boolean {
  if (divertedBy === null) return diverted;
  return diverted && !called.candidates.some((number) => dialKey(number) === dialKey(divertedBy));
}
