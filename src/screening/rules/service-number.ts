import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { isServiceNumber } from '../number-groups';

/** Mostly sales; banks and couriers present such numbers too, hence the small weight. */
export const serviceNumber = defineRule({
  id: 'service-number',
  group: 'plan',
  weight: 10,
  forgery: false,
  look({ caller: { number } }) {
    return number !== null && isServiceNumber(number) ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} は着信用の番号（0120・0800・0570）で、発信元として表示されています。`,
    en: ({ number }) => `${number} is a number for receiving calls (0120, 0800, 0570), shown here as the caller.`,
  },
  about: {
    ja: {
      sees: '0120・0800・0570 の番号が発信者として表示されていること。',
      why: '着信用の番号で、多くは営業の電話です。',
      falseAlarms: '銀行、宅配、コールセンターからの折り返しもこの番号を表示するので、重みは小さくしてあります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'A 0120, 0800 or 0570 number shown as the caller.',
      why: 'These are numbers for receiving calls; whoever shows one mostly wants to sell something.',
      falseAlarms: 'Banks, couriers and call centres show them too, hence the small weight.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
