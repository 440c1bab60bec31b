import type { Evidence } from './finding';
import { dialKey } from './number-groups';

/**
 * The line a call came in on, as text that is equal for the same trunk and called number: where a withheld call was
 * rejected, and a second one with a number may follow.
 */
export function lineOf({ trunk, called }: Pick<Evidence, 'trunk' | 'called'>): string {
  return JSON.stringify([trunk.name, called.number === null ? null : dialKey(called.number)]);
}
