import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { writtenForm } from '../number-groups';

/** A carrier writes all numbers in one form: another form came from elsewhere, or past it. */
export const unusualNumberForm = defineRule({
  id: 'unusual-number-form',
  group: 'origin',
  weight: 25,
  forgery: false,
  look({ caller: { number }, trunk, memory }) {
    const usual = memory.trunk.usualForm;
    if (usual === null || number === null) return null;
    const form = writtenForm(number);
    return form === null || form === usual ? null : { facts: { number: maskNumber(number), trunk: trunk.name, usual } };
  },
  wording: {
    ja: ({ number, trunk, usual }) =>
      usual === 'national'
        ? `回線「${trunk}」では日本の番号は 0 で始まる形で届きますが、${number} は国番号 81 の付いた形で届きました。`
        : `回線「${trunk}」では日本の番号は国番号 81 の付いた形で届きますが、${number} は 0 で始まる形で届きました。`,
    en: ({ number, trunk, usual }) =>
      usual === 'national'
        ? `Japanese numbers on trunk "${trunk}" begin with 0, but ${number} arrived with the country code 81.`
        : `Japanese numbers on trunk "${trunk}" arrive with the country code 81, but ${number} began with 0.`,
  },
  about: {
    ja: {
      sees: '日本の番号がいつも同じ形（`0…` か `+81…`）で届く回線（最近の50件以上の90%以上）に、もう一方の形で届いた日本の番号。国外の番号には働きません。',
      why: '電話会社は番号の形をそろえて渡します。形が違うのは、別の道を通ってきたか、電話会社を通らずに届いたしるしです。',
      falseAlarms: '電話会社が形を変えた直後や、転送された着信、国外でローミング中の携帯電話に働くことがあります。',
      tuning: '回線の習慣は着信から覚えるので、設定は要りません。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'A Japanese number in the other form than usual, on a trunk where at least 90 % of the last 50 or more came as `0…`, or as `+81…`. Foreign numbers are never met.',
      why: 'A carrier writes all numbers in one form. Another form came by another way, or past the carrier.',
      falseAlarms: 'Calls after the carrier changed its form, forwarded calls, and mobiles roaming abroad.',
      tuning: 'The habit of the trunk is learned from its calls; there is nothing but `weight` and `mode`.',
    },
  },
});
