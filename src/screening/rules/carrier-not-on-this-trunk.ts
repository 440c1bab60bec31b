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
});

/** A trunk always carries its own operator's numbers; an on-net trunk only those, and what `carriers` adds. */
function mayCarry({ reach, operator, carriers }: TrunkProfile, { id }: Carrier): boolean {
  if (carriers === null) return reach !== 'on-net' || operator === null || operator === id;
  return operator === id || carriers.includes(id);
}
