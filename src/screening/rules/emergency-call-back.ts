import { defineRule } from '../finding';

/** Control rooms call back from ordinary numbers, sometimes without one, and send a vehicle when nobody answers. */
export const emergencyCallBack = defineRule({
  id: 'emergency-call-back',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ memory }) {
    const dialled = memory.office.emergencyDialled;
    return dialled === null ? null : { facts: { dialled } };
  },
  wording: {
    ja: ({ dialled }) =>
      `2時間以内に事務所から ${dialled} へかけており、その折り返しかもしれないので、どの着信も通します。`,
    en: ({ dialled }) =>
      `The office dialled ${dialled} within the last two hours, so every call is let through: it may be the call back.`,
  },
  about: {
    ja: {
      sees: 'この2時間のうちに事務所から 110・118・119 へかけたこと。非通知も含めて、すべての着信を通します。',
      why: '警察や消防の指令室は、普通の番号や非通知で折り返してきます。そこで案内を流したり断ったりすれば、命にかかわります。',
      falseAlarms: 'その2時間は迷惑電話もそのまま通ります。自動通報装置の試験でも働きます。',
      tuning:
        '事務所からの発信を電話番に知らせるダイヤルプランの設定が要ります。お勧めしませんが、`mode: off` で止められます。',
    },
    en: {
      sees: 'The office dialled 110, 118 or 119 within the last two hours: every call is let through, withheld ones too.',
      why: 'The control rooms of police and fire brigade call back from ordinary numbers or without one. A prompt or a refusal might then cost a life.',
      falseAlarms: 'Nuisance calls pass as well for these two hours; a test of an automatic alarm has the same effect.',
      tuning:
        'It needs the dialplan to tell Denwaban what the office dials. `mode: off` stops it, which is not advisable.',
    },
  },
});
