import type { TrunkProfile } from '../../config/schema';
import { maskNumber } from '../../numbering/mask';
import type { NumberInfo } from '../../numbering/number-info';
import { defineRule } from '../finding';
import { isFromAbroad } from '../number-groups';

/** The trunk says it carries no foreign calls, by `carriesForeign: false` or by a list of kinds without them. */
export const foreignOnNationalOnly = defineRule({
  id: 'foreign-on-national-only',
  group: 'origin',
  weight: 60,
  forgery: true,
  look({ caller: { number }, trunk }) {
    if (number === null || !isFromAbroad(number) || mayCarry(trunk.profile, number)) return null;
    return { facts: { number: maskNumber(number), trunk: trunk.name } };
  },
  wording: {
    ja: ({ number, trunk }) => `${number} は国外の番号ですが、回線「${trunk}」に国外の番号は現れないはずです。`,
    en: ({ number, trunk }) => `${number} is a foreign number, but trunk "${trunk}" should carry none.`,
  },
});

function mayCarry({ carriesForeign, kinds }: TrunkProfile, { kind }: NumberInfo): boolean {
  if (!carriesForeign) return false;
  return kinds === null || kinds.includes(kind === 'global-service' ? 'global-service' : 'foreign');
}
