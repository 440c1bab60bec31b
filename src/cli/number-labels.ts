import type { BlockStatus, NumberKind } from '../numbering/number-info';
import type { Language } from '../text/language';

/** The words of `denwaban number`. */

type Label = Readonly<Record<Language, string>>;

export const columnLabels = {
  ja: { number: '番号', e164: 'E.164', kind: '種別', status: '番号帯', carrier: '割当事業者' },
  en: { number: 'Number', e164: 'E.164', kind: 'Kind', status: 'Block', carrier: 'Allocated to' },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

export const kindLabels: Readonly<Record<NumberKind, Label>> = {
  fixed: { ja: '固定電話', en: 'fixed' },
  mobile: { ja: '携帯電話', en: 'mobile' },
  '050': { ja: 'IP 電話 (050)', en: 'IP telephone (050)' },
  'toll-free': { ja: '着信課金', en: 'toll-free' },
  navi: { ja: '統一番号 (0570)', en: 'unified number (0570)' },
  m2m: { ja: '機器用 (020)', en: 'machines (020)' },
  pager: { ja: 'ポケットベル', en: 'pager' },
  fmc: { ja: 'FMC (0600)', en: 'FMC (0600)' },
  premium: { ja: '情報サービス', en: 'information service' },
  '091': { ja: '特定 IP 電話 (091)', en: 'special IP (091)' },
  'carrier-access': { ja: '事業者識別番号', en: 'carrier access code' },
  special: { ja: '特番 (1XY)', en: 'special number (1XY)' },
  internal: { ja: '内線・機能番号', en: 'internal' },
  foreign: { ja: '国外', en: 'foreign' },
  'global-service': { ja: '国際サービス', en: 'global service' },
  'nonexistent-country': { ja: '存在しない国番号', en: 'no such country code' },
  impossible: { ja: '番号の形でない', en: 'impossible' },
};

export const statusLabels: Readonly<Record<BlockStatus, Label>> = {
  'in-use': { ja: '使用中', en: 'in use' },
  unused: { ja: '未使用', en: 'unused' },
  unusable: { ja: '使用不可', en: 'unusable' },
  unlisted: { ja: '記載なし', en: 'unlisted' },
};
