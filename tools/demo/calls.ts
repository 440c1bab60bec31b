import type { Outcome } from '../../src/journal/decision';
import type { Verdict } from '../../src/screening/assessment';
import type { StaffAnswer } from '../../src/text/answers';
import type { Language } from '../../src/text/language';
import { pressAt } from '../lab/answerers';
import { type Caller, hangUpWhenAsked, listen, pressRight, pressWrong, sayAfterTone } from '../lab/caller';
import { utter } from '../lab/spoken';
import type { PhoneConduct } from '../lab/telephone';

/** A call of the demo: who calls, and how it must end. */
export interface DemoCall {
  readonly story: Readonly<Record<Language, string>>;
  readonly caller: Caller;
  /** What came before it, in this order; absent: it does not matter. */
  readonly past?: readonly PastEvent[];
  /** What the office does when its telephone rings; absent: it answers and talks. */
  readonly phone?: PhoneConduct;
  readonly expected: {
    readonly verdict: Verdict;
    readonly outcome: Outcome;
    /** The rule that leads the decision; `null`: nothing was found. */
    readonly rule: string | null;
    /** Final SIP answer the caller got; `null`: none, they hung up before. */
    readonly code: number | null;
    readonly heard: readonly string[];
    /** What whoever answered pressed, where the caller was announced. */
    readonly staff?: StaffAnswer;
  };
}

/** Something the office remembers: a call it answered, or a number it dialled. */
export type PastEvent = { readonly answered: Caller } | { readonly dialled: string };

const mainNumber = '0312345678';
const secondNumber = '0312345671';
const faxNumber = '0312345679';

/** ひかり電話 delivers From and, asserted by the network, the same number once more. */
function overHikari(number: string, called = mainNumber): Omit<Caller, 'conduct'> {
  return {
    trunk: 'hikari',
    called,
    from: `From: "${number}" <sip:${number}@ntt-east.ne.jp>`,
    headers: [
      `P-Asserted-Identity: <sip:${number}@ntt-east.ne.jp>`,
      `P-Called-Party-ID: <sip:${called}@ntt-east.ne.jp>`,
    ],
  };
}

function withheldOverHikari(reason: string, called = mainNumber): Omit<Caller, 'conduct'> {
  return {
    trunk: 'hikari',
    called,
    from: `From: "${reason}" <sip:anonymous@anonymous.invalid>`,
    headers: [`P-Called-Party-ID: <sip:${called}@ntt-east.ne.jp>`],
  };
}

/** A partner of the office, with the network's word for it; the same number, taken over and sent in by another way. */
const partner: Caller = { ...overHikari('0335000002'), conduct: listen };
const hijacked: Caller = {
  ...partner,
  headers: ['P-Asserted-Identity: <sip:0335000002@transit.example>'],
  conduct: hangUpWhenAsked,
};

/** Somebody who states a name when asked to. */
export const visitor = utter('visitor', 1.5);

const connected = { outcome: 'connected', code: 200 } as const;

