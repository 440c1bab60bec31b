import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Mouth, openMouth, SAMPLES_PER_PACKET } from './mouth';
import { createPromptEar, type KnownPrompt } from './prompt-ear';
import { PCMU, payloadOf } from './rtp';

/** The caller's ear, mouth and fingers: G.711 µ-law both ways, and telephone events. */
export interface Handset {
  /** Goes into the caller's SDP. */
  readonly port: number;
  /** Opens the mouth: the caller's voice goes where the other side's SDP says. Calls after the first change nothing. */
  speakTo(address: string, port: number): void;
  /** Resolves with the first of `names` that is played after what was heard before; rejects after `patience` ms. */
  heard(names: readonly string[], patience?: number): Promise<string>;
  /** Every announcement recognised so far, in order. */
  everythingHeard(): readonly string[];
  /**
   * Resolves when the caller's own voice comes back. Only the office's telephone echoes, so somebody there
   * has picked up this very call, and sound passes both ways.
   */
  hearsOffice(patience?: number): Promise<void>;
  /** Presses keys one after the other, once the line is open; resolves when the last is released. */
  press(keys: string): Promise<void>;
  /** Whoever still waits for something gives up. */
  close(): void;
}

interface Waiter {
  check(): void;
  giveUp(reason: string): void;
}

const PATIENCE = 15_000;

export async function openHandset(address: string, prompts: readonly KnownPrompt[] = []): Promise<Handset> {
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  // Whoever waits for something heard keeps the process alive; an open handset alone does not.
  socket.unref();
  const ear = createPromptEar(prompts);
  const voice = quietVoice();
  let mouth: Mouth | undefined;
  let packets = 0;
  let echoes = 0;
  /** Everything that was named before this place in the ear's list has been asked for. */
  let consumed = 0;
  const waiters = new Set<Waiter>();
  let closed = false;
  const wake = () => {
    for (const waiter of waiters) waiter.check();
  };

  socket.on('message', (packet) => {
    packets += 1;
    const sound = payloadOf(packet, PCMU);
    if (sound?.equals(voice)) echoes += 1;
    else if (sound) ear.hear(sound);
    wake();
  });

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

  return {
    port: socket.address().port,
    speakTo(to, port) {
      mouth ??= openMouth(voice, (packet) => socket.send(packet, port, to));
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
    everythingHeard: () => ear.recognised,
    async hearsOffice(patience = PATIENCE) {
      await until(() => (echoes > 0 ? true : undefined), patience, 'the office');
    },
    async press(keys) {
      const open = await until(() => mouth, PATIENCE, 'an open line');
      for (const key of keys) await open.press(key);
    },
    close() {
      closed = true;
      mouth?.close();
      socket.close();
      for (const waiter of waiters) waiter.giveUp('the handset was closed');
    },
  };
}

/** One packet of noise that no other caller makes, within half a percent of full scale: nearly silence. */
function quietVoice(): Buffer {
  return Buffer.from(randomBytes(SAMPLES_PER_PACKET).map((byte) => 0x70 | (byte & 0x8f)));
}
