import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Block lists are strangers' opinions: they add to the score and decide nothing. */
export const reported = defineRule({
  id: 'reported',
  group: 'behaviour',
  weight: 20,
  variants: { few: 20, several: 40, many: 60 },
  forgery: false,
  look({ caller: { number }, at }, knowledge) {
    if (number === null) return null;
    const reports = knowledge.reports(number, at);
    // A forger's victims are reported in his stead, the police first of all.
    if (reports === null || knowledge.protectedNumbers.ownerOf(number) !== null) return null;
    const { votes, sources } = reports;
    return {
      facts: { number: maskNumber(number), votes, sources: sources.join(', ') },
      variant: votes >= 10 ? 'many' : votes >= 3 ? 'several' : 'few',
    };
  },
  wording: {
    ja: ({ number, votes, sources }) => `${number} は迷惑電話として ${votes} 件報告されています（出所: ${sources}）。`,
    en: ({ number, votes, sources }) =>
      `${number} was reported as a nuisance ${votes === 1 ? 'once' : `${votes} times`} (source: ${sources}).`,
  },
  about: {
    ja: {
      sees: '迷惑電話の報告（`list: report` の項目）に、その番号が載っていること。報告が1・2件なら +20、3件から +40、10件から +60 です。',
      why: '同じ番号に迷惑した人がいます。ただし他人の意見なので、それだけで断ることはありません。',
      falseAlarms: '番号を偽られた被害者や、前の持ち主が報告された番号に働きます。公的な番号と守る番号には働きません。',
      tuning:
        '`list: report` の項目は、信頼できる出所のものだけを入れてください。`weight` は1・2件のときの重みで、ほかも同じ割合で変わります。',
    },
    en: {
      sees: 'A block list (entries of `list: report`) names the number: +20 for one or two reports, +40 from three, +60 from ten.',
      why: "Others were bothered by this number. But that is a stranger's opinion, so it never rejects by itself.",
      falseAlarms:
        'Numbers that were forged by somebody else, or reported under an earlier owner. Official and protected numbers are never met.',
      tuning:
        'Take `list: report` entries only from sources you trust. `weight` is the one for one or two reports; the others change in proportion.',
    },
  },
});