/** Invented numbers throughout, but for the police headquarters' public one. */
export const demoCalls: readonly DemoCall[] = [
  {
    story: { ja: '普通の携帯電話', en: 'an ordinary mobile' },
    caller: { ...overHikari('09012340000'), conduct: listen },
    expected: { verdict: 'allow', rule: null, heard: [], ...connected },
  },
  {
    story: { ja: '非通知 (本人の意思)', en: 'withheld by the caller' },
    // To a number of its own: who then redials it with a number is believed a little more (redialled-with-number).
    caller: { ...withheldOverHikari('Anonymous', secondNumber), conduct: listen },
    expected: {
      verdict: 'reject',
      outcome: 'refused',
      rule: 'withheld-by-user',
      code: 433,
      heard: ['withheld-rejected', 'withheld-advice'],
    },
  },
  {
    story: { ja: '国内の固定番号が国外回線から', en: 'a domestic fixed number from the overseas trunk' },
    caller: {
      trunk: 'overseas',
      called: mainNumber,
      from: 'From: <sip:+81335000000@gateway.example>',
      conduct: pressRight,
    },
    expected: {
      verdict: 'screen',
      rule: 'domestic-fixed-from-abroad',
      heard: ['challenge'],
      ...connected,
    },
  },
  {
    story: {
      ja: '網内回線に他社の番号 (案内の途中で切る)',
      en: "another carrier's number on the on-net trunk, who hangs up",
    },
    caller: {
      trunk: 'onnet',
      called: mainNumber,
      from: 'From: <sip:0335000001@onnet.example>',
      conduct: hangUpWhenAsked,
    },
    expected: {
      verdict: 'screen',
      outcome: 'abandoned',
      rule: 'carrier-not-on-this-trunk',
      code: 200,
      heard: ['challenge'],
    },
  },
  {
    story: { ja: '公衆電話', en: 'a payphone' },
    caller: { ...withheldOverHikari('Coin line/payphone'), conduct: pressRight },
    expected: { verdict: 'screen', rule: 'withheld-payphone', heard: ['challenge'], ...connected },
  },
  {
    story: { ja: '割り当てのない番号帯', en: 'a number in an unallocated block' },
    caller: { ...overHikari('0662000000'), conduct: pressRight },
    expected: { verdict: 'screen', rule: 'unallocated-block', heard: ['challenge'], ...connected },
  },
  {
    story: { ja: '存在しない国番号', en: 'a country code that does not exist' },
    caller: {
      trunk: 'overseas',
      called: mainNumber,
      from: 'From: <sip:+422550123@gateway.example>',
      conduct: pressWrong,
    },
    expected: {
      verdict: 'screen',
      outcome: 'refused',
      rule: 'nonexistent-country',
      code: 200,
      heard: ['challenge', 'try-again', 'challenge-failed'],
    },
  },
  {
    story: { ja: '拒否リストの番号', en: 'a number on the deny list' },
    caller: { ...overHikari('09011119999'), conduct: listen },
    expected: { verdict: 'reject', outcome: 'refused', rule: 'deny-entry', code: 607, heard: ['rejected'] },
  },
  {
    story: { ja: '許可リストの取引先', en: 'a supplier on the allow list' },
    caller: { ...overHikari('0362029999'), conduct: listen },
    expected: { verdict: 'allow', rule: 'allow-entry', heard: [], ...connected },
  },
  {
    story: { ja: 'ファクス回線への非通知', en: 'withheld, to the exempt fax line' },
    caller: { ...withheldOverHikari('Anonymous', faxNumber), conduct: listen },
    expected: { verdict: 'allow', rule: 'exempt-line', heard: [], ...connected },
  },
  {
    story: {
      ja: '三度話した取引先の番号が、違う経路から (案内の途中で切る)',
      en: 'a partner’s number, answered three times before, now by another way, who hangs up',
    },
    past: [{ answered: partner }, { answered: partner }, { answered: partner }],
    caller: hijacked,
    expected: {
      verdict: 'screen',
      outcome: 'abandoned',
      rule: 'known-caller-origin-changed',
      code: 487,
      heard: ['challenge'],
    },
  },
  {
    story: {
      ja: '自社の番号が外から (名乗ってもらい、事務所が断る)',
      en: 'our own number from outside, who states a name, and the office refuses',
    },
    caller: { ...overHikari('0312345670'), conduct: sayAfterTone(visitor.sound) },
    phone: pressAt('staff-keys', '2'),
    expected: {
      verdict: 'screen',
      outcome: 'presented',
      rule: 'own-number-from-outside',
      code: 200,
      heard: ['name-please', 'tone', 'refused-politely'],
      staff: 'refused',
    },
  },
  {
    story: {
      ja: '警察の番号 (名乗ってもらい、事務所が受ける)',
      en: 'a police number, who states a name, and the office takes the call',
    },
    caller: { ...overHikari('0335814321'), conduct: sayAfterTone(visitor.sound) },
    phone: pressAt('staff-keys', '1'),
    expected: {
      verdict: 'screen',
      outcome: 'presented',
      rule: 'official-number',
      code: 200,
      heard: ['dial-published', 'name-please', 'tone'],
      staff: 'taken',
    },
  },
  {
    story: {
      ja: '119 に電話した後の、消防からの非通知の折り返し',
      en: 'the fire station calls back, withheld, after 119 was dialled',
    },
    past: [{ dialled: '119' }],
    caller: { ...withheldOverHikari('Anonymous'), conduct: listen },
    expected: { verdict: 'allow', rule: 'emergency-call-back', heard: [], ...connected },
  },
];
