import { type KnownPrompt, learnSounds } from './prompt-ear';
import { encodeUlaw } from './ulaw';

/**
 * What people of the laboratory say, and keys as tones. A voice is a melody that no other person sings: as loud as
 * speech, with pauses between the syllables, below the frequencies that make a key, and known by its first and its last
 * syllable, so that whoever hears both has heard it whole.
 */
export interface Utterance {
  /** G.711 µ-law, 8000 Hz. */
  readonly sound: Buffer;
  readonly seconds: number;
  /** `NAME-begins` and `NAME-ends`, for ears that shall recognise it. */
  readonly known: readonly [begins: KnownPrompt, ends: KnownPrompt];
}

const RATE = 8_000;
const SYLLABLE_SECONDS = 0.16;
const PAUSE_SECONDS = 0.04;
const AMPLITUDE = 8_000;

/** Somebody called `name` speaks for about `seconds`. The same name gives the same sound each time. */
export function utter(name: string, seconds = 2): Utterance {
  const chance = chanceOf(name);
  const count = Math.max(2, Math.round(seconds / (SYLLABLE_SECONDS + PAUSE_SECONDS)));
  const syllables = Array.from({ length: count }, () => syllable(280 + 340 * chance(), 280 + 340 * chance()));
  const [first = new Int16Array(), last = new Int16Array()] = [syllables[0], syllables.at(-1)];
  const [begins, ends] = learnSounds([
    { name: `${name}-begins`, samples: first },
    { name: `${name}-ends`, samples: last },
  ]);
  if (begins === undefined || ends === undefined) throw new Error('unreachable: two sounds were learnt');
  const pause = new Int16Array(RATE * PAUSE_SECONDS);
  const sound = encodeUlaw(Int16Array.from(syllables.flatMap((one) => [...one, ...pause])));
  return { sound, seconds: sound.length / RATE, known: [begins, ends] };
}

/** A gliding tone that swells and fades. */
function syllable(from: number, to: number): Int16Array {
  const length = RATE * SYLLABLE_SECONDS;
  let phase = 0;
  return Int16Array.from({ length }, (_, at) => {
    phase += (2 * Math.PI * (from + ((to - from) * at) / length)) / RATE;
    return Math.round(AMPLITUDE * Math.sin((Math.PI * at) / length) * Math.sin(phase));
  });
}

/** Mulberry32, seeded with FNV-1a. */
function chanceOf(name: string): () => number {
  let state = [...name].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];
/** As long as a key of RFC 4733 from this laboratory: 100 ms, and 80 ms of silence (ITU-T Q.24 asks for half). */
const TONE_SECONDS = 0.1;
const BREAK_SECONDS = 0.08;

/** A key as two tones in the voice (ITU-T Q.23), with the pause after it; µ-law. */
export function dualTone(key: string): Buffer {
  const row = KEYS.findIndex((keys) => keys.includes(key));
  const low = ROWS[row];
  const high = COLUMNS[KEYS[row]?.indexOf(key) ?? -1];
  if (key.length !== 1 || low === undefined || high === undefined) throw new Error(`a telephone has no key '${key}'`);
  const wave = (hertz: number, at: number) => Math.sin((2 * Math.PI * hertz * at) / RATE);
  const tone = Int16Array.from({ length: RATE * TONE_SECONDS }, (_, at) =>
    Math.round(AMPLITUDE * (wave(low, at) + wave(high, at))),
  );
  return Buffer.concat([encodeUlaw(tone), encodeUlaw(new Int16Array(RATE * BREAK_SECONDS))]);
}
