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
  about: {
    ja: {
      sees: '国外の番号が来ないはずの回線（`carriesForeign: false`、または `kinds` に国外がない）に現れた国外の番号。',
      why: 'その回線の事業者が運ばないはずのものなので、途中で作られた番号と考えられます。',
      falseAlarms: '回線の設定が事実と違うときは、国外からの着信すべてに働きます。',
      tuning: '回線の `carriesForeign` と `kinds` です。分からないときは `carriesForeign: true` のままにしてください。',
    },
    en: {
      sees: 'A foreign number on a trunk that should carry none: `carriesForeign: false`, or `kinds` without foreign ones.',
      why: 'The operator does not bring such calls, so the number was made up on the way.',
      falseAlarms: "If the trunk's profile is wrong, every call from abroad is met.",
      tuning: '`carriesForeign` and `kinds` of the trunk; when in doubt leave `carriesForeign: true`.',
    },
  },
});

function mayCarry({ carriesForeign, kinds }: TrunkProfile, { kind }: NumberInfo): boolean {
  if (!carriesForeign) return false;
  return kinds === null || kinds.includes(kind === 'global-service' ? 'global-service' : 'foreign');
}
