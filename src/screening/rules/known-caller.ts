import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { endsLikePolice } from '../number-groups';

/** The office talked to this number often, and it comes from where it always comes from. */
export const knownCaller = defineRule({
  id: 'known-caller',
  group: 'origin',
  weight: -40,
  forgery: false,
  look({ caller: { number }, memory: { caller } }, knowledge) {
    if (caller.standing !== 'known' || number === null) return null;
    // To be answered three times is what forgers of police numbers and of the office's own are after.
    if (endsLikePolice(number) || knowledge.isOwn(number)) return null;
    return { facts: { number: maskNumber(number), since: caller.since ?? '' } };
  },
  wording: {
    ja: ({ number, since }) =>
      `${number} には${since === '' ? '' : ` ${since} から`}何度も応答していて、いつもと同じ経路からの着信です。`,
    en: ({ number, since }) =>
      `${number} was answered here often${since === '' ? '' : ` since ${since}`}, and comes from where it always came from.`,
  },
  about: {
    ja: {
      sees: 'その番号からの着信に、同じ経路（回線、網のホスト、orig-ioi、番号の形）で3回以上応答していること。',
      why: 'いつもの相手が、いつもの経路でかけてきています。',
      falseAlarms:
        '経路の手がかりが回線だけのときは、同じ回線に現れた偽の番号も見分けられません。末尾 0110 の番号と自社の番号には働きません。',
      tuning: '覚えた相手は `denwaban forget` で忘れさせられます。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'Calls from this number were answered three times or more, from the same origin: trunk, network host, orig-ioi and form of the number.',
      why: 'An old acquaintance calls the way it always did.',
      falseAlarms:
        'Where the trunk is all that is known of the origin, a forged number on the same trunk looks the same. It is silent for numbers ending in 0110 and for those of the office.',
      tuning: '`denwaban forget` makes it forget a caller; `weight` and `mode` can be changed.',
    },
  },
});
