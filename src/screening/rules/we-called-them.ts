import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Whoever the office called may well call back. A forger would have to know whom. */
export const weCalledThem = defineRule({
  id: 'we-called-them',
  group: 'behaviour',
  weight: -60,
  forgery: false,
  look({ caller: { number }, memory }, knowledge) {
    const date = memory.caller.dialledByUs;
    if (date === null || number === null) return null;
    // That an office dials its head office goes without saying.
    return knowledge.isOwn(number) ? null : { facts: { number: maskNumber(number), date } };
  },
  wording: {
    ja: ({ number, date }) => `事務所から ${date} に ${number} へ電話をかけています。`,
    en: ({ number, date }) => `The office itself called ${number} on ${date}.`,
  },
  about: {
    ja: {
      sees: '事務所が30日以内に、その番号へ電話をかけたこと。',
      why: '折り返しの電話と考えられます。番号を偽る人は、事務所がどこへかけたかを知りません。',
      falseAlarms:
        '知らない着信にこちらからかけ直すと、その番号は30日のあいだ信用されるので、不審な番号にはかけ直さないでください。自社の番号には働きません。',
      tuning:
        '事務所からの発信を電話番に知らせるダイヤルプランの設定が要ります。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'The office itself dialled the number within the last 30 days.',
      why: 'It is probably calling back; a forger does not know whom the office called.',
      falseAlarms:
        "Whoever calls back a suspicious number makes it trusted for 30 days: better not to. The office's own numbers are not met.",
      tuning: 'It needs the dialplan to tell Denwaban what the office dials; `weight` and `mode` can be changed.',
    },
  },
});
