import { fixedBlockDigits } from './area-codes';
import type { NumberInfo, NumberKind } from './number-info';
import { formatForeign } from './world';

/** Lengths of the groups that Japan writes with hyphens between them; the last group takes what is left. */
const groups: Partial<Record<NumberKind, readonly number[]>> = {
  mobile: [3, 4],
  '050': [3, 4],
  m2m: [3, 4],
  pager: [3, 4],
  'toll-free': [4, 3],
  navi: [4, 3],
  premium: [4, 3],
  fmc: [4, 3],
};

/**
 * The number as people in Japan write it: `03-3581-4321`, `090-1234-5678`, `0120-123-456`, and foreign ones as
 * `+44 20 7946 0018`. What is no number stays as it arrived.
 */
export function formatNational(info: NumberInfo): string {
  const { kind, national, areaCode, e164, input } = info;
  if (national === null) return e164 === null ? input : formatForeign(e164);
  // The exchange is what is left of a block's six digits before the subscriber's four: 03-3581, 01267-2.
  const lengths = areaCode === null ? groups[kind] : [areaCode.length, fixedBlockDigits - areaCode.length];
  return hyphenated(national, lengths ?? []);
}

function hyphenated(digits: string, lengths: readonly number[]): string {
  let start = 0;
  let text = '';
  for (const length of lengths) {
    text += `${digits.slice(start, start + length)}-`;
    start += length;
  }
  return text + digits.slice(start);
}
