import type { Language } from './language';

/** The lease of ten seconds, less what it takes to begin a sound. */
export const longestPromptSeconds = 8;

/** Something that is said: its wording in both languages, and how long hearing it may take at most. */
export type SpokenPrompt = Readonly<Record<Language, string>> & { readonly maxSeconds: number };

/** A pure tone, the same in every language. */
export interface Beep {
  readonly hertz: number;
  readonly seconds: number;
  readonly maxSeconds: number;
}

/** One announcement. */
export type Prompt = SpokenPrompt | Beep;

/**
 * Everything a caller, the office, or whoever is called back can hear.
 *
 * `npm run prompts` speaks this table into `asterisk-conf/sounds/<language>/<name>.wav`. Each of those files may be
 * replaced by one of the same name, a recorded human voice for example: WAV, PCM, 8 kHz, 16 bit, mono.
 *
 * A challenge is three sounds in a row: `challenge` (or `try-again`), one `digit-…`, `challenge-end`. It should stay
 * short: two attempts, each followed by the wait for a digit, must fit into `deadlines.screeningSeconds`.
 * No sound may last longer than `longestPromptSeconds`: while one plays, Asterisk takes no renewal of the lease, and a
 * longer one would be cut off by the dialplan, which then lets the caller through.
 *
 * Nobody is recorded unawares: every prompt after which `tone` sounds says that a recording follows. Who is refused is
 * not told why, and hears the same as whoever rings an empty office: a reason would teach a forger.
 * What staff hear is short, since a caller waits meanwhile; `staff-name` is followed by the caller's own voice.
 *
 * The wording is written for the ear: 186 is dialled digit by digit, so it is spelt so; 2 and 5 are one mora in
 * Japanese and get lost on a telephone line, so they are spoken long (ニー, ゴー) as callers do themselves.
 */
