import type { Sound } from './wav';

/** From a synthesiser's speech to a telephone prompt: 8 kHz, trimmed, at one loudness. Pure, so always the same. */

const telephoneRate = 8_000;
/** Above this nothing may remain when 8 kHz is all there is (Nyquist: 4 kHz); the telephone band ends at 3.4 kHz. */
const cutoffHz = 3_600;
/** Half the filter's length, in samples of the result: the slope then reaches from 3.25 to 3.95 kHz. */
const filterReach = 32;

const fullScale = 32_767;
/** Mean power of the speech itself, pauses left out. */
const loudnessDb = -17;
/** Room for the µ-law coder and whatever amplifies after it. */
const peakDb = -3;

/** Speech begins and ends where the loudest sample minus this is reached. */
const silenceDb = -40;
const marginSeconds = 0.1;

/** Throws where the rate is no multiple of 8 kHz, or where there is no sound. */
export function master(speech: Sound): Sound {
  return { rate: telephoneRate, samples: level(trim(decimate(speech))) };
}

/** Windowed-sinc low-pass, computed only where a sample of the result is due. */
function decimate({ rate, samples }: Sound): Float64Array {
  const factor = rate / telephoneRate;
  if (!Number.isInteger(factor)) throw new Error(`${rate} Hz is no multiple of ${telephoneRate} Hz`);
  const reach = filterReach * factor;
  const filter = lowPass(cutoffHz / rate, reach);
  return Float64Array.from({ length: Math.floor(samples.length / factor) }, (_, index) =>
    filter.reduce((sum, weight, tap) => sum + weight * (samples[index * factor + tap - reach] ?? 0), 0),
  );
}

/** Blackman-windowed sinc with a gain of 1; `cutoff` is a fraction of the sampling rate. */
function lowPass(cutoff: number, reach: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, tap) => {
    const x = tap - reach;
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
    const phase = (Math.PI * tap) / reach;
    return sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}

/** Exactly `marginSeconds` before and after the speech, filled up with silence where there is less. */
function trim(samples: Float64Array): Float64Array {
  const threshold = peak(samples) * amplitude(silenceDb);
  const isSpeech = (sample: number): boolean => Math.abs(sample) > threshold;
  const first = samples.findIndex(isSpeech);
  const last = samples.findLastIndex(isSpeech);
  if (first < 0) throw new Error('the synthesiser was silent');
  const margin = Math.round(marginSeconds * telephoneRate);
  return Float64Array.from(
    { length: last - first + 1 + 2 * margin },
    (_, index) => samples[first - margin + index] ?? 0,
  );
}

/** One loudness for all prompts, unless a peak forbids it. */
function level(samples: Float64Array): Int16Array {
  const gain = Math.min(amplitude(loudnessDb) / speechLevel(samples), amplitude(peakDb) / peak(samples));
  return Int16Array.from(samples, (sample) => Math.round(sample * gain * fullScale));
}

/** Root mean square over the 20 ms frames that hold speech: within 30 dB of the loudest one. */
function speechLevel(samples: ArrayLike<number>): number {
  const frame = telephoneRate / 50;
  const powers = Array.from({ length: Math.ceil(samples.length / frame) }, (_, index) => {
    let sum = 0;
    for (let at = index * frame; at < (index + 1) * frame; at += 1) sum += (samples[at] ?? 0) ** 2;
    return sum / frame;
  });
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const speaking = powers.filter((power) => power > loudest / 1_000);
  return Math.sqrt(speaking.reduce((sum, power) => sum + power, 0) / speaking.length);
}

function peak(samples: Float64Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

function amplitude(decibels: number): number {
  return 10 ** (decibels / 20);
}
