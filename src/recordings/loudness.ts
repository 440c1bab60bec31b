import { samplesPerSecond } from './wav';

/** Short enough to find a syllable. */
export const frameMs = 20;
export const frameLength = (samplesPerSecond * frameMs) / 1000;

/** Loudness as a factor. */
export function decibels(level: number): number {
  return 10 ** (level / 20);
}

/**
 * 1 being full scale, and without what lies below every voice on the telephone: an offset, the hum of the mains. Two
 * simple high-passes in a row, about 180 Hz.
 */
export function withoutHum(samples: Int16Array): Float64Array {
  const signal = new Float64Array(samples.length);
  const keep = 0.87;
  let sampleBefore = samples[0] ?? 0;
  let onceBefore = 0;
  let twiceBefore = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const sample = samples[at] ?? 0;
    const once = keep * (onceBefore + sample - sampleBefore);
    twiceBefore = keep * (twiceBefore + once - onceBefore);
    onceBefore = once;
    sampleBefore = sample;
    signal[at] = twiceBefore / 32_768;
  }
  return signal;
}

/** Root mean square of each frame. */
export function loudnessOf(signal: Float64Array): Float64Array {
  const loudness = new Float64Array(Math.floor(signal.length / frameLength));
  for (let frame = 0; frame < loudness.length; frame += 1) {
    let sum = 0;
    for (const value of signal.subarray(frame * frameLength, (frame + 1) * frameLength)) sum += value * value;
    loudness[frame] = Math.sqrt(sum / frameLength);
  }
  return loudness;
}

/** The loudness that so much of the recording (0 to 1) does not reach; 0 for a recording of no length. */
export function quantile(loudness: Float64Array, share: number): number {
  return loudness.toSorted()[Math.min(loudness.length - 1, Math.floor(loudness.length * share))] ?? 0;
}