export const prompts = {
  'withheld-rejected': {
    ja: '恐れ入りますが、番号が通知されないお電話は、お受けできません。',
    en: 'We are sorry, but we cannot take calls without a number.',
    maxSeconds: 7,
  },
  'withheld-advice': {
    ja: '電話番号の前に、1、8、6を付けて、おかけ直しください。',
    en: 'Please dial 1 8 6 before our number, so that yours is shown, and call again.',
    maxSeconds: 7,
  },
  rejected: {
    ja: '申し訳ございませんが、このお電話はお受けできません。ご了承ください。',
    en: 'We are sorry, but we cannot take this call. Thank you for understanding.',
    maxSeconds: 7,
  },
  challenge: {
    ja: '迷惑電話防止のため、確認をお願いしております。おつなぎするために、数字の',
    en: 'To prevent nuisance calls, this line checks calls. To be put through, please press',
    maxSeconds: 8,
  },
  'digit-0': { ja: '0', en: 'zero', maxSeconds: 1.2 },
  'digit-1': { ja: '1', en: 'one', maxSeconds: 1.2 },
  'digit-2': { ja: 'ニー', en: 'two', maxSeconds: 1.2 },
  'digit-3': { ja: '3', en: 'three', maxSeconds: 1.2 },
  'digit-4': { ja: '4', en: 'four', maxSeconds: 1.2 },
  'digit-5': { ja: 'ゴー', en: 'five', maxSeconds: 1.2 },
  'digit-6': { ja: '6', en: 'six', maxSeconds: 1.2 },
  'digit-7': { ja: '7', en: 'seven', maxSeconds: 1.2 },
  'digit-8': { ja: '8', en: 'eight', maxSeconds: 1.2 },
  'digit-9': { ja: '9', en: 'nine', maxSeconds: 1.2 },
  'challenge-end': { ja: 'を押してください。', en: 'now, please.', maxSeconds: 1.5 },
  'try-again': {
    ja: '確認できませんでした。恐れ入りますが、今度は、数字の',
    en: 'We are sorry, we did not get the right key. This time, please press',
    maxSeconds: 6,
  },
  'challenge-failed': {
    ja: '確認ができませんでしたので、恐れ入りますが、お電話を終了いたします。ご了承ください。',
    en: 'We are sorry, but we could not confirm your call, so it ends here. Thank you for understanding.',
    maxSeconds: 8,
  },
  tone: { hertz: 997, seconds: 0.4, maxSeconds: 1 },
  'name-please': {
    ja: 'お取り次ぎのため、録音いたします。発信音のあとに、お名前とご用件をお話しください。',
    en: 'To put you through, we will record your name and business. Please speak after the tone.',
    maxSeconds: 8,
  },
  'name-again': {
    ja: 'お声が届きませんでした。録音いたしますので、発信音のあとに、もう一度お話しください。',
    en: 'We could not hear you. Please say your name once more after the tone. It will be recorded.',
    maxSeconds: 8,
  },
  'dial-published': {
    ja: '公的な機関からのお電話には、いったん切って、公表されている番号へ、こちらからおかけしております。',
    en: 'We answer calls from public bodies by calling their published number. You may hang up now.',
    maxSeconds: 8,
  },
  'message-please': {
    ja: 'ただいま、電話に出ることができません。録音いたしますので、発信音のあとにご伝言をどうぞ。',
    en: 'Nobody can come to the telephone. Your message will be recorded. Please speak after the tone.',
    maxSeconds: 8,
  },
  'message-thanks': {
    ja: 'ご伝言をお預かりしました。お電話ありがとうございました。',
    en: 'We have your message. Thank you for calling.',
    maxSeconds: 6,
  },
  'refused-politely': {
    ja: '恐れ入りますが、ただいま、電話に出ることができません。お電話ありがとうございました。',
    en: 'We are sorry, nobody can come to the telephone. Thank you for calling.',
    maxSeconds: 8,
  },
  'call-back-notice-1': {
    ja: '恐れ入りますが、表示された番号へ、こちらから折り返しお電話いたします。',
    en: 'To be sure whom we talk to, we will call you back at the number you are showing.',
    maxSeconds: 8,
  },
  'call-back-notice-2': {
    ja: 'このお電話をお切りになり、しばらくお待ちください。',
    en: 'Please hang up now, and wait for our call.',
    maxSeconds: 6,
  },
  'call-back-ask': {
    ja: 'この番号からのお電話を受けた事務所の自動音声です。おかけになったかたは1、違うかたはニーを押してください。',
    en: 'An automatic call from an office. Did you just call us from this number? Press 1 for yes, 2 for no.',
    maxSeconds: 8,
  },
  'call-back-connecting': {
    ja: 'ありがとうございます。おつなぎしますので、そのままお待ちください。',
    en: 'Thank you. Please hold the line while we put you through.',
    maxSeconds: 6,
  },
  'call-back-sorry': {
    ja: 'ありがとうございます。お客様の番号が、別の者に使われたようです。失礼いたしました。',
    en: 'Thank you. It seems that somebody else used your number. We are sorry to have troubled you.',
    maxSeconds: 8,
  },
  'staff-name': {
    ja: '確認の必要なお電話です。相手のお名乗りです。',
    en: 'A screened call. The caller said:',
    maxSeconds: 5,
  },
  'staff-warning': { ja: 'ご注意ください。', en: 'Please note.', maxSeconds: 2 },
  'staff-keys': {
    ja: 'つなぐは1、断るはニー、着信拒否は3、伝言は4を押してください。',
    en: 'Press 1 to take the call, 2 to refuse, 3 to block the number, or 4 for a message.',
    maxSeconds: 8,
  },
  'warning-own-number': { ja: '自社の番号を示しています。', en: 'It shows a number of our own.', maxSeconds: 3 },
  'warning-official-number': {
    ja: '公的な機関などの番号を示しています。偽装かもしれません。',
    en: 'It shows an official number, which may be forged.',
    maxSeconds: 6,
  },
  'warning-police-like': {
    ja: '警察に似せた番号を示しています。',
    en: 'It shows a number made to look like the police.',
    maxSeconds: 4,
  },
  'warning-from-abroad': {
    ja: '国内の番号を示していますが、海外からの回線で届きました。',
    en: 'It shows a domestic number, but came in from abroad.',
    maxSeconds: 6,
  },
  'warning-foreign': { ja: '海外の番号を示しています。', en: 'It shows a foreign number.', maxSeconds: 3 },
  'warning-lookalike': {
    ja: 'よく知られた番号に似せた番号を示しています。',
    en: 'It shows a number made to look like a well known one.',
    maxSeconds: 5,
  },
  'warning-impossible': {
    ja: 'あり得ない番号を示しています。',
    en: 'It shows a number that cannot exist.',
    maxSeconds: 4,
  },
  'warning-unallocated': {
    ja: '割り当てのない番号を示しています。',
    en: 'It shows a number that nobody was given.',
    maxSeconds: 4,
  },
  'warning-origin-differs': {
    ja: '番号と、発信元の事業者とが合いません。',
    en: 'Its number does not fit the carrier it came from.',
    maxSeconds: 5,
  },
  'warning-no-number': { ja: '番号が通知されていません。', en: 'It shows no number.', maxSeconds: 3 },
  'warning-origin-changed': {
    ja: 'いつもとは違う経路で届きました。',
    en: 'It came in by another way than usual.',
    maxSeconds: 4,
  },
  'warning-many-calls': {
    ja: '短いあいだに、何度もかかっています。',
    en: 'There have been many such calls in a short time.',
    maxSeconds: 5,
  },
  'warning-reported': {
    ja: '迷惑電話として報告のある番号です。',
    en: 'Its number has been reported as a nuisance.',
    maxSeconds: 5,
  },
  'warning-suspect': { ja: '疑わしい点があります。', en: 'Something about it is unusual.', maxSeconds: 3 },
  'staff-deny-last': {
    ja: '直前の番号を、着信拒否に入れました。',
    en: 'The last number is now blocked.',
    maxSeconds: 5,
  },
  'staff-allow-last': {
    ja: '直前の番号を、許可する番号に入れました。',
    en: 'The last number is now always let through.',
    maxSeconds: 5,
  },
  'staff-remove-last': {
    ja: '直前の番号を、一覧から外しました。',
    en: 'The last number is off the lists.',
    maxSeconds: 5,
  },
  'staff-next-withheld': {
    ja: '次の非通知のお電話を、一度だけおつなぎします。',
    en: 'The next call without a number will be let through, once.',
    maxSeconds: 6,
  },
  'staff-pause': {
    ja: '着信の確認を、しばらく休みます。',
    en: 'Screening is paused for a while.',
    maxSeconds: 5,
  },
  'staff-disaster-on': { ja: '災害モードを始めました。', en: 'Disaster mode is on.', maxSeconds: 4 },
  'staff-disaster-off': { ja: '災害モードを終わりました。', en: 'Disaster mode is off.', maxSeconds: 4 },
  'staff-number-ends': { ja: '番号の末尾は、', en: 'The number ends in', maxSeconds: 2 },
  'staff-no-last-caller': {
    ja: '直前のお電話が見当たりません。',
    en: 'There is no last caller.',
    maxSeconds: 4,
  },
  'staff-nothing-to-remove': {
    ja: 'その番号は、一覧にありませんでした。',
    en: 'That number was not on the lists.',
    maxSeconds: 4,
  },
  'staff-failed': {
    ja: '恐れ入りますが、処理できませんでした。',
    en: 'Sorry, this could not be done.',
    maxSeconds: 4,
  },
  'staff-not-running': {
    ja: '電話番が動いていないため、処理できませんでした。',
    en: 'This could not be done, because Denwaban is not running.',
    maxSeconds: 5,
  },
} as const satisfies Readonly<Record<string, Prompt>>;

export type PromptName = keyof typeof prompts;
