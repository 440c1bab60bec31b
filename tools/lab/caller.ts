import { type Call, type CallResult, placeCall } from './call';
import { type Handset, openHandset } from './handset';
import { type House, type TrunkName, trunkAddresses } from './house';

/** Somebody who calls the office: what the trunk delivers of them, and what they do. */
export interface Caller {
  readonly trunk: TrunkName;
  /** The dialled number. */
  readonly called: string;
  /** The From line, verbatim, without tag. */
  readonly from: string;
  /** Further header lines, verbatim. */
  readonly headers?: readonly string[];
  readonly conduct: Conduct;
}

/** What a caller can do while the call lasts. */
export type Line = Pick<Handset, 'heard' | 'press'> & Pick<Call, 'untilAnswer' | 'hangUp'>;

/** What a caller does. All of them talk briefly and hang up when somebody in the office answers. */
export type Conduct = (line: Line) => Promise<unknown>;

/** What a caller got. */
export interface Experience {
  /** SIP Call-ID. */
  readonly callId: string;
  readonly call: CallResult;
  /** Somebody in the office answered. */
  readonly connected: boolean;
  /** The announcements heard, in order, by their file names. */
  readonly heard: readonly string[];
}

const digits = Array.from({ length: 10 }, (_, digit) => `digit-${digit}`);
const oneMinute = 60_000;

/** Waits for whatever comes. */
export const listen: Conduct = async () => undefined;

/** Presses the digits asked for. */
export const pressRight: Conduct = async ({ heard, press }) => {
  for (;;) await press(digitOf(await heard(digits, oneMinute)));
};

/** Presses another digit each time. */
export const pressWrong: Conduct = async ({ heard, press }) => {
  for (;;) await press(otherThan(digitOf(await heard(digits, oneMinute))));
};

/** Presses another digit at first, then the right one. */
export const pressWrongThenRight: Conduct = async (line) => {
  await line.press(otherThan(digitOf(await line.heard(digits, oneMinute))));
  await pressRight(line);
};

/** Hangs up on hearing this announcement. */
export function hangUpOn(prompt: string): Conduct {
  return async ({ heard, hangUp }) => {
    await heard([prompt], oneMinute);
    await hangUp();
  };
}

/** Hangs up on being asked for a digit. */
export const hangUpWhenAsked: Conduct = async ({ heard, hangUp }) => {
  await heard(digits, oneMinute);
  await hangUp();
};

/** Lets one caller call. Their ears are real: they recognise the prompts in the audio that reaches them. */
export async function letCall({ asterisk, prompts }: House, caller: Caller): Promise<Experience> {
  const address = trunkAddresses[caller.trunk];
  const handset = await openHandset(address, prompts);
  const call = await placeCall({
    from: address,
    to: asterisk,
    called: caller.called,
    fromHeader: caller.from,
    handset,
    ...(caller.headers === undefined ? {} : { headers: caller.headers }),
  });
  const over = call.result.then(() => false);
  const answered = handset.hearsOffice(oneMinute).then(() => true);
  answered.catch(() => undefined);
  const line: Line = {
    heard: handset.heard,
    press: handset.press,
    untilAnswer: call.untilAnswer,
    hangUp: call.hangUp,
  };
  // The caller acts until the call is decided; what they still wait for then does not matter.
  caller.conduct(line).catch(() => undefined);

  const connected = await Promise.race([over, answered]);
  if (connected) await call.hangUp();
  const result = await call.result;
  handset.close();
  return { callId: call.callId, call: result, connected, heard: handset.everythingHeard() };
}

function digitOf(prompt: string): string {
  return prompt.slice('digit-'.length);
}

function otherThan(digit: string): string {
  return String((Number(digit) + 1) % 10);
}
