import type { Refusal } from './orders';
import type { PhoneConduct } from './telephone';

/** What those who sit at a telephone do: the staff of the office, and whoever is called back. */

const patience = 60_000;

/** Answers, and stays until the other side hangs up: presses nothing, says nothing. */
export const pickUp: PhoneConduct = (call) => call.answer();

/** Nobody is there. */
export const letItRing: PhoneConduct = async () => undefined;

/** Refuses at once: 486 busy, 603 declined. */
export function decline(code: Refusal = 486): PhoneConduct {
  return (call) => call.decline(code);
}

/** Answers, and presses `keys` while `prompt` is said. Stays. */
export function pressAt(prompt: string, keys: string): PhoneConduct {
  return async (call) => {
    await call.answer();
    await call.heard([prompt], patience);
    await call.press(keys);
  };
}

/** Answers, and presses each of `keys` when `prompt` has been said anew, wrong ones first for example. Stays. */
export function pressEachTime(prompt: string, keys: string): PhoneConduct {
  return async (call) => {
    await call.answer();
    for (const key of keys) {
      await call.heardOut([prompt], patience);
      await call.press(key);
    }
  };
}

/** Answers, and hangs up while `prompt` is said; without one, as soon as the call is acknowledged. */
export function hangUpAt(prompt?: string): PhoneConduct {
  return async (call) => {
    await call.answer();
    if (prompt !== undefined) await call.heard([prompt], patience);
    await call.hangUp();
  };
}

/** Takes a call that is put through after the key `1`, says something, and hangs up when it has been said. */
export function takeAndSay(prompt: string, sound: Buffer): PhoneConduct {
  return async (call) => {
    await pressAt(prompt, '1')(call);
    await call.say(sound);
    await call.hangUp();
  };
}

/** Each call in its turn; the last conduct is also that of all further calls. */
export function inTurn(...conducts: readonly [PhoneConduct, ...PhoneConduct[]]): PhoneConduct {
  let turn = 0;
  return (call) => {
    const conduct = conducts[Math.min(turn, conducts.length - 1)] ?? conducts[0];
    turn += 1;
    return conduct(call);
  };
}
