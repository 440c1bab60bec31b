import { type Call, type CallResult, placeCall } from './call';
import { dialOut } from './dial-out';
import { type Handset, openHandset } from './handset';
import { type House, type TrunkName, trunkAddresses } from './house';
import type { Voice } from './voice';

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
  /** Talks on when somebody in the office answers: until the conduct, or the office, ends the call. */
  readonly stays?: boolean;
}

/** What a caller can do while the call lasts. */
export type Line = Voice &
  Pick<Call, 'untilAnswer' | 'hangUp' | 'pressByInfo'> & {
    /** Resolves when the call is over, whoever ended it. */
    untilOver(): Promise<void>;
  };

/**
 * What a caller does. All of them talk briefly and hang up when somebody in the office answers, unless they stay. What
 * they still wait for when the call is over is forgotten.
 */
export type Conduct = (line: Line) => Promise<unknown>;

/** What a caller got. */
export interface Experience {
  /** SIP Call-ID. */
  readonly callId: string;
  readonly call: CallResult;
  /** Somebody in the office answered, and the caller heard it. */
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

/** The same with keys as tones in the voice. */
export const pressRightInBand: Conduct = async ({ heard, pressInBand }) => {
  for (;;) await pressInBand(digitOf(await heard(digits, oneMinute)));
};

/** The same with keys by SIP INFO. */
export const pressRightByInfo: Conduct = async ({ heard, pressByInfo }) => {
  for (;;) await pressByInfo(digitOf(await heard(digits, oneMinute)));
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

/** Hangs up when this announcement has been said to its end. */
export function hangUpAfter(prompt: string): Conduct {
  return async ({ heardOut, hangUp }) => {
    await heardOut([prompt], oneMinute);
    await hangUp();
  };
}

/** Hangs up on being asked for a digit. */
export const hangUpWhenAsked: Conduct = async ({ heard, hangUp }) => {
  await heard(digits, oneMinute);
  await hangUp();
};

/** Says these after the tones, one after each; after further tones nothing. */
export function sayAfterTone(...sounds: readonly Buffer[]): Conduct {
  return async ({ heardOut, say }) => {
    for (const sound of sounds) {
      await heardOut(['tone'], oneMinute);
      await say(sound);
    }
  };
}

/** Says so much of it after the first tone, in milliseconds, and hangs up in mid-word. */
export function hangUpInRecording(sound: Buffer, milliseconds: number): Conduct {
  return async ({ heardOut, say, hangUp }) => {
    await heardOut(['tone'], oneMinute);
    await say(sound.subarray(0, 8 * milliseconds));
    await hangUp();
  };
}

/** A machine: speaks from the moment the line is open, over everything that is said to it, and never presses a key. */
export function speakOn(sound: Buffer): Conduct {
  return async ({ say, untilOver }) => {
    const talking = new AbortController();
    void untilOver().then(() => talking.abort());
    while (!talking.signal.aborted) await say(sound);
  };
}

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
  return experience(call, handset, caller.conduct, caller.stays ?? false);
}

/**
 * Somebody in the office dials `number` from its telephone, a staff code for example, and listens; `connected` means
 * that whoever answered echoes.
 */
export async function letOfficeDial(
  { asterisk, prompts }: House,
  number: string,
  conduct: Conduct = listen,
): Promise<Experience> {
  const handset = await openHandset(asterisk.officePhone.address, prompts);
  return experience(await dialOut(asterisk, number, handset), handset, conduct, true);
}

async function experience(call: Call, handset: Handset, conduct: Conduct, stays: boolean): Promise<Experience> {
  let connected = false;
  const over = call.result.then(() => undefined);
  const answered = handset.hearsEcho(oneMinute).then(() => {
    connected = true;
  });
  answered.catch(() => undefined);
  const { untilAnswer, hangUp, pressByInfo } = call;
  // The caller acts until the call is decided; what they still wait for then does not matter.
  conduct({ ...handset, untilAnswer, hangUp, pressByInfo, untilOver: () => over.catch(() => undefined) }).catch(
    () => undefined,
  );
  if (!stays) {
    await Promise.race([over, answered]);
    if (connected) await call.hangUp();
  }
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
