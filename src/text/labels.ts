import type { Language } from './language';

/** The words of a decision as an admin reads them. The keys are those of the code, the journal and the configuration. */

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
} as const satisfies Labels;
