import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** +422, +801, +295 …: country codes the world plan (ITU-T E.164) gives to nobody. */
export const nonexistentCountry = defineRule({
  id: 'nonexistent-country',
  group: 'plan',
  weight: 100,
  forgery: true,
  look({ caller: { number } }) {
    return number?.kind === 'nonexistent-country' ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} は、存在しない国番号で始まっています。`,
    en: ({ number }) => `${number} begins with a country code that does not exist.`,
  },
  about: {
    ja: {
      sees: '存在しない国番号で始まる番号（+422、+801、+295 など）。',
      why: '世界の番号計画（ITU-T E.164）でだれにも割り当てられていないので、本物ではありえません。日本の番号に見せるために使われています。',
      falseAlarms: 'まずありません。ごく新しい国番号ができたときは、番号データの更新で直ります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'A number that begins with a country code which does not exist: +422, +801, +295 and so on.',
      why: "The world's numbering plan (ITU-T E.164) gives it to nobody, so it cannot be genuine. Forgers use such codes to imitate Japanese numbers.",
      falseAlarms: 'Hardly any; should a new country code appear, a newer version knows it.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
