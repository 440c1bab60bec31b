import { maskNumber } from '../../numbering/mask';
import type { NumberInfo } from '../../numbering/number-info';
import { defineRule } from '../finding';
import { isFromAbroad, isJapanese, isServiceNumber } from '../number-groups';

/** From is the caller's word, P-Asserted-Identity the network's (RFC 3325); only trusted ones get this far. */
export const fromDiffersFromAsserted = defineRule({
  id: 'from-differs-from-asserted',
  group: 'origin',
  weight: 30,
  variants: { differs: 30, 'asserted-from-abroad': 70 },
  forgery: true,
  look({ caller: { number }, origin: { assertedNumber: asserted } }) {
    if (number === null || asserted === null || asserted.e164 === null || asserted.e164 === number.e164) return null;
    if (mayBePresentedFor(number, asserted)) return null;
    const variant = isJapanese(number) && isFromAbroad(asserted) ? 'asserted-from-abroad' : 'differs';
    return { facts: { number: maskNumber(number), asserted: maskNumber(asserted) }, variant };
  },
  wording: {
    ja: ({ number, asserted }) => `表示された番号は ${number} ですが、網が確かめた番号は ${asserted} です。`,
    en: ({ number, asserted }) => `The call shows ${number}, but the network asserts ${asserted}.`,
  },
});

/** An office shows its main number, or its 0120, 0800 or 0570, while the network asserts the line behind it. */
function mayBePresentedFor(shown: NumberInfo, line: NumberInfo): boolean {
  if (line.kind !== 'fixed' && line.kind !== '050') return false;
  // The tables name the carrier of no 0570 number, and not of every 0120: what they leave out contradicts nothing.
  if (isServiceNumber(shown) && shown.carrier === null) return true;
  if (shown.carrier === null || shown.carrier.id !== line.carrier?.id) return false;
  return isServiceNumber(shown) || shown.kind === line.kind;
}
