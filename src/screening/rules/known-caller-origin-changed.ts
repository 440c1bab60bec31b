import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Like an SSH host key that has changed: there may be a good reason, and one wants to know. */
export const knownCallerOriginChanged = defineRule({
  id: 'known-caller-origin-changed',
  group: 'origin',
  weight: 50,
  variants: { roaming: 15 },
  forgery: true,
  look({ caller: { number }, origin, trunk, memory: { caller } }) {
    if (caller.standing !== 'origin-changed' || number === null) return null;
    // Nobody outside reaches an internal trunk: another exchange of the house passed the call on.
    if (trunk.profile.reach === 'internal') return null;
    const [usual] = caller.usualOrigins;
    const roams = number.kind === 'mobile' && trunk.profile.reach === 'international';
    return {
      ...(roams ? { variant: 'roaming' } : {}),
      facts: {
        number: maskNumber(number),
        usualTrunk: usual?.trunk ?? '?',
        usualHost: usual?.assertedHost ?? '',
        usualIoi: usual?.origIoi ?? '',
        trunk: trunk.name,
        host: origin.assertedHost ?? '',
        ioi: origin.origIoi ?? '',
      },
    };
  },
  wording: {
    ja: ({ number, usualTrunk, usualHost, usualIoi, trunk, host, ioi }) =>
      `${number} はこれまで${originJa(usualTrunk, usualHost, usualIoi)}から着信していましたが、今回は${originJa(trunk, host, ioi)}からです。`,
    en: ({ number, usualTrunk, usualHost, usualIoi, trunk, host, ioi }) =>
      `${number} used to come over ${originEn(usualTrunk, usualHost, usualIoi)}, but now comes over ${originEn(trunk, host, ioi)}.`,
  },
  about: {
    ja: {
      sees: 'なじみの番号が、これまで一度も応答したことのない経路（回線、または網のホストや orig-ioi）から着信したこと。',
      why: '番号は偽れても、経路までは偽れません。いつもの相手の番号が違う経路から現れるのは、番号が盗み用いられたしるしです。',
      falseAlarms:
        '相手が電話会社を変えた、転送を使った、国外から携帯でかけた、事務所の別の回線にかけた、というときに働きます (国外からの携帯は軽く見ます)。一度確認に通れば、その経路も覚えます。',
      tuning:
        '許可リストでも見逃しません。事情が分かっている相手は `excuses` 付きで許可するか、`denwaban forget` で忘れさせてください。',
    },
    en: {
      sees: 'A known number comes from an origin (trunk, network host, orig-ioi) from which it was never answered before.',
      why: "A number can be forged, its way here cannot. A partner's number that comes by another way may have been stolen.",
      falseAlarms:
        'A partner who changed carrier, forwards calls, calls another line of the office, or roams with a mobile, which weighs less. Once the challenge is passed, the new origin is remembered too.',
      tuning:
        'An allow entry does not excuse it, unless it says so with `excuses`; `denwaban forget` makes it forget the caller.',
    },
  },
});

function originJa(trunk: string, host: string, ioi: string): string {
  return `回線「${trunk}」（網のホスト: ${host || 'なし'}、orig-ioi: ${ioi || 'なし'}）`;
}

function originEn(trunk: string, host: string, ioi: string): string {
  return `trunk "${trunk}" (network host: ${host || 'none'}, orig-ioi: ${ioi || 'none'})`;
}
