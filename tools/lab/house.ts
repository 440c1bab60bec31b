import { join } from 'node:path';
import { pickUp } from './answerers';
import { type AsteriskInstance, startAsterisk } from './asterisk';
import type { CallResult } from './call';
import { type Denwaban, type DenwabanOptions, startDenwaban } from './denwaban';
import { dialOut } from './dial-out';
import { project } from './project';
import { type KnownPrompt, learnPrompts } from './prompt-ear';
import type { Utterance } from './spoken';
import { type PhoneConduct, startTelephone, type Telephone } from './telephone';

/** A whole small office: its exchange with the project's own configuration, its telephone, and Denwaban beside it. */
export interface House {
  readonly asterisk: AsteriskInstance;
  /** The office's telephone. By default every call is answered, and its voice echoed until the caller hangs up. */
  readonly phone: Telephone;
  /** A second one beside it, `office-phone-2`, which the project's own dialplan never rings. */
  readonly secondPhone: Telephone;
  /** Whoever is dialled over the outgoing trunk. By default they answer and stay; they do not echo. */
  readonly outside: Telephone;
  readonly denwaban: Denwaban;
  /** What every ear of the house knows. */
  readonly prompts: readonly KnownPrompt[];
  /** Somebody in the office dials `number`, and hangs up as soon as it is answered. */
  dialOut(number: string): Promise<CallResult>;
  stop(): Promise<void>;
}

export interface HouseOptions extends Omit<DenwabanOptions, 'exchange'> {
  /** Language of the prompts that ears know; the service's own is in its configuration. */
  readonly language?: 'ja' | 'en';
  /** Site files of the exchange, by path below `asterisk-conf`. */
  readonly siteFiles?: Readonly<Record<string, string>>;
  /** What the office does with its calls, until told otherwise. */
  readonly staff?: PhoneConduct;
  /** People whose voices every ear shall recognise. */
  readonly voices?: readonly Utterance[];
}

/**
 * The addresses by which the exchange tells its trunks apart: those of `asterisk-conf/pjsip.conf`, and two of the
 * laboratory's own (asterisk.ts) on which keys travel as tones and by SIP INFO.
 */
export const trunkAddresses = {
  hikari: '127.0.1.10',
  ip050: '127.0.1.20',
  overseas: '127.0.1.30',
  onnet: '127.0.1.40',
  internal: '127.0.1.50',
  inband: '127.0.1.60',
  info: '127.0.1.70',
} as const;

export type TrunkName = keyof typeof trunkAddresses;

const configuration = project('asterisk-conf');

/** Builds the house; when any part fails to start, what stands is taken down again. */
export async function openHouse({
  siteFiles = {},
  language = 'ja',
  staff = pickUp,
  voices = [],
  ...options
}: HouseOptions = {}): Promise<House> {
  const prompts = [...learnPrompts(join(configuration, 'sounds', language)), ...voices.flatMap(({ known }) => known)];
  const parts: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) await part.stop();
  };
  const build = async <Part extends { stop(): Promise<void> }>(starting: Promise<Part>): Promise<Part> => {
    const part = await starting;
    parts.push(part);
    return part;
  };
  try {
    const asterisk = await build(startAsterisk({ configuration, files: siteFiles }));
    const phone = await build(startTelephone({ at: asterisk.officePhone, prompts, conduct: staff }));
    const secondPhone = await build(startTelephone({ at: asterisk.secondPhone, prompts, conduct: staff }));
    // The office's telephone echoes; another echo would send the same sound to and fro.
    const outside = await build(startTelephone({ at: asterisk.outside, prompts, idle: 'own-noise', conduct: pickUp }));
    const denwaban = await build(startDenwaban({ ...options, exchange: asterisk }));
    await denwaban.untilReady();
    return {
      asterisk,
      phone,
      secondPhone,
      outside,
      denwaban,
      prompts,
      async dialOut(number) {
        const call = await dialOut(asterisk, number);
        // Whoever is not there or refuses ends the call themselves.
        return call.untilAnswer(200).then(call.hangUp, () => call.result);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
