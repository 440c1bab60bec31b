import type { Language } from './language';

/** The words of decisions and lists as an admin reads them. The keys are those of the code, the journal and the configuration. */

type Labels = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const verdictLabels = {
  allow: { ja: '通す', en: 'allow' },
  screen: { ja: '確かめる', en: 'screen' },
  reject: { ja: '断る', en: 'reject' },
} as const satisfies Labels;

/** Why no number was shown (TTC JJ-90.22). */
export const withheldLabels = {
  user: { ja: '非通知 (発信者の意思)', en: 'withheld by the caller' },
  payphone: { ja: '非通知 (公衆電話)', en: 'withheld: a public telephone' },
  unavailable: { ja: '非通知 (通知できない網から)', en: 'withheld: the network could not present it' },
  unknown: { ja: '非通知 (理由不明)', en: 'withheld, no reason given' },
} as const satisfies Labels;

/** Classes of number, to stand beside one. */
export const kindLabels = {
  fixed: { ja: '固定電話', en: 'fixed' },
  mobile: { ja: '携帯電話', en: 'mobile' },
  '050': { ja: 'IP 電話', en: 'IP phone' },
  'toll-free': { ja: '着信課金', en: 'toll-free' },
  navi: { ja: 'ナビダイヤル', en: 'navi-dial' },
  m2m: { ja: '機器間通信', en: 'm2m' },
  pager: { ja: 'ポケットベル', en: 'pager' },
  fmc: { ja: 'FMC', en: 'FMC' },
  premium: { ja: '情報サービス', en: 'premium' },
  '091': { ja: '特定 IP 電話', en: 'special IP phone' },
  'carrier-access': { ja: '事業者識別番号', en: 'carrier access' },
  special: { ja: '特番', en: 'special' },
  internal: { ja: '内線・機能番号', en: 'internal' },
  foreign: { ja: '国外', en: 'foreign' },
  'global-service': { ja: '国際サービス', en: 'global service' },
  'nonexistent-country': { ja: '存在しない国番号', en: 'no such country code' },
  impossible: { ja: 'ありえない番号', en: 'impossible' },
} as const satisfies Labels;

export const listLabels = {
  allow: { ja: '許可', en: 'allow' },
  deny: { ja: '拒否', en: 'deny' },
  report: { ja: '報告', en: 'report' },
} as const satisfies Labels;

export const challengeLabels = {
  passed: { ja: '確認に合格', en: 'passed the challenge' },
  'wrong-digit': { ja: '違う番号を押した', en: 'pressed a wrong digit' },
  'no-digit': { ja: '何も押さなかった', en: 'pressed nothing' },
  'hung-up': { ja: '確認の途中で切った', en: 'hung up on the challenge' },
  failed: { ja: '確認できなかった', en: 'the challenge failed' },
} as const satisfies Labels;

export const outcomeLabels = {
  connected: { ja: 'つないだ', en: 'connected' },
  refused: { ja: '断った', en: 'refused' },
  abandoned: { ja: '相手が切った', en: 'abandoned by the caller' },
  'failed-open': { ja: '判定できずに通した', en: 'failed open' },
  advised: { ja: '判定を伝えた', en: 'verdict given' },
} as const satisfies Labels;
