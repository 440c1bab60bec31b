import type { Language } from './language';

/** Why a caller reached the office unscreened, or with the screening cut short. */
const reasons = {
  'verdict-deadline': { ja: '判定が時間内に出なかった', en: 'no verdict within the deadline' },
  'screening-deadline': { ja: '確認が時間内に終わらなかった', en: 'screening took too long' },
  'bad-evidence': { ja: '呼の情報を読めなかった', en: 'the evidence of the call could not be read' },
  'judging-error': { ja: '判定中に内部エラーが起きた', en: 'judging met an internal error' },
  'prompt-failed': { ja: '案内を再生できなかった', en: 'a prompt could not be played' },
  'recording-failed': { ja: '名乗りを録音できなかった', en: 'the name could not be recorded' },
  'exchange-error': { ja: 'Asterisk が命令に応じなかった', en: 'Asterisk did not carry out a command' },
  'connection-lost': { ja: 'Asterisk との接続が切れた', en: 'the connection to Asterisk was lost' },
  'lease-expired': { ja: '保持期限が切れ、ダイヤルプランが救った', en: 'the lease ran out and the dialplan took over' },
  'shutting-down': { ja: '電話番が停止した', en: 'the service was stopping' },
  'left-over': { ja: '前回の稼働から残っていた呼', en: 'left over from an earlier run of the service' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type FailOpenReason = keyof typeof reasons;

export function sayFailOpen(reason: FailOpenReason, language: Language): string {
  return reasons[reason][language];
}

export function isFailOpenReason(word: string): word is FailOpenReason {
  return Object.hasOwn(reasons, word);
}
