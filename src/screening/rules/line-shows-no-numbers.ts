import { defineRule } from '../finding';

/** Without the paid ナンバー・ディスプレイ option every call arrives anonymous: that says nothing of the caller. */
export const lineShowsNoNumbers = defineRule({
  id: 'line-shows-no-numbers',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ caller, trunk, memory }) {
    if (caller.presentation !== 'unknown') return null;
    if (!trunk.profile.presentsNumber) return { facts: { trunk: trunk.name, told: 'by-config' } };
    return memory.trunk.showsNoNumbers ? { facts: { trunk: trunk.name, told: 'by-calls' } } : null;
  },
  wording: {
    ja: ({ trunk, told }) =>
      told === 'by-config'
        ? `回線「${trunk}」は番号が通知されない契約なので、番号のない着信も通します。`
        : `回線「${trunk}」の最近の着信にはほとんど番号がなく、通知されない契約と思われるので、番号のない着信も通します。`,
    en: ({ trunk, told }) =>
      told === 'by-config'
        ? `Trunk "${trunk}" shows no numbers at all, so a call without one is let through.`
        : `Trunk "${trunk}" showed hardly any number of late and seems to show none at all, so a call without one is let through.`,
  },
  about: {
    ja: {
      sees: '番号も理由もない着信で、回線が `presentsNumber: false` になっているか、最近の着信（20件以上）の95%を超えて番号も理由もなく、1週間どの着信にも番号がなかったこと。',
      why: 'ナンバー・ディスプレイの契約がない回線では、どの着信にも番号がありません。発信者が隠したのではありません。',
      falseAlarms:
        '使い始めたばかりの回線では、番号も理由もない迷惑電話ばかりが20件続くと、契約のない回線と取り違えます。番号が出るはずの回線なら、電話会社にお尋ねください。',
      tuning:
        '契約がないと分かっていれば、回線に `presentsNumber: false` と書いてください。取り違えが困るときは `mode: off` にします。',
    },
    en: {
      sees: 'A call without a number and without a reason, on a trunk with `presentsNumber: false`, or on one where more than 95 % of the last 20 or more calls were like that and none showed a number for a week.',
      why: 'Without the number display option (ナンバー・ディスプレイ) every call on a line arrives so: it says nothing of the caller.',
      falseAlarms:
        'On a trunk that is new here, twenty nuisance calls in a row that show neither number nor reason look like a line without the option. If yours has it, ask your carrier.',
      tuning:
        'Write `presentsNumber: false` at a trunk that is known to have no such option; use `mode: off` where the learning does harm.',
    },
  },
});
