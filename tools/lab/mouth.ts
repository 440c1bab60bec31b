import { randomInt } from 'node:crypto';
import { buildRtp, PCMU, TELEPHONE_EVENT, telephoneEvent } from './rtp';

/** What a handset sends: one packet every 20 ms, a key while one is pressed, else what is said, else the idle sound. */
export interface Mouth {
  /** RFC 4733. Resolves when the key is released and the pause after it is over. */
  press(key: string): Promise<void>;
  /** µ-law. Resolves when all of it is out, or when the mouth is closed. */
  say(sound: Buffer): Promise<void>;
  close(): void;
}

/** Samples at 8000 Hz, which are also bytes of µ-law. */
export const SAMPLES_PER_PACKET = 160;
/** One packet of µ-law silence. */
export const SILENCE = Buffer.alloc(SAMPLES_PER_PACKET, 0xff);
const MILLISECONDS_PER_PACKET = 20;
/** A key is held for 100 ms and the pause after it lasts 80 ms: quick, and twice what ITU-T Q.24 asks for. */
const PACKETS_PER_KEY = 5;
const PACKETS_BETWEEN_KEYS = 4;

interface PressedKey {
  readonly name: string;
  readonly since: number;
  readonly released: () => void;
  packets: number;
}

interface Saying {
  readonly sound: Buffer;
  readonly said: () => void;
  place: number;
}

/** `idle` gives the packet of sound to send when there is nothing else. */
export function openMouth(idle: () => Buffer, send: (packet: Buffer) => void): Mouth {
  const source = randomInt(2 ** 32);
  let sequence = randomInt(2 ** 16);
  let timestamp = randomInt(2 ** 32);
  let key: PressedKey | undefined;
  const sayings: Saying[] = [];

  const sendPacket = (payloadType: number, marker: boolean, at: number, payload: Buffer) => {
    sequence = (sequence + 1) % 2 ** 16;
    send(buildRtp({ payloadType, marker, sequence, timestamp: at, source }, payload));
  };
  const sendKey = (pressed: PressedKey) => {
    pressed.packets += 1;
    const end = pressed.packets === PACKETS_PER_KEY;
    const payload = telephoneEvent(pressed.name, pressed.packets * SAMPLES_PER_PACKET, end);
    // All packets of a key bear the timestamp of its beginning; the last goes out three times (RFC 4733 §2.5.1).
    for (let copies = end ? 3 : 1; copies > 0; copies -= 1) {
      sendPacket(TELEPHONE_EVENT, pressed.packets === 1, pressed.since, payload);
    }
    if (!end) return;
    key = undefined;
    setTimeout(pressed.released, PACKETS_BETWEEN_KEYS * MILLISECONDS_PER_PACKET);
  };
  const nextSound = (): Buffer => {
    const [saying] = sayings;
    if (saying === undefined) return idle();
    const packet = saying.sound.subarray(saying.place, saying.place + SAMPLES_PER_PACKET);
    saying.place += SAMPLES_PER_PACKET;
    if (saying.place >= saying.sound.length) {
      sayings.shift();
      saying.said();
    }
    return Buffer.concat([packet, SILENCE.subarray(packet.length)]);
  };
  const ticker = setInterval(() => {
    timestamp = (timestamp + SAMPLES_PER_PACKET) % 2 ** 32;
    if (key) sendKey(key);
    else sendPacket(PCMU, false, timestamp, nextSound());
  }, MILLISECONDS_PER_PACKET).unref();

  return {
    press: (name) =>
      new Promise((released) => {
        key = { name, since: timestamp, released, packets: 0 };
      }),
    say: (sound) =>
      new Promise((said) => {
        sayings.push({ sound, said, place: 0 });
      }),
    close() {
      clearInterval(ticker);
      for (const { said } of sayings.splice(0)) said();
    },
  };
}
