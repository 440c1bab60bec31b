import { maskNumber } from '../../numbering/mask';
import { isUnfamiliar } from '../acquaintance';
import { defineRule } from '../finding';

/** Who dials numbers in a row finds the ones that nobody was told. */
export const unpublishedLine = defineRule({
  id: 'unpublished-line',
  group: 'behaviour',
  weight: 15,
  forgery: false,
  look({ caller: { number }, called, trunk, memory }, knowledge) {
    if (number === null || trunk.profile.reach === 'internal' || !isUnfamiliar(memory.caller)) return null;
    return knowledge.isUnpublished(called) ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `公表していない番号へ、なじみのない ${number} から着信しました。`,
    en: ({ number }) => `${number}, which the office is not familiar with, calls a line that is published nowhere.`,
  },
  about: {
    ja: {
      sees: '公表していない番号（`office.lines` の `unpublished`）へ、なじみのない番号から着信したこと。',
      why: '教えた人だけが知っている番号です。知らない人からかかるのは、番号を順に試しているか、どこかで名簿が漏れたときです。',
      falseAlarms: '番号を人づてに聞いた人、教えた相手の新しい番号、代表番号から転送された着信に働きます。',
      tuning: '`office.lines` の `unpublished` で、番号ごとに指定します。',
    },
    en: {
      sees: 'A call to a number that is marked `unpublished` in `office.lines`, from a caller the office is not familiar with.',
      why: 'Only those who were told know this number. A stranger tries number after number, or has a list that leaked.',
      falseAlarms:
        'People who were passed the number on, the new number of somebody who was told, calls forwarded from the main number.',
      tuning: '`unpublished` in `office.lines`, for each number.',
    },
  },
});
