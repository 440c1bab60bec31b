import type { Language } from './language';

/** The lease of ten seconds, less what it takes to begin a sound. */
export const longestPromptSeconds = 8;

/** One announcement: its wording in both languages, and how long hearing it may take at most. */
export type Prompt = Readonly<Record<Language, string>> & { readonly maxSeconds: number };

/**
 * Everything a caller can hear.
 *
 * `npm run prompts` speaks this table into `asterisk-conf/sounds/<language>/<name>.wav`. Each of those files may be
 * replaced by one of the same name, a recorded human voice for example: WAV, PCM, 8 kHz, 16 bit, mono.
 *
 * A challenge is three sounds in a row: `challenge` (or `try-again`), one `digit-…`, `challenge-end`. It should stay
 * short: two attempts, each followed by the wait for a digit, must fit into `deadlines.screeningSeconds`.
 * No sound may last longer than `longestPromptSeconds`: while one plays, Asterisk takes no renewal of the lease, and a
 * longer one would be cut off by the dialplan, which then lets the caller through.
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
} as const satisfies Readonly<Record<string, Prompt>>;

export type PromptName = keyof typeof prompts;
