import { powerSpectrum, windowLength } from './spectrum';
import { samplesPerSecond } from './wav';

/** What a moment of a recording sounds like, whatever its loudness. */
export interface Timbre {
  /** Geometric over arithmetic mean of the lines: 0.4 and more for noise, next to nothing for vowels and tones. */
  readonly flatness: number;
  /** The part of all power that two frequencies hold: nearly everything of a tone or of a key. */
  readonly purity: number;
  /** Those two, the stronger first, to a few hertz where they stand apart. */
  readonly hertz: readonly [number, number];
}

/** Where telephones carry a voice. */
const lineHz = samplesPerSecond / windowLength;
const lowest = Math.ceil(300 / lineHz);
const highest = Math.floor(3_400 / lineHz);
const lines = highest - lowest + 1;
/** A Hann window spreads a pure frequency over so many lines on each side. */
const spread = 2;
/** Far below anything that can be heard; spares the logarithm of nothing. */
const nothing = 1e-12;

/** @param from first sample of the window, of {@link windowLength} */
export function timbreAt(samples: Float64Array, from: number): Timbre {
  const power = powerSpectrum(samples, from);
  let sum = 0;
  let logarithms = 0;
  for (let line = lowest; line <= highest; line += 1) {
    const there = (power[line] ?? 0) + nothing;
    sum += there;
    logarithms += Math.log(there);
  }
  const strongest = takeStrongest(power);
  const second = takeStrongest(power);
  return {
    flatness: (Math.exp(logarithms / lines) * lines) / sum,
    purity: (strongest.power + second.power) / sum,
    hertz: [strongest.hertz, second.hertz],
  };
}

/** The highest peak, which is not there afterwards. */
function takeStrongest(power: Float64Array): { readonly hertz: number; readonly power: number } {
  let strongest = lowest;
  for (let line = lowest; line <= highest; line += 1) {
    if ((power[line] ?? 0) > (power[strongest] ?? 0)) strongest = line;
  }
  const hertz = (strongest + offsetOf(power, strongest)) * lineHz;
  const peak = power.subarray(Math.max(lowest, strongest - spread), Math.min(highest, strongest + spread) + 1);
  let taken = 0;
  for (const one of peak) taken += one;
  peak.fill(0);
  return { hertz, power: taken };
}

/** How far the top of a peak lies beside its line: a parabola through the logarithms of three lines. */
function offsetOf(power: Float64Array, line: number): number {
  const before = Math.log((power[line - 1] ?? 0) + nothing);
  const there = Math.log((power[line] ?? 0) + nothing);
  const after = Math.log((power[line + 1] ?? 0) + nothing);
  const bend = before - 2 * there + after;
  return bend === 0 ? 0 : (before - after) / (2 * bend);
}

/** Rows and columns of a keypad (ITU-T Q.23), and how far a telephone may be beside them (Q.24), with some room. */
const rows = [697, 770, 852, 941];
const columns = [1_209, 1_336, 1_477, 1_633];
const tolerance = 0.025;

/** Whether the two frequencies are those of one key (DTMF). */
export function isKey({ hertz, purity }: Timbre): boolean {
  const [low, high] = [Math.min(...hertz), Math.max(...hertz)];
  return purity > 0.85 && isOneOf(rows, low) && isOneOf(columns, high);
}

function isOneOf(nominal: readonly number[], hertz: number): boolean {
  return nominal.some((one) => Math.abs(hertz - one) < one * tolerance);
}
