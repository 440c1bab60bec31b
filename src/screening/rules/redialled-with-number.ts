import { maskNumber } from '../../numbering/mask';
import { isWorthForging } from '../authority';
import { defineRule } from '../finding';

/** Whoever heard the 186 announcement and called again with a number did as asked. */
export const redialledWithNumber = defineRule({
  id: 'redialled-with-number',
  group: 'withheld',
  weight: -20,
  forgery: false,
  look({ caller: { number }, trunk, memory }, knowledge) {
    if (!memory.withheldJustRejected || number === null) return null;
    // Over a gateway from abroad any number can be shown on the second try.
    if (trunk.profile.reach === 'international' || isWorthForging(number, knowledge)) return null;
    return { facts: { number: maskNumber(number) } };
  },
  wording: {
    ja: ({ number }) => `非通知の着信を断った直後に、同じ番号あてに ${number} が番号を通知してかけてきました。`,
    en: ({ number }) => `${number} shows its number right after a withheld call to the same line was turned away.`,
  },
  about: {
    ja: {
      sees: '同じ回線で同じ番号あての非通知の着信を断ってから3分以内に、番号を通知した着信があったこと。',
      why: '案内を聞いて、お願いしたとおりにかけ直してくれたと考えられます。',
      falseAlarms:
        '警察などの公的な番号、守る番号、自社の番号、それに似せた番号と、国外からの回線には働きません。かけ直しに見せて名乗るだけなら、だれにでもできるからです。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'A call that shows a number, within three minutes after a withheld call to the same number on the same trunk was rejected.',
      why: 'The caller probably heard the announcement and did as asked.',
      falseAlarms:
        "It does not speak for official and protected numbers, their look-alikes and the office's own, nor on trunks from abroad: anybody could show one on the second try.",
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
