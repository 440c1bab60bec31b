import type { TrunkProfile } from '../../config/schema';
import { maskNumber } from '../../numbering/mask';
import type { Carrier } from '../../numbering/number-info';
import { carrierName } from '../carrier-names';
import { defineRule } from '../finding';
import { isJapanese, isServiceNumber } from '../number-groups';
import { carrierFact } from '../phrases';

/**
 * The trunk can carry numbers of certain carriers or kinds only, and this is none of them.
 * Numbers are ported, so the block's carrier may not be today's: never proof. A block without a known carrier says nothing.
 */
export const carrierNotOnThisTrunk = defineRule({
  id: 'carrier-not-on-this-trunk',
  group: 'origin',
  weight: 60,
  variants: { fixed: 60, '050': 60, mobile: 30, 'toll-free': 60, navi: 60 },
  forgery: true,
  look({ caller: { number }, trunk }) {
    if (number === null || !isJapanese(number)) return null;
    const { kind, carrier } = number;
    const kindFits = trunk.profile.kinds === null || trunk.profile.kinds.some((allowed) => allowed === kind);
    // Whoever rents a 0120 or 0570 number shows it from any carrier's line.
    if (kindFits && (isServiceNumber(number) || carrier === null || mayCarry(trunk.profile, carrier))) return null;
    const facts = { number: maskNumber(number), carrier: kindFits ? carrierFact(carrier) : '', trunk: trunk.name };
    return { facts, variant: kind };
  },
  wording: {
    ja: ({ number, carrier, trunk }) =>
      carrier === ''
        ? `${number} の種別の番号は、回線「${trunk}」に現れないはずです。`
        : `${number} は ${carrierName(carrier, 'ja')} に割り当てられた番号ですが、回線「${trunk}」に同社の番号は現れないはずです。`,
    en: ({ number, carrier, trunk }) =>
      carrier === ''
        ? `Trunk "${trunk}" should carry no numbers of the kind of ${number}.`
        : `${number} is allocated to ${carrierName(carrier, 'en')}, whose numbers trunk "${trunk}" should not carry.`,
  },
  about: {
    ja: {
      sees: '番号帯の割当事業者か番号の種別が、その回線に現れないはずのもの（`reach: on-net` や、`carriers`・`kinds` に挙げたもの以外）であること。',
      why: '網内だけの回線に他社の番号が現れるのは、番号が偽られたときか、番号ポータビリティで移った番号のときです。',
      falseAlarms: '他社から番号を持ったまま移ってきた人に働きます。携帯電話では多いので、重みを半分にしてあります。',
      tuning:
        '回線の `reach`・`operator`・`carriers`・`kinds` です。`weight` を変えると、種別ごとの重みも同じ割合で変わります。',
    },
    en: {
      sees: 'A number whose block is allocated to a carrier, or whose kind is one, that the trunk should not carry: on an `on-net` trunk, or outside its `carriers` or `kinds`.',
      why: "Another carrier's number on a trunk within one network is forged, or it was ported.",
      falseAlarms:
        'People who kept their number when they changed carrier; mobiles do so often, hence half the weight.',
      tuning:
        '`reach`, `operator`, `carriers` and `kinds` of the trunk. A configured `weight` changes all variants in proportion.',
    },
  },
});

/** A trunk always carries its own operator's numbers; an on-net trunk only those, and what `carriers` adds. */
function mayCarry({ reach, operator, carriers }: TrunkProfile, { id }: Carrier): boolean {
  if (carriers === null) return reach !== 'on-net' || operator === null || operator === id;
  return operator === id || carriers.includes(id);
}
