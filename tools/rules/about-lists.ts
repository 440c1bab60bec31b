import type { About } from '../../src/screening/finding';
import { listRules } from '../../src/screening/lists/allow-deny';
import type { Language } from '../../src/text/language';

/** What an admin should know of the findings that list entries make; the rules of the book say it themselves. */
export const aboutLists: Readonly<Record<string, Readonly<Record<Language, About>>>> = {
  [listRules.allow]: {
    ja: {
      sees: '許可リストの項目が、表示された番号、その先頭の数字、割当事業者、または種別に当てはまること。いちばん細かい項目だけが効き、同じ細かさなら許可が拒否に勝ちます。',
      why: '事務所が知っている相手です。',
      falseAlarms: '知り合いの番号も偽れます。そのため † の規則は見逃しません。',
      tuning:
        '`lists` に `list: allow` で書きます。`excuses` に、その項目では見逃す † の規則を書けます。期限は `expires` です。',
    },
    en: {
      sees: 'An allow entry is about the number shown: the number itself, its first digits, the carrier of its block, or its kind. The most specific entry alone speaks; of equal ones allow beats deny.',
      why: 'The office knows this caller.',
      falseAlarms: "A friend's number can be forged, so the rules marked † are not excused.",
      tuning: '`list: allow` in `lists`. `excuses` names † rules the entry excuses; `expires` ends it.',
    },
  },
  [listRules.deny]: {
    ja: {
      sees: '拒否リストの項目が、表示された番号、その先頭の数字、割当事業者、または種別に当てはまること。',
      why: '事務所が断ると決めた相手です。',
      falseAlarms: '先頭の数字、事業者、種別の項目は、関係のない人も断ります。公的な番号と守る番号は断りません。',
      tuning:
        '`lists` に `list: deny` で書きます。`rules` で `deny-entry` を `mode: observe` にすれば、断らずに試せます。',
    },
    en: {
      sees: 'A deny entry is about the number shown: the number itself, its first digits, the carrier of its block, or its kind.',
      why: 'The office decided to refuse this caller.',
      falseAlarms:
        'Entries for first digits, carriers and kinds meet bystanders. Official and protected numbers are never rejected.',
      tuning:
        '`list: deny` in `lists`. `deny-entry` with `mode: observe` in `rules` tries them out without refusing anybody.',
    },
  },
};
