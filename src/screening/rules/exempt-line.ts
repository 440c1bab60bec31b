import type { Language } from '../../text/language';
import { defineRule } from '../finding';
import type { Exemption } from '../knowledge';

const uses: Readonly<Record<Exemption, Readonly<Record<Language, string>>>> = {
  fax: { ja: 'ファクス', en: 'fax' },
  alarm: { ja: '警報装置', en: 'alarm' },
  lift: { ja: 'エレベーター', en: 'lift' },
  intercom: { ja: 'インターホン', en: 'intercom' },
  other: { ja: 'その他', en: 'other' },
};

/** A machine cannot press a digit, and a person stuck in a lift must not have to. */
export const exemptLine = defineRule({
  id: 'exempt-line',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ called }, knowledge) {
    const exemption = knowledge.exemption(called);
    return exemption === null ? null : { facts: { exemption } };
  },
  wording: {
    ja: ({ exemption }) => `着信した番号は判定の対象外に指定されています（${uses[exemption].ja}）。`,
    en: ({ exemption }) => `The called number is marked as exempt (${uses[exemption].en}).`,
  },
  about: {
    ja: {
      sees: 'かけられた番号が `office.lines` で判定の対象外（`exempt`）になっていること。自社のほかの番号にもかかっているように見えるときは働きません。',
      why: 'ファクスや警報装置は数字を押せませんし、エレベーターに閉じ込められた人に押させるわけにはいきません。',
      falseAlarms: 'その番号には迷惑電話もそのまま届きます。人が電話に出る番号は、対象外にしないでください。',
      tuning: '`office.lines` の `exempt` で、番号ごとに指定します。',
    },
    en: {
      sees: 'Whether the called number is marked `exempt` in `office.lines`. It does not fire when the call seems to be for another number of the office as well.',
      why: 'A fax or an alarm cannot press a digit, and a person stuck in a lift must not have to.',
      falseAlarms: 'Nuisance calls reach such a number too: do not exempt one that people answer.',
      tuning: '`exempt` in `office.lines`, for each number.',
    },
  },
});
