import { maskNumber } from '../../numbering/mask';
import { carrierName } from '../carrier-names';
import { defineRule } from '../finding';
import { carrierOfHost } from '../hosts';

/** Variants are kinds: over half of all mobiles have been ported, landlines since January 2025, 050 hardly ever. */
const weights = { fixed: 10, mobile: 5, '050': 20 } as const;

/** Weak alone: allocated is not current. The header nearest to the origin that the trunk's `hosts` knows is asked. */
export const originCarrierDiffers = defineRule({
  id: 'origin-carrier-differs',
  group: 'origin',
  weight: 10,
  variants: weights,
  forgery: false,
  look({ caller: { number }, origin, trunk }) {
    if (number === null || number.carrier === null || !Object.hasOwn(weights, number.kind)) return null;
    const { hosts } = trunk.profile;
    const actual =
      carrierOfHost(origin.origIoi, hosts) ??
      carrierOfHost(origin.assertedHost, hosts) ??
      carrierOfHost(origin.fromHost, hosts);
    if (actual === null || actual === number.carrier.id) return null;
    return { facts: { number: maskNumber(number), carrier: number.carrier.id, actual }, variant: number.kind };
  },
  wording: {
    ja: ({ number, carrier, actual }) =>
      `${number} は ${carrierName(carrier, 'ja')} に割り当てられた番号ですが、網は ${carrierName(actual, 'ja')} からの着信だと伝えています。`,
    en: ({ number, carrier, actual }) =>
      `${number} is allocated to ${carrierName(carrier, 'en')}, but the network names ${carrierName(actual, 'en')} as the origin.`,
  },
});
