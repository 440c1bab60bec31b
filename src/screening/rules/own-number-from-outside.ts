import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { wasForwarded } from '../forwarding';

/** Forwarding lines legitimately show the office's own number: the trunk's profile or a trusted Diversion says so. */
export const ownNumberFromOutside = defineRule({
  id: 'own-number-from-outside',
  group: 'origin',
  weight: 90,
  forgery: true,
  look(evidence, knowledge) {
    const { caller, trunk } = evidence;
    const { number } = caller;
    if (number === null || trunk.profile.reach === 'internal' || !knowledge.isOwn(number)) return null;
    if (trunk.profile.forwardsToUs || wasForwarded(evidence)) return null;
    return { facts: { number: maskNumber(number), trunk: trunk.name } };
  },
  wording: {
    ja: ({ number, trunk }) => `${number} は自社の番号ですが、外からの回線「${trunk}」でかかってきました。`,
    en: ({ number, trunk }) => `${number} is one of our own numbers, but calls from outside over trunk "${trunk}".`,
  },
});
