import { defineRule } from '../finding';

/** Without the paid ナンバー・ディスプレイ option every call arrives anonymous: that says nothing of the caller. */
export const lineShowsNoNumbers = defineRule({
  id: 'line-shows-no-numbers',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ caller, trunk }) {
    return caller.presentation === 'unknown' && !trunk.profile.presentsNumber ? { facts: { trunk: trunk.name } } : null;
  },
  wording: {
    ja: ({ trunk }) => `回線「${trunk}」は番号が通知されない契約なので、番号のない着信も通します。`,
    en: ({ trunk }) => `Trunk "${trunk}" shows no numbers at all, so a call without one is let through.`,
  },
});
