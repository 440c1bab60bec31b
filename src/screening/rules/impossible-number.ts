import { maskNumber } from '../../numbering/mask';
import type { NumberKind } from '../../numbering/number-info';
import type { Language } from '../../text/language';
import { defineRule } from '../finding';

/** Why no caller can have such a number (電気通信番号計画). */
const reasons = {
  impossible: { ja: '桁数か文字が番号の形をなしていません', en: 'has letters or a length that no number has' },
  special: { ja: '発信元にはならない 1XY の特番です', en: 'is a special number (1XY), which never calls' },
  'carrier-access': {
    ja: '発信元にはならない 00XY の事業者識別番号です',
    en: 'is a carrier access code (00XY), which never calls',
  },
  m2m: { ja: '通話をしない機器用の 020 番号です', en: 'is a machine number (020), which carries no voice' },
  pager: { ja: '発信しないポケットベルの番号です', en: 'is a pager number (0204), which never calls' },
  fmc: { ja: '使われていない 0600 の番号です', en: 'is in the 0600 range, which nobody operates' },
  premium: {
    ja: '発信元にはならない 0990・0170・0180 の番号です',
    en: 'is an information service number (0990, 0170, 0180), which never calls',
  },
  '091': { ja: '発信元にはならない 091 の番号です', en: 'is in the 091 range, which never calls' },
  internal: { ja: '外線に現れるには短すぎる番号です', en: 'is too short to come over an outside line' },
} as const satisfies Partial<Record<NumberKind, Readonly<Record<Language, string>>>>;

/** Beware of alarm gateways that send their own serial number: they want an allow entry with an excuse. */
export const impossibleNumber = defineRule({
  id: 'impossible-number',
  group: 'plan',
  weight: 100,
  forgery: true,
  look({ caller: { number }, trunk }) {
    if (number === null || !hasReason(number.kind)) return null;
    if (trunk.profile.reach === 'internal' && (number.form === 'short' || number.kind === 'internal')) return null;
    return { facts: { number: maskNumber(number), kind: number.kind } };
  },
  wording: {
    ja: ({ number, kind }) => `${number} は${reasons[kind].ja}。`,
    en: ({ number, kind }) => `${number} ${reasons[kind].en}.`,
  },
  about: {
    ja: {
      sees: '電気通信番号計画にありえない番号。桁が合わない、文字が混じる、発信元にならない番号（110 などの特番、00XY、020、0204、0600、0990、0170、0180、091）、外線に現れた短い番号です。',
      why: '本当の電話は、このような番号では発信できません。番号は送り手が書いたものです。',
      falseAlarms: '自分の製造番号などを送ってくる警報装置の中継機があります。',
      tuning: 'そのような装置は、`lists` に許可の項目を作り、`excuses: [impossible-number]` と書けば通ります。',
    },
    en: {
      sees: 'A number that the numbering plan cannot hold: a wrong length, letters, a number that never calls (110 and the like, 00XY, 020, 0204, 0600, 0990, 0170, 0180, 091), or a short one on an outside line.',
      why: 'No telephone can call from such a number: whoever sent the call made it up.',
      falseAlarms: 'Some gateways of alarm systems send a serial number of their own.',
      tuning: 'Give such a device an allow entry in `lists` with `excuses: [impossible-number]`.',
    },
  },
});

function hasReason(kind: NumberKind): kind is keyof typeof reasons {
  return Object.hasOwn(reasons, kind);
}
