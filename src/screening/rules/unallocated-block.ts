import { maskNumber } from '../../numbering/mask';
import type { BlockStatus } from '../../numbering/number-info';
import type { Language } from '../../text/language';
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
      scale: age === 'fresh' ? 1 : 0.5,
    };
  },
  wording: {
    ja: ({ number, status, date }) => `${number} の番号帯は、総務省の番号指定状況（${date}）${states[status].ja}。`,
    en: ({ number, status, date }) => `The block of ${number} ${states[status].en} the ministry's table of ${date}.`,
  },
});
