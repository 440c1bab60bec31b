import type { ChallengeKind, ChallengeResult, Outcome } from '../journal/decision';
import type { CallBackAnswer, StaffAnswer } from '../text/answers';
import type { Language } from '../text/language';

/** The words of notices: whole, polite sentences, where the journal has labels. */

type Phrases<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

export const outcomePhrases: Phrases<Outcome> = {
  connected: { ja: '電話を通しました', en: 'A call was put through' },
  presented: { ja: '名乗りを添えて電話を取り次ぎました', en: 'A call was announced by the stated name' },
  message: { ja: '伝言をお願いしました', en: 'A caller was asked for a message' },
  'call-back': { ja: '掛け直して確認すると案内しました', en: 'A caller was told that we call back' },
  refused: { ja: '電話をお断りしました', en: 'A call was refused' },
  abandoned: { ja: '確認の途中で電話が切れました', en: 'A caller hung up while being screened' },
  'failed-open': { ja: '判定できないまま電話を通しました', en: 'A call was let through unjudged' },
  advised: { ja: '電話の判定を伝えました', en: 'A verdict was given to the exchange' },
};

export const eventPhrases: Phrases<'message' | 'proven-spoof'> = {
  message: { ja: '伝言をお預かりしました', en: 'A message was left' },
  'proven-spoof': { ja: '番号のなりすましを確認しました', en: 'A forged number was proven' },
};

export const staffPhrases: Phrases<StaffAnswer> = {
  taken: { ja: '名乗りを聞いて電話に出ました', en: 'A stated name was heard and the call taken' },
  refused: { ja: '名乗りを聞いてお断りしました', en: 'A stated name was heard and the call refused' },
  denied: {
    ja: '名乗りを聞いてお断りし、番号を拒否リストに加えました',
    en: 'A stated name was heard, the call refused and its number put on the deny list',
  },
  message: { ja: '名乗りを聞いて伝言をお願いしました', en: 'A stated name was heard and a message asked for' },
  'no-key': { ja: '名乗りを聞きましたが、応対は決まりませんでした', en: 'A stated name was heard, and no key pressed' },
  unanswered: { ja: '取り次ぎましたが、だれも出ませんでした', en: 'An announced call was not answered' },
  'hung-up': { ja: '取り次ぐ間に電話が切れました', en: 'An announced caller hung up before anybody decided' },
};

export const callBackPhrases: Phrases<CallBackAnswer> = {
  yes: { ja: '本人が「はい」と答えました', en: 'answered: yes, it was me' },
  no: {
    ja: '番号の持ち主が「掛けていない」と答えました',
    en: 'the owner of the number answered: no, I did not call',
  },
  'no-key': { ja: '応答しましたが、番号が押されませんでした', en: 'answered, and no key was pressed' },
  busy: { ja: 'お話し中でした', en: 'busy' },
  unanswered: { ja: '応答がありませんでした', en: 'not answered' },
  failed: { ja: '掛け直せませんでした', en: 'could not be called' },
};

export const challengePhrases: Phrases<ChallengeKind> = {
  'press-digit': { ja: '数字を押してもらう', en: 'press a digit' },
  'state-name': { ja: '名乗ってもらう', en: 'state a name' },
  'call-back': { ja: '掛け直す', en: 'call back' },
};

export const resultPhrases: Phrases<ChallengeResult> = {
  passed: { ja: '正しく押されました', en: 'passed' },
  named: { ja: '名乗りがありました', en: 'a name was stated' },
  told: { ja: '掛け直すと案内しました', en: 'told that we call back' },
  'wrong-digit': { ja: '違う数字が押されました', en: 'a wrong digit was pressed' },
  'no-digit': { ja: '何も押されませんでした', en: 'nothing was pressed' },
  silent: { ja: '何も話されませんでした', en: 'nothing was said' },
  'hung-up': { ja: '途中で電話が切れました', en: 'hung up on the way' },
  failed: { ja: '確認できませんでした', en: 'could not be carried through' },
};

export const phrases = {
  ja: {
    sender: '電話番',
    attention: '【至急】',
    test: '【試験】',
    digest: '着信のまとめ',
    calls: (count: number) => `${count} 件`,
    since: (from: string, to: string) => `${from} から ${to} までの着信のお知らせです。`,
    omitted: (count: number) =>
      `多すぎるため、ほかの ${count} 件は省きました。判定の記録 (denwaban decisions) でご覧ください。`,
    sample: 'これは `denwaban notify test` の試験です。実際の電話ではありません。',
    at: '日時',
    caller: '相手',
    called: '着信番号',
    trunk: '回線',
    verdict: '判定',
    points: (score: number, threshold: number) => `${score} 点、${threshold} 点から確認`,
    comma: '、',
    challenge: '確認',
    ending: '結果',
    staff: '応対',
    callBack: '掛け直し',
    recording: '録音',
    attached: (seconds: number) => `${seconds} 秒 (添付)`,
    kept: (seconds: number) => `${seconds} 秒 (電話番に保存)`,
    record: '記録',
    reasons: '理由',
    lookUp: '番号を調べる',
  },
  en: {
    sender: 'Denwaban',
    attention: 'Urgent: ',
    test: 'Test: ',
    digest: 'Calls',
    calls: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
    since: (from: string, to: string) => `Calls from ${from} to ${to}.`,
    omitted: (count: number) => `${count} more were too many to list: see the journal (denwaban decisions).`,
    sample: 'This is a test made by `denwaban notify test`, and no real call.',
    at: 'Time',
    caller: 'Caller',
    called: 'Called',
    trunk: 'Trunk',
    verdict: 'Verdict',
    points: (score: number, threshold: number) => `${score} points, screened from ${threshold}`,
    comma: ', ',
    challenge: 'Challenge',
    ending: 'Outcome',
    staff: 'Staff',
    callBack: 'Call-back',
    recording: 'Recording',
    attached: (seconds: number) => `${seconds} s (attached)`,
    kept: (seconds: number) => `${seconds} s (kept by Denwaban)`,
    record: 'Record',
    reasons: 'Reasons',
    lookUp: 'Look it up',
  },
} as const satisfies Record<Language, unknown>;
