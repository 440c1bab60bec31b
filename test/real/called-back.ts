import type { Sequel } from '../../src/journal/sequel';
import { type Caller, type Conduct, hangUpOn } from '../../tools/lab/caller';
import { headerValues, type SipMessage } from '../../tools/lab/sip-trace';
import type { PhoneConduct, RingingCall } from '../../tools/lab/telephone';
import { eventually } from '../support/handles';
import { type Call, type Delivered, mainNumber, type Office, overseas } from './office';

/** Callers who are called back: many at once, each told from the others by the number, with somebody at each telephone. */

/** The usual office, which calls every suspect back that it may. */
export const callBackConfig = (callBack = 'atOnce: 10, perHour: 60, perDay: 500, ringSeconds: 5', more = '') => `
language: en
rules: { many-callers-one-trunk: { mode: off }, repeated-short-calls: { mode: off } }
trunks:
  hikari: { operator: ntt-east, trustsAssertedIdentity: true, earlyMedia: true }
  overseas: { reach: international, earlyMedia: true }
  inband: { reach: international, earlyMedia: true }
  info: { reach: international }
office:
  numbers: ["${mainNumber}", "0312345670"]
  countries: { highRisk: [CN] }
challenge:
  usual: call-back
  choices: []
  digitTimeoutSeconds: 3
  callBack: { trunk: hikari, callerNumber: "03-1234-5678", ${callBack} }
${more}`;

/** One call, and what came of it, as its caller, whoever was called back, the office and the journal have it. */
export interface CalledBack extends Call {
  /** What came of it; `null` where nobody was to be called back. */
  readonly sequel: Sequel | null;
  /** Each time that the number was dialled since. */
  readonly dialled: readonly RingingCall[];
  /** Each ringing of the office's telephone since with this number on its display. */
  readonly rung: readonly RingingCall[];
  /** Whoever was called back heard the office, and the office heard them. */
  readonly talked: boolean;
}

export interface Circumstances {
  /** National form: what is shown, dialled back, and seen on the office's display. */
  readonly number: string;
  /** By default the number arrives from abroad, which no fixed line of Japan does. */
  readonly from?: Delivered;
  /** By default the caller hears the whole notice, and hangs up. */
  readonly caller?: Conduct;
  /** Who sits where the number is dialled; by default nobody answers. */
  readonly owner?: PhoneConduct;
  /** Who sits in the office; by default somebody who answers. */
  readonly staff?: PhoneConduct;
}

/** Hears that we call back, and hangs up when asked to. */
export const hangUpWhenTold: Conduct = hangUpOn('call-back-notice-2');

/** Answers, presses 1 when asked, talks, and hangs up. */
export const sayYesAndTalk: PhoneConduct = async (call) => {
  await sayYes(call);
  await call.hearsEcho(60_000);
  await call.hangUp();
};

/** Answers, presses 1 when asked, and stays. */
export const sayYes: PhoneConduct = async (call) => {
  await call.answer();
  await call.heard(['call-back-ask'], 60_000);
  await call.press('1');
};

export class CallBackLine {
  private readonly owners = new Map<string, PhoneConduct>();
  private readonly staff = new Map<string, PhoneConduct>();
  private readonly talked = new Set<RingingCall>();

  constructor(private readonly office: Office) {
    office.outside.behave((call) => {
      call.hearsEcho(120_000).then(
        () => this.talked.add(call),
        () => undefined,
      );
      return this.owners.get(call.called)?.(call) ?? Promise.resolve();
    });
    office.phone.behave((call) => (this.staff.get(shownBy(call.invite)) ?? ((one) => one.answer()))(call));
  }

  /** Seats somebody at both telephones, for this number. */
  seat({ number, owner, staff }: Circumstances): void {
    if (owner !== undefined) this.owners.set(number, owner);
    if (staff !== undefined) this.staff.set(number, staff);
  }

  /** Resolves when the call is over, and whoever was called back has hung up. */
  async place(circumstances: Circumstances): Promise<CalledBack> {
    const { office } = this;
    const { number } = circumstances;
    this.seat(circumstances);
    const before = { dialled: this.dialled(number).length, rung: this.rung(number).length };
    const call = await office.call(callerOf(circumstances));
    const { id, outcome } = call.decision;
    const since = () => this.dialled(number).slice(before.dialled);
    let sequel: Sequel | null = null;
    if (outcome === 'call-back') {
      await (await eventually(() => since()[0], 20_000)).untilOver();
      sequel = await office.denwaban.untilSequel(id);
    }
    const dialled = since();
    const talked = dialled.some((one) => this.talked.has(one));
    return { ...call, sequel, dialled, rung: this.rung(number).slice(before.rung), talked };
  }

  dialled(number: string): readonly RingingCall[] {
    return this.office.outside.calls().filter(({ called }) => called === number);
  }

  /** Resolves when the office's telephone rings with this number on its display. */
  async untilRung(number: string): Promise<void> {
    await eventually(() => this.rung(number)[0], 60_000);
  }

  rung(number: string): readonly RingingCall[] {
    return this.office.phone.calls().filter(({ invite }) => shownBy(invite) === number);
  }
}

export function callerOf({ number, from, caller = hangUpWhenTold }: Circumstances): Caller {
  return { ...(from ?? fromAbroad(number)), conduct: caller };
}

/** The number in international form, on the trunk from abroad. */
export function fromAbroad(number: string): Delivered {
  return overseas(`+81${number.slice(1)}`);
}

/** All of them at once; whoever asks for one waits for it. */
export function atOnce<Name extends string>(
  line: CallBackLine,
  stories: Readonly<Record<Name, Circumstances>>,
): { of(name: Name): Promise<CalledBack>; readonly all: Promise<unknown> } {
  const under = new Map<string, Promise<CalledBack>>();
  for (const [name, story] of Object.entries<Circumstances>(stories)) under.set(name, line.place(story));
  return {
    all: Promise.allSettled(under.values()),
    of: (name) => under.get(name) ?? Promise.reject(new Error(`nobody called ${name}`)),
  };
}

/** The number a display shows. */
function shownBy(invite: SipMessage): string {
  return /sip:([^@]*)@/.exec(headerValues(invite, 'From')[0] ?? '')?.[1] ?? '';
}
