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
});
