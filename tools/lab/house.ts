import { join } from 'node:path';
import { type AsteriskInstance, startAsterisk } from './asterisk';
import type { CallResult } from './call';
import { type Denwaban, type DenwabanOptions, startDenwaban } from './denwaban';
import { dialOut, startOutside } from './dial-out';
import { type OfficePhone, startOfficePhone } from './office-phone';
import { project } from './project';
import { type KnownPrompt, learnPrompts } from './prompt-ear';

/** A whole small office: its exchange with the project's own configuration, its telephone, and Denwaban beside it. */
export interface House {
  readonly asterisk: AsteriskInstance;
  readonly phone: OfficePhone;
  readonly denwaban: Denwaban;
  /** What a caller may hear. */
  readonly prompts: readonly KnownPrompt[];
  /** Somebody in the office dials `number`, and whoever answers there talks briefly and hangs up. */
  dialOut(number: string): Promise<CallResult>;
  stop(): Promise<void>;
}

export interface HouseOptions extends Omit<DenwabanOptions, 'exchange'> {
  /** Language of the prompts that callers know; the service's own is in its configuration. */
  readonly language?: 'ja' | 'en';
  /** Site files of the exchange, by path below `asterisk-conf`. */
  readonly siteFiles?: Readonly<Record<string, string>>;
}

/** The addresses by which `asterisk-conf/pjsip.conf` tells the trunks apart. */
export const trunkAddresses = {
  hikari: '127.0.1.10',
  ip050: '127.0.1.20',
  overseas: '127.0.1.30',
  onnet: '127.0.1.40',
  internal: '127.0.1.50',
} as const;

export type TrunkName = keyof typeof trunkAddresses;

const configuration = project('asterisk-conf');

/** Builds the house; when any part fails to start, what stands is taken down again. */
export async function openHouse({ siteFiles = {}, language = 'ja', ...options }: HouseOptions = {}): Promise<House> {
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
    const phone = await build(startOfficePhone({ at: asterisk.officePhone }));
    const denwaban = await build(startDenwaban({ ...options, exchange: asterisk }));
    await denwaban.untilReady();
    return {
      asterisk,
      phone,
      denwaban,
      prompts: learnPrompts(join(configuration, 'sounds', language)),
      async dialOut(number) {
        const outside = await startOutside(asterisk, { talkFor: 50 });
        const call = await dialOut(asterisk, number);
        return call.result.finally(() => outside.stop());
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
