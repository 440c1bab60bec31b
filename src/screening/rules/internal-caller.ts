import { defineRule } from '../finding';

/** Extensions and star codes that another exchange of the house sends. A short number from outside is another matter. */
export const internalCaller = defineRule({
  id: 'internal-caller',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ caller: { number }, trunk }) {
    if (trunk.profile.reach !== 'internal' || number === null) return null;
    // 110 is a special number by the plan and an ordinary extension in many houses: the form decides.
    return number.form === 'short' || number.kind === 'internal' ? { facts: { trunk: trunk.name } } : null;
  },
  wording: {
    ja: ({ trunk }) => `社内の回線「${trunk}」の内線番号からの着信なので、判定しません。`,
    en: ({ trunk }) => `An extension calls over the internal trunk "${trunk}", which is not judged.`,
  },
});
