import { randomBytes } from 'node:crypto';
import { type Mouth, openMouth, SAMPLES_PER_PACKET, SILENCE } from './mouth';
import { createPromptEar, type KnownPrompt } from './prompt-ear';
import { PCMU, payloadOf } from './rtp';
import { dualTone } from './spoken';

/** What somebody on a telephone can hear and say: G.711 µ-law both ways, and keys. */
export interface Voice {
  /** Resolves with the first of `names` that is played after what was heard before; rejects after `patience` ms. */
  heard(names: readonly string[], patience?: number): Promise<string>;
  /** As {@link heard}, but when its end has come. */
  heardOut(names: readonly string[], patience?: number): Promise<string>;
  /** Every announcement recognised so far, in order. */
  everythingHeard(): readonly string[];
  /**
   * Resolves when one's own voice comes back. Only a telephone that echoes sends it, so somebody there has picked up
   * this very call, and sound passes both ways.
   */
  hearsEcho(patience?: number): Promise<void>;
  /** Presses keys one after the other (RFC 4733), once the line is open; resolves when the last is released. */
  press(keys: string): Promise<void>;
  /** The same as tones within the voice. */
  pressInBand(keys: string): Promise<void>;
  /** Says µ-law sound, once the line is open; resolves when it is said, or when the line is closed. */
  say(sound: Buffer): Promise<void>;
}

/** A voice, as whoever carries its packets sees it. */
export interface VoiceEnd extends Voice {
  /** An RTP packet has come. */
  take(packet: Buffer): void;
  /** Opens the mouth. Calls after the first change nothing. */
  open(send: (packet: Buffer) => void): void;
  /** Whoever still waits for something gives up. */
  close(): void;
}

/** What is sent when nobody speaks: a noise of one's own, or what was heard, as an echo. */
export type Idle = 'own-noise' | 'echo';

interface Waiter {
  check(): void;
  giveUp(reason: string): void;
}

const PATIENCE = 15_000;
/** Of a prompt that a key cuts short, less must be left to echo than an ear could recognise on the other side. */
const MOST_ECHOES = 2;

export function createVoice(prompts: readonly KnownPrompt[], idle: Idle): VoiceEnd {
  const ear = createPromptEar(prompts);
  const noise = quietNoise();
  const toEcho: Buffer[] = [];
  let mouth: Mouth | undefined;
  let packets = 0;
  let echoes = 0;
  /** Everything that was named before these places in the ear's lists has been asked for. */
  let consumed = 0;
  let consumedEnds = 0;
  const waiters = new Set<Waiter>();
  let closed = false;
  const wake = () => {
    for (const waiter of waiters) waiter.check();
  };

  const until = <T>(find: () => T | undefined, patience: number, what: string) =>
    new Promise<T>((resolve, reject) => {
      const leave = () => {
        waiters.delete(waiter);
        clearTimeout(impatience);
      };
      const waiter: Waiter = {
        check() {
          const value = find();
          if (value === undefined) return;
          leave();
          resolve(value);
        },
        giveUp(reason) {
          leave();
          const soFar = `heard [${ear.recognised.join(', ')}] in ${packets} packets, ${echoes} of them echoes`;
          reject(new Error(`${what}: ${reason}; ${soFar}`));
        },
      };
      const impatience = setTimeout(() => waiter.giveUp(`not within ${patience} ms`), patience);
      waiters.add(waiter);
      if (closed) waiter.giveUp('the handset is closed');
      else waiter.check();
    });
  const openMouthOf = () => until(() => mouth, PATIENCE, 'an open line');

  return {
    take(packet) {
      packets += 1;
      const sound = payloadOf(packet, PCMU);
      if (sound === undefined) return;
      if (idle === 'echo' && toEcho.push(Buffer.from(sound)) > MOST_ECHOES) toEcho.shift();
      if (sound.equals(noise)) echoes += 1;
      else ear.hear(sound);
      wake();
    },
    open(send) {
      mouth ??= openMouth(idle === 'echo' ? () => toEcho.shift() ?? SILENCE : () => noise, send);
      wake();
    },
    heard: (names, patience = PATIENCE) =>
      until(
        () => {
          const at = ear.recognised.findIndex((name, index) => index >= consumed && names.includes(name));
          if (at < 0) return undefined;
          consumed = at + 1;
          return ear.recognised[at];
        },
        patience,
        names.join(' or '),
      ),
    heardOut: (names, patience = PATIENCE) =>
      until(
        () => {
          const at = ear.ended.findIndex((name, index) => index >= consumedEnds && names.includes(name));
          if (at < 0) return undefined;
          consumedEnds = at + 1;
          return ear.ended[at];
        },
        patience,
        `the end of ${names.join(' or ')}`,
      ),
    everythingHeard: () => ear.recognised,
    async hearsEcho(patience = PATIENCE) {
      await until(() => (echoes > 0 ? true : undefined), patience, 'the other telephone');
    },
    async press(keys) {
      const open = await openMouthOf();
      for (const key of keys) await open.press(key);
    },
    async pressInBand(keys) {
      const open = await openMouthOf();
      for (const key of keys) await open.say(dualTone(key));
    },
    async say(sound) {
      await (await openMouthOf()).say(sound);
    },
    close() {
      closed = true;
      mouth?.close();
      for (const waiter of waiters) waiter.giveUp('the handset was closed');
    },
  };
}

/**
 * One packet of noise that nobody else makes, within half a percent of full scale: nearly silence. Of µ-law's two zeros
 * only 0xff: an exchange that listens for tones decodes what it passes on, and encodes every zero so.
 */
function quietNoise(): Buffer {
  const noise = randomBytes(SAMPLES_PER_PACKET).map((byte) => 0x70 | (byte & 0x8f));
  return Buffer.from(noise.map((code) => (code === 0x7f ? 0xff : code)));
}
