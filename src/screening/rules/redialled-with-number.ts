import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Whoever heard the 186 announcement and called again with a number did as asked. */
export const redialledWithNumber = defineRule({
  id: 'redialled-with-number',
  group: 'withheld',
  weight: -20,
  forgery: false,
  look({ caller: { number }, memory }) {
    return memory.withheldJustRejected && number !== null ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `非通知の着信を断った直後に、同じ番号あてに ${number} が番号を通知してかけてきました。`,
    en: ({ number }) => `${number} shows its number right after a withheld call to the same line was turned away.`,
  },
});
