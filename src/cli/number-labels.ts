import type { BlockStatus } from '../numbering/number-info';
import type { Language } from '../text/language';

/** The words of `denwaban number`, apart from those it shares with other texts. */

export const columnLabels = {
  ja: { number: '番号', e164: 'E.164', kind: '種別', status: '番号帯', carrier: '割当事業者' },
  en: { number: 'Number', e164: 'E.164', kind: 'Kind', status: 'Block', carrier: 'Allocated to' },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

export const statusLabels: Readonly<Record<BlockStatus, Readonly<Record<Language, string>>>> = {
  'in-use': { ja: '使用中', en: 'in use' },
  unused: { ja: '未使用', en: 'unused' },
  unusable: { ja: '使用不可', en: 'unusable' },
  unlisted: { ja: '記載なし', en: 'unlisted' },
};
