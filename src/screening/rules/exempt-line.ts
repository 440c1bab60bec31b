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
});
