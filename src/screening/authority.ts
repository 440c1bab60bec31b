import type { NumberInfo } from '../numbering/number-info';
import type { Knowledge } from './knowledge';
import { endsLikePolice } from './number-groups';

/**
 * The number of somebody one obeys, or one made to look like it. Forgers take the trouble for these: what vouches for an
 * ordinary caller and can be had by anybody (a forwarding, a second try with a number, a digit pressed) does not for them.
 */
export function claimsAuthority(number: NumberInfo, { protectedNumbers }: Knowledge): boolean {
  return (
    endsLikePolice(number) || protectedNumbers.ownerOf(number) !== null || protectedNumbers.imitatedBy(number) !== null
  );
}

/**
 * A number that is forged for the sake of its owner: an authority's, or one of the office itself, for the head office is
 * obeyed, too. That the caller was let through before speaks for none of them.
 */
export function isWorthForging(number: NumberInfo, knowledge: Knowledge): boolean {
  return knowledge.isOwn(number) || claimsAuthority(number, knowledge);
}
