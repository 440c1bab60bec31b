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
  look({ caller: { number }, origin, trunk, memory }) {
    if (number === null || number.carrier === null || !Object.hasOwn(weights, number.kind)) return null;
    // Whoever always came so was ported.
    if (memory.caller.standing === 'known') return null;
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
  about: {
    ja: {
      sees: '網が示す発信元の事業者（orig-ioi、P-Asserted-Identity や From のホスト）が、番号帯の割当事業者と違うこと。いつもこの経路でかけてくる、なじみの相手には働きません。',
      why: '番号と実際の発信元が食い違っています。ただし番号ポータビリティがあるので、弱いしるしです。',
      falseAlarms: '番号を持ったまま事業者を変えた人に働きます。',
      tuning:
        'どのホスト名がどの事業者かを、回線の `hosts` に書くと働きます。`weight` を変えると、種別ごとの重み（固定 +10、携帯 +5、050 +20）も同じ割合で変わります。',
    },
    en: {
      sees: "The carrier the network names as the origin (orig-ioi, host of P-Asserted-Identity or of From) is not the one the number's block is allocated to. It is silent for a known caller who always comes so.",
      why: 'The number and the place it comes from do not agree; numbers are ported, so it is a weak sign.',
      falseAlarms: 'People who kept their number when they changed carrier.',
      tuning:
        "It needs the trunk's `hosts`, which say what host names belong to what carrier. A configured `weight` changes its variants (landline +10, mobile +5, 050 +20) in proportion.",
    },
  },
});
