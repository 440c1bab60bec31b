import { powerSpectrum, windowLength } from './spectrum';
import { samplesPerSecond } from './wav';

/** What a moment of a recording sounds like, whatever its loudness. */
export interface Timbre {
  /** Geometric over arithmetic mean of the lines: 0.4 and more for noise, next to nothing for vowels and tones. */
  readonly flatness: number;
  /** The part of all power that two frequencies hold: nearly everything of a tone or of a key (DTMF). */
  readonly purity: number;
  /** The strongest frequency, to a hertz where it stands alone. */
  readonly strongestHz: number;
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
  const strongest = strongestLine(power);
  const strongestHz = (strongest + offsetOf(power, strongest)) * lineHz;
  const pure = takeOut(power, strongest) + takeOut(power, strongestLine(power));
  return { flatness: (Math.exp(logarithms / lines) * lines) / sum, purity: pure / sum, strongestHz };
}

function strongestLine(power: Float64Array): number {
  let strongest = lowest;
  for (let line = lowest; line <= highest; line += 1) {
    if ((power[line] ?? 0) > (power[strongest] ?? 0)) strongest = line;
  }
  return strongest;
}

/** How far the top of the peak lies beside its line: a parabola through the logarithms of three lines. */
function offsetOf(power: Float64Array, line: number): number {
  const before = Math.log((power[line - 1] ?? 0) + nothing);
  const there = Math.log((power[line] ?? 0) + nothing);
  const after = Math.log((power[line + 1] ?? 0) + nothing);
  const bend = before - 2 * there + after;
  return bend === 0 ? 0 : (before - after) / (2 * bend);
}

/** The power of a peak, which is not there afterwards. */
function takeOut(power: Float64Array, line: number): number {
  const from = Math.max(lowest, line - spread);
  const peak = power.subarray(from, Math.min(highest, line + spread) + 1);
  let sum = 0;
  for (const one of peak) sum += one;
  peak.fill(0);
  return sum;
}
