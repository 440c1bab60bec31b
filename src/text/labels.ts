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
  named: { ja: '名乗った', en: 'stated a name' },
  told: { ja: '掛け直すと伝えた', en: 'told that we call back' },
  'wrong-digit': { ja: '違う番号を押した', en: 'pressed a wrong digit' },
  'no-digit': { ja: '何も押さなかった', en: 'pressed nothing' },
  silent: { ja: '名乗らなかった', en: 'stated no name' },
  'hung-up': { ja: '確認の途中で切った', en: 'hung up on the challenge' },
  failed: { ja: '確認できなかった', en: 'the challenge failed' },
} as const satisfies Labels;

export const outcomeLabels = {
  connected: { ja: 'つないだ', en: 'connected' },
  presented: { ja: '名乗りを添えて呼び出した', en: 'announced to the office' },
  message: { ja: '伝言を頼んだ', en: 'asked for a message' },
  'call-back': { ja: '掛け直す', en: 'to be called back' },
  refused: { ja: '断った', en: 'refused' },
  abandoned: { ja: '相手が切った', en: 'abandoned by the caller' },
  'failed-open': { ja: '判定できずに通した', en: 'failed open' },
  advised: { ja: '判定を伝えた', en: 'verdict given' },
} as const satisfies Labels;

/** What whoever heard the stated name answered. */
export const staffLabels = {
  taken: { ja: '応対した', en: 'taken by staff' },
  refused: { ja: '聞いて断った', en: 'refused by staff' },
  denied: { ja: '聞いて断り、拒否リストに載せた', en: 'refused by staff and put on the deny list' },
  message: { ja: '聞いて伝言を頼んだ', en: 'sent by staff to leave a message' },
  'no-key': { ja: '返事がなかった', en: 'no key pressed by staff' },
  unanswered: { ja: '誰も出なかった', en: 'nobody answered' },
  'hung-up': { ja: '待つ間に切れた', en: 'the caller hung up waiting' },
} as const satisfies Labels;

/** What calling back brought. */
export const callBackLabels = {
  yes: { ja: '掛け直し: 本人だった', en: 'called back: it was them' },
  no: { ja: '掛け直し: かけていないと答えた (なりすまし)', en: 'called back: they had not called (a forgery)' },
  'no-key': { ja: '掛け直し: 何も押されなかった', en: 'called back: nothing pressed' },
  busy: { ja: '掛け直し: 話し中', en: 'called back: busy' },
  unanswered: { ja: '掛け直し: 応答なし', en: 'called back: no answer' },
  failed: { ja: '掛け直せなかった', en: 'could not be called back' },
} as const satisfies Labels;

export const staffActionLabels = {
  'deny-last': { ja: '拒否リストに載せた', en: 'put on the deny list' },
  'allow-last': { ja: '許可リストに載せた', en: 'put on the allow list' },
  'remove-last': { ja: 'リストから外した', en: 'removed from the lists' },
  'next-withheld': { ja: '次の非通知の電話を通すことにした', en: 'the next withheld call will be let through' },
  pause: { ja: '判定を休みにした', en: 'screening paused' },
  'disaster-on': { ja: '災害モードにした', en: 'disaster mode switched on' },
  'disaster-off': { ja: '災害モードを終えた', en: 'disaster mode switched off' },
} as const satisfies Labels;

/** Why an action of staff changed nothing. */
export const staffFailureLabels = {
  'no-last-caller': { ja: '対象の電話がなく、できなかった', en: 'not done: there was no last caller' },
  'nothing-to-remove': { ja: '載っておらず、外すものがなかった', en: 'nothing to remove' },
  failed: { ja: '失敗した', en: 'failed' },
} as const satisfies Labels;

export const recordingLabels = {
  name: { ja: '名乗り', en: 'name' },
  message: { ja: '伝言', en: 'message' },
} as const satisfies Labels;
