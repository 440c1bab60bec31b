import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav, samplesPerSecond } from '../../../src/recordings/wav';

/** Sounds as a line may bring them: levels are dB of full scale (root mean square), times are milliseconds. */

// In jest each look-up of a global is slow, and here are many samples.
const { PI, SQRT2, cos, imul, log, max, min, round, sin, sqrt } = Math;

const soundsFolder = join(__dirname, '..', '..', '..', 'asterisk-conf', 'sounds');

function lengthOf(ms: number): number {
  return round((ms * samplesPerSecond) / 1000);
}

function amplitude(level: number): number {
  return 32_767 * 10 ** (level / 20);
}

/** The same numbers for the same seed (mulberry32), so that a failure can be looked at again. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function silence(ms: number): Float64Array {
  return new Float64Array(lengthOf(ms));
}

/** White. */
export function noise(ms: number, level: number, seed = 1): Float64Array {
  const next = chance(seed);
  const normal = () => sqrt(-2 * log(1 - next())) * cos(2 * PI * next());
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
  const each = amplitude(level) * sqrt(2 / hertz.length);
  return Float64Array.from({ length: lengthOf(ms) }, (_, index) =>
    hertz.reduce((sum, one) => sum + each * sin((2 * PI * one * index) / samplesPerSecond), 0),
  );
}

/** From one pitch to another, as no machine's tone does. */
export function glide(ms: number, level: number, fromHertz: number, toHertz: number): Float64Array {
  const length = lengthOf(ms);
  let phase = 0;
  return Float64Array.from({ length }, (_, index) => {
    phase += (2 * PI * (fromHertz + ((toHertz - fromHertz) * index) / length)) / samplesPerSecond;
    return amplitude(level) * SQRT2 * sin(phase);
  });
}

/** Once, from beginning to end. */
export function swelling(carrier: Float64Array): Float64Array {
  return carrier.map((value, index) => value * sin((PI * index) / carrier.length));
}

/** The carrier swells and fades four times a second, as syllables do. */
export function syllables(carrier: Float64Array): Float64Array {
  return carrier.map((value, index) => value * (0.5 - 0.5 * cos((2 * PI * 4 * index) / samplesPerSecond)));
}

/** At a level, measured as a whole. */
export function at(sound: Float64Array, level: number): Float64Array {
  const squares = sound.reduce((sum, value) => sum + value ** 2, 0);
  const factor = amplitude(level) / sqrt(squares / max(1, sound.length));
  return sound.map((value) => value * factor);
}

/** One after the other. */
export function joined(...sounds: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(sounds.reduce((length, sound) => length + sound.length, 0));
  let from = 0;
  for (const sound of sounds) {
    all.set(sound, from);
    from += sound.length;
  }
  return all;
}

/** At the same time, for as long as the first lasts. */
export function mixed(first: Float64Array, ...others: readonly Float64Array[]): Float64Array {
  const all = Float64Array.from(first);
  for (const other of others) {
    for (let index = 0; index < min(all.length, other.length); index += 1) {
      all[index] = (all[index] ?? 0) + (other[index] ?? 0);
    }
  }
  return all;
}

/** So much of it. */
export function cutTo(sound: Float64Array, fromMs: number, ms: number): Float64Array {
  return sound.slice(lengthOf(fromMs), lengthOf(fromMs + ms));
}

/** As the exchange writes it. */
export function samplesOf(sound: Float64Array): Int16Array {
  return Int16Array.from(sound, (value) => max(-32_768, min(32_767, round(value))));
}

/** Real voices: every third announcement, but for the one that is a tone. */
export const voices = ['ja', 'en'].flatMap((language) =>
  readdirSync(join(soundsFolder, language))
    .filter((file) => file.endsWith('.wav') && file !== 'tone.wav')
    .filter((_, index) => index % 3 === 0)
    .map((file) => ({ name: `${language}/${file}`, sound: announcement(language, file) })),
);

export function announcement(language: string, file: string): Float64Array {
  const samples = readWav(readFileSync(join(soundsFolder, language, file)));
  if (samples === null) throw new Error(`${file} is no recording`);
  return Float64Array.from(samples);
}
