import { maskNumber } from '../../numbering/mask';
import type { BlockStatus } from '../../numbering/number-info';
import type { Language } from '../../text/language';
import { dataAgeScale } from '../data-age';
import { defineRule } from '../finding';
import { isJapanese } from '../number-groups';

type Vacant = Exclude<BlockStatus, 'in-use'>;

const states: Readonly<Record<Vacant, Readonly<Record<Language, string>>>> = {
  unlisted: { ja: 'に載っていません', en: 'is not in' },
  unused: { ja: 'では「未使用」です', en: 'is marked unused in' },
  unusable: { ja: 'では「使用不可」です', en: 'is marked unusable in' },
};

/** A block may have been opened since the table was made: its age weakens the sign, and 120 days silence it. */
export const unallocatedBlock = defineRule({
  id: 'unallocated-block',
  group: 'plan',
  weight: 40,
  variants: { unlisted: 40, unused: 60, unusable: 60 } satisfies Record<Vacant, number>,
  forgery: true,
  look({ caller: { number }, at }, knowledge) {
    if (number === null || number.status === null || number.status === 'in-use' || !isJapanese(number)) return null;
    const age = knowledge.dataAge(at);
    if (age === 'stale') return null;
    return {
      facts: { number: maskNumber(number), status: number.status, date: knowledge.dataDate },
      variant: number.status,
      scale: dataAgeScale[age],
    };
  },
  wording: {
    ja: ({ number, status, date }) => `${number} の番号帯は、総務省の番号指定状況（${date}）${states[status].ja}。`,
    en: ({ number, status, date }) => `The block of ${number} ${states[status].en} the ministry's table of ${date}.`,
  },
  about: {
    ja: {
      sees: '総務省の電気通信番号指定状況で、どの事業者にも割り当てられていない番号帯、または「未使用」「使用不可」とされた番号帯の番号。',
      why: '割り当てのない番号帯から、電話はかかってきません。',
      falseAlarms:
        '表ができた後に開かれた番号帯があります。表が45日を過ぎると重みは半分になり、120日を過ぎると働きません。',
      tuning:
        '番号データを新しくしておいてください。`weight` を変えると、場合ごとの重み（載っていない +40、未使用・使用不可 +60）も同じ割合で変わります。',
    },
    en: {
      sees: "A Japanese number in a block that the ministry's allocation table gives to no carrier, or marks as unused or unusable.",
      why: 'No call can come from a block that nobody was given.',
      falseAlarms:
        'A block may have been opened after the table was made: after 45 days the weight is halved, after 120 days the rule is silent.',
      tuning:
        'Keep the numbering data up to date. A configured `weight` changes both variants (absent +40, unused or unusable +60) in proportion.',
    },
  },
});
