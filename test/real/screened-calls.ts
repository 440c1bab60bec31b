import type { Sequel } from '../../src/journal/sequel';
import type { Caller, Conduct, Line } from '../../tools/lab/caller';
import { headerValues, type SipMessage } from '../../tools/lab/sip-trace';
import { utter } from '../../tools/lab/spoken';
import type { PhoneConduct, RingingCall, Telephone } from '../../tools/lab/telephone';
import { type Call, type Delivered, hikari, mainNumber, type Office } from './office';

/** Callers who state their name or leave a message, and those who answer them: many at once, each told from the others. */

/** Whose name it is. */
export const yamada = utter('yamada', 1);
/** What is left as a message. */
export const greeting = utter('greeting', 2);

/** What an ear makes of it that hears it whole. */
export const wholeName = ['yamada-begins', 'yamada-ends'];

/**
 * The dialplan of `extensions.conf` with more to dial: `0312345671` rings both telephones, `0312345672` has a further
 * context to ring when nobody takes the call.
 */
export const moreToDial = `
[general]
static = yes
writeprotect = yes
#include "extensions-denwaban.conf"

[from-hikari]
exten => 0312345672,1,Set(DENWABAN_ELSE=elsewhere)
 same => n,Goto(screened,\${EXTEN},1)
exten => _[+*#0-9]!,1,Goto(screened,\${EXTEN},1)
[from-overseas]
exten => _[+*#0-9]!,1,Goto(screened,\${EXTEN},1)
[from-ip050]
exten => _[+*#0-9]!,1,Goto(screened,\${EXTEN},1)

[screened]
exten => _[+*#0-9]!,1,Set(DENWABAN_NEXT=office)
 same => n,Goto(denwaban,\${EXTEN},1)

[office]
exten => 0312345671,1,Dial(PJSIP/office-phone&PJSIP/office-phone-2,30)
 same => n,Hangup()
exten => _[+*#0-9]!,1,Dial(PJSIP/office-phone,30)
 same => n,Hangup()

[elsewhere]
exten => _[+*#0-9]!,1,Dial(PJSIP/office-phone-2,30)
 same => n,Hangup()

[office-outbound]
include => denwaban-staff
`;

/** One screened call, as its caller, the office and the journal have it. */
export interface Screened extends Call {
  /** What came of it; `null` where nothing was to come. */
  readonly sequel: Sequel | null;
  /** Each ringing of each telephone on account of it. */
  readonly rung: readonly RingingCall[];
  readonly rungSecond: readonly RingingCall[];
}

export interface Circumstances {
  readonly caller: Conduct;
  /** By default a number of our own, which nobody else shows meanwhile. */
  readonly from?: Delivered;
  readonly called?: string;
  /** Who sits at the telephones; by default nobody answers. */
  readonly staff?: PhoneConduct;
  readonly secondStaff?: PhoneConduct;
}

/** Numbers of the office, as many as callers show at once. */
const ownNumbers = Array.from({ length: 60 }, (_, last) => `03123456${String(last).padStart(2, '0')}`);

/**
 * The usual office, impatient, and with those numbers; who is suspected states a name, but foreigners press a digit. A
 * high-risk country alone makes suspect.
 */
export const screeningConfig = `
language: en
rules: { many-callers-one-trunk: { mode: off }, repeated-short-calls: { mode: off } }
trunks:
  hikari: { operator: ntt-east, trustsAssertedIdentity: true, earlyMedia: true }
  ip050: { operator: rakuten-mobile }
  overseas: { reach: international }
  inband: { reach: international }
  info: { reach: international }
office:
  numbers: [${[mainNumber, ...ownNumbers].map((number) => `"${number}"`).join(', ')}]
  countries: { highRisk: [CN] }
challenge: { usual: state-name, staffKeySeconds: 5, staffRingSeconds: 10, digitTimeoutSeconds: 3 }
message: { maxSeconds: 10, silenceSeconds: 2 }
`;

/** Something that happens once, and somebody else waits for. */
export function moment(): { readonly come: () => void; readonly hasCome: Promise<void> } {
  let come: () => void = () => undefined;
  const hasCome = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { come, hasCome };
}

