import { type CallResult, placeCall } from './call';
import { openHandset } from './handset';
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

/**
 * What a caller does. All of them talk briefly and hang up when somebody in the office answers.
 * `listen`: waits for whatever comes. `press-right` and `press-wrong`: press what they hear, or something else, each
 * time they are asked. `hang-up`: hangs up as soon as they are asked to press a digit.
 */
export type Conduct = 'listen' | 'press-right' | 'press-wrong' | 'hang-up';

/** What a caller got. */
export interface Experience {
  readonly callId: string;
  readonly call: CallResult;
  /** Somebody in the office answered. */
  readonly connected: boolean;
  /** The announcements heard, in order, by their file names. */
  readonly heard: readonly string[];
}

const digits = Array.from({ length: 10 }, (_, digit) => `digit-${digit}`);
const oneMinute = 60_000;

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
  const over = call.result.then(() => 'over' as const);
  const answered = handset.hearsOffice(oneMinute).then(() => 'answered' as const);
  answered.catch(() => undefined);

  const obey = async (): Promise<void> => {
    if (caller.conduct === 'listen') return;
    for (;;) {
      const asked = await handset.heard(digits, oneMinute);
      const digit = asked.slice('digit-'.length);
      if (caller.conduct === 'hang-up') {
        await call.hangUp();
        return;
      }
      await handset.press(caller.conduct === 'press-right' ? digit : otherThan(digit));
    }
  };
  // The caller acts until the call is decided; what they still wait for then does not matter.
  obey().catch(() => undefined);

  const connected = (await Promise.race([over, answered])) === 'answered';
  if (connected) await call.hangUp();
  const result = await call.result;
  handset.close();
  return { callId: call.callId, call: result, connected, heard: handset.everythingHeard() };
}

function otherThan(digit: string): string {
  return String((Number(digit) + 1) % 10);
}
