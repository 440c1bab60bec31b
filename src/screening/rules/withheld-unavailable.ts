import { defineRule } from '../finding';

/** `Unavailable` and `Interaction with other service` (TTC JJ-90.22): not the caller’s doing. */
export const withheldUnavailable = defineRule({
  id: 'withheld-unavailable',
  group: 'withheld',
  weight: 0,
  forgery: false,
  look: ({ caller }) => (caller.presentation === 'unavailable' ? { facts: {} } : null),
  wording: {
    ja: () => '番号を通知できない網からの着信です（国外や一部の IP 電話など）。',
    en: () => 'The network could not present a number (calls from abroad, some IP telephones).',
  },
});
