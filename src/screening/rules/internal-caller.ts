import { defineRule } from '../finding';

const longestExtension = 6;

/** Extensions and star codes that another exchange of the house sends. A short number from outside is another matter. */
export const internalCaller = defineRule({
  id: 'internal-caller',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ caller: { number }, trunk }) {
    if (trunk.profile.reach !== 'internal' || number === null) return null;
    // 110 is a special number by the plan and an ordinary extension in many houses: the form decides.
    // Many houses have extensions that begin with 0, which no plan knows.
    const isShort = number.form === 'short' || number.kind === 'internal' || number.input.length <= longestExtension;
    return isShort ? { facts: { trunk: trunk.name } } : null;
  },
  wording: {
    ja: ({ trunk }) => `社内の回線「${trunk}」の内線番号からの着信なので、判定しません。`,
    en: ({ trunk }) => `An extension calls over the internal trunk "${trunk}", which is not judged.`,
  },
  about: {
    ja: {
      sees: '`reach: internal` の回線に、内線番号や特番のような短い番号で来た着信。',
      why: '社内の別の交換機にある内線からの着信で、外の人はこの回線に届きません。',
      falseAlarms: '外線を誤って `reach: internal` と書くと、短い番号が判定されずに通ります。',
      tuning: '回線の `reach` で決まります。',
    },
    en: {
      sees: 'A call on a trunk of `reach: internal` with a short number: an extension or a star code.',
      why: 'It comes from an extension of another exchange of the house; nobody outside reaches such a trunk.',
      falseAlarms: 'An outside line that is wrongly given `reach: internal` lets short numbers through unjudged.',
      tuning: 'The `reach` of the trunk.',
    },
  },
});
