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
  about: {
    ja: {
      sees: '信用できる回線で、表示された番号（From）と網が確かめた番号（P-Asserted-Identity）が違うこと。日本の番号の裏に国外の番号があると、重くなります。',
      why: 'From は発信者の名乗り、P-Asserted-Identity は網の証言です。食い違えば、名乗りのほうが疑わしくなります。',
      falseAlarms:
        '代表番号や 0120 を表示する会社は同じ事業者・種別なら働きませんが、別の事業者の 0120 を表示するコールセンターなどに働きます。',
      tuning:
        '回線の `trustsAssertedIdentity` が要ります。`weight` を変えると、場合ごとの重み（+30、+70）も同じ割合で変わります。',
    },
    en: {
      sees: 'On a trusted trunk, the number shown (From) and the one the network asserts (P-Asserted-Identity) differ; it weighs more when a foreign number stands behind a Japanese one.',
      why: "From is the caller's word, P-Asserted-Identity the network's: where they differ, the caller's is in doubt.",
      falseAlarms:
        'Firms that show their main or 0120 number are excused where carrier and kind fit; a call centre that shows a 0120 of another carrier is not.',
      tuning:
        'It needs `trustsAssertedIdentity` at the trunk. A configured `weight` changes both variants (+30, +70) in proportion.',
    },
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
