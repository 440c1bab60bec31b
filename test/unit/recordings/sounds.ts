import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav, samplesPerSecond } from '../../../src/recordings/wav';

/** Sounds as a line may bring them: levels are dB of full scale (root mean square), times are milliseconds. */

const soundsFolder = join(__dirname, '..', '..', '..', 'asterisk-conf', 'sounds');

function lengthOf(ms: number): number {
  return Math.round((ms * samplesPerSecond) / 1000);
}

function amplitude(level: number): number {
  return 32_767 * 10 ** (level / 20);
}

/** The same numbers for the same seed (mulberry32), so that a failure can be looked at again. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function silence(ms: number): Float64Array {
  return new Float64Array(lengthOf(ms));
}

/** White. */
export function noise(ms: number, level: number, seed = 1): Float64Array {
  const next = chance(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Float64Array.from({ length: lengthOf(ms) }, () => normal() * amplitude(level));
}

/** As a line of copper has it: the deep is louder. */
export function brown(ms: number, level: number, seed = 1): Float64Array {
  let state = 0;
  const smooth = noise(ms, 0, seed).map((value) => {
    state = 0.9 * state + value;
    return state;
  });
  return at(smooth, level);
}

export function tone(ms: number, level: number, ...hertz: readonly number[]): Float64Array {
  const each = amplitude(level) * Math.sqrt(2 / hertz.length);
  return Float64Array.from({ length: lengthOf(ms) }, (_, index) =>
    hertz.reduce((sum, one) => sum + each * Math.sin((2 * Math.PI * one * index) / samplesPerSecond), 0),
  );
}

/** The carrier swells and fades four times a second, as syllables do. */
export function syllables(carrier: Float64Array): Float64Array {
  return carrier.map((value, index) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * 4 * index) / samplesPerSecond)));
}

/** At a level, measured as a whole. */
export function at(sound: Float64Array, level: number): Float64Array {
  const squares = sound.reduce((sum, value) => sum + value ** 2, 0);
  const factor = amplitude(level) / Math.sqrt(squares / Math.max(1, sound.length));
  return sound.map((value) => value * factor);
}

/** One after the other. */
export function joined(...sounds: readonly Float64Array[]): Float64Array {
  return Float64Array.from(sounds.flatMap((sound) => [...sound]));
}

/** At the same time, for as long as the first lasts. */
export function mixed(first: Float64Array, ...others: readonly Float64Array[]): Float64Array {
  return first.map((value, index) => others.reduce((sum, other) => sum + (other[index] ?? 0), value));
}

/** So much of it. */
export function cutTo(sound: Float64Array, fromMs: number, ms: number): Float64Array {
  return sound.slice(lengthOf(fromMs), lengthOf(fromMs + ms));
}

/** As the exchange writes it. */
export function samplesOf(sound: Float64Array): Int16Array {
  return Int16Array.from(sound, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value))));
}

/** Real voices: the announcements, but for the one that is a tone. */
export const voices = ['ja', 'en'].flatMap((language) =>
  readdirSync(join(soundsFolder, language))
    .filter((file) => file.endsWith('.wav') && file !== 'tone.wav')
    .map((file) => ({ name: `${language}/${file}`, sound: announcement(language, file) })),
);

export function announcement(language: string, file: string): Float64Array {
  const samples = readWav(readFileSync(join(soundsFolder, language, file)));
  if (samples === null) throw new Error(`${file} is no recording`);
  return Float64Array.from(samples);
}
