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
  about: {
    ja: {
      sees: '自社やグループの番号が、社外からの回線に発信者として現れたこと。信用できる回線が転送だと伝えていれば働きません。',
      why: '自社の電話が外からかかってくることはなく、代表番号を名乗る詐欺が実際にありました。',
      falseAlarms:
        '自社の番号に付け替えて転送するサービスや、外出先から自社の番号で発信する携帯電話のサービスがあります。',
      tuning: '自社の番号を `office.numbers` に書いてください。転送用の回線には `forwardsToUs: true` と書きます。',
    },
    en: {
      sees: "One of our own or our group's numbers, shown as the caller on a trunk from outside. It is silent when a trusted trunk says the call was forwarded.",
      why: "Our own telephones do not call us from outside, and fraudsters have shown a firm's own head-office number.",
      falseAlarms: 'Forwarding services that put our own number in, and mobile services that let staff call with it.',
      tuning: 'List your numbers in `office.numbers`; write `forwardsToUs: true` at a trunk for forwarded calls.',
    },
  },
});