/** Lets callers call, and seats somebody at the telephones for each of them. */
export class ScreenedCalls {
  private readonly staff = new Map<string, PhoneConduct>();
  private readonly secondStaff = new Map<string, PhoneConduct>();
  private readonly unused = [...ownNumbers];

  constructor(private readonly office: Office) {
    office.phone.behave((call) => this.staff.get(shownBy(call.invite))?.(call) ?? Promise.resolve());
    office.secondPhone.behave((call) => this.secondStaff.get(shownBy(call.invite))?.(call) ?? Promise.resolve());
  }

  /** Resolves when the call is over and written down. */
  async place({ from, called, staff, secondStaff, caller }: Circumstances): Promise<Screened> {
    const { office } = this;
    const delivered = from ?? hikari(this.nextNumber());
    const number = endOf(delivered.from);
    this.seat(delivered, staff, secondStaff);
    const placed: Caller = {
      ...delivered,
      ...(called !== undefined && { called }),
      conduct: caller,
    };
    const before = [office.phone, office.secondPhone].map((phone) => ringsOf(phone, number).length);
    const call = await office.call(placed);
    const { outcome, id } = call.decision;
    const sequel = outcome === 'presented' || outcome === 'message' ? await office.denwaban.untilSequel(id) : null;
    const [rung = [], rungSecond = []] = [office.phone, office.secondPhone].map((phone, at) =>
      ringsOf(phone, number).slice(before[at]),
    );
    return { ...call, sequel, rung, rungSecond };
  }

  /** Seats somebody at the telephones for this caller. */
  seat({ from }: Pick<Delivered, 'from'>, staff?: PhoneConduct, secondStaff?: PhoneConduct): void {
    if (staff !== undefined) this.staff.set(endOf(from), staff);
    if (secondStaff !== undefined) this.secondStaff.set(endOf(from), secondStaff);
  }

  /** A number of our own that nobody shows yet. */
  nextNumber(): string {
    const number = this.unused.shift();
    if (number === undefined) throw new Error('more callers than numbers');
    return number;
  }
}

/** All of them at once; whoever asks for one waits for it. */
export function atOnce<Name extends string>(
  calls: ScreenedCalls,
  stories: Readonly<Record<Name, Circumstances>>,
): { of(name: Name): Promise<Screened>; readonly all: Promise<unknown> } {
  const under = new Map<string, Promise<Screened>>();
  for (const [name, story] of Object.entries<Circumstances>(stories)) under.set(name, calls.place(story));
  const all = Promise.allSettled(under.values());
  return { all, of: (name) => under.get(name) ?? Promise.reject(new Error(`nobody called ${name}`)) };
}

/** Waits, then hangs up. */
export function hangUpWhen(moment: Promise<void>): Conduct {
  return async ({ hangUp }) => {
    await moment;
    await hangUp();
  };
}

/** Says nothing after the next tone. */
export const saysNothing: Conduct = async ({ heardOut }) => {
  await heardOut(['tone'], 60_000);
};

/** One after the other. */
export function doing(...conducts: readonly Conduct[]): Conduct {
  return async (line) => {
    for (const conduct of conducts) await conduct(line);
  };
}

/** States the name after the tone, and says with # that this was all. */
export const stateName: Conduct = async (line) => {
  await afterTone(yamada.sound)(line);
  await line.press('#');
};

/** Leaves the message after the next tone; silence ends it. */
export const leaveMessage: Conduct = (line) => afterTone(greeting.sound)(line);

/** Nobody speaks as fast as a tone ends. */
const breath = Buffer.alloc(8 * 400, 0xff);

/** Says it after the next tone. */
export function afterTone(sound: Buffer): Conduct {
  return async ({ heardOut, say }: Line) => {
    await heardOut(['tone'], 60_000);
    await say(Buffer.concat([breath, sound]));
  };
}

function ringsOf(phone: Telephone, number: string): readonly RingingCall[] {
  return phone.calls().filter(({ invite }) => shownBy(invite) === number);
}

/** The number a telephone's display shows, without what tells it from another form of the same. */
function shownBy(invite: SipMessage): string {
  return endOf(headerValues(invite, 'From')[0] ?? '');
}

function endOf(from: string): string {
  return (/sip:\+?([\d]+)@/.exec(from)?.[1] ?? '').slice(-9);
}
