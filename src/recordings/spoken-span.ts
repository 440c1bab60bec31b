import { windowLength } from './spectrum';
import { type Timbre, timbreAt } from './timbre';
import { type SpokenSpan, samplesPerSecond } from './wav';

/** Short enough to find a syllable. */
const frameMs = 20;
const frameLength = (samplesPerSecond * frameMs) / 1000;

/** A quiet talker on a poor line is at -35 dBFS; what is below -50 dBFS nobody hears. */
const faintest = 10 ** (-50 / 20);
/** A voice stands out of the noise of its line by this much and more; steady noise swings by less than 2 dB. */
const aboveNoise = 10 ** (6 / 20);
/** Whoever talks without a pause leaves no quiet frame: what is louder than this is no floor, whatever it is. */
const loudestFloor = 10 ** (-36 / 20);

/** Noise is flat whatever its loudness, so that its coming and going is no voice (comfort noise, a breath). */
const flattestVoice = 0.3;
/** Tones and keys, also with noise 15 dB below them. */
const purestVoice = 0.95;
/** Nobody's voice holds its pitch so exactly from one frame to the next, Hz. */
const steadiestVoice = 4;

/** A syllable. */
const fewestInRun = 3;
/** A word; a click or a cough is shorter. */
const fewestInAll = 250 / frameMs;
/** Kept around what is heard: the consonants at the edges are soft. */
const beforeMs = 150;
const afterMs = 300;

/** Frames in a row, the last one excluded. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * From the first word to the last; `null` when nothing is said. Spoken is what stands out of the recording's noise floor,
 * is neither noise nor a tone nor a key, and lasts for a word's length altogether.
 */
export function spokenSpan(samples: Int16Array): SpokenSpan | null {
  const runs = new Frames(samples).voicedRuns();
  const [first] = runs;
  const last = runs.at(-1);
  const frames = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  if (first === undefined || last === undefined || frames < fewestInAll) return null;
  const wholeMs = Math.floor((samples.length * 1000) / samplesPerSecond);
  return {
    startMs: Math.max(0, first.from * frameMs - beforeMs),
    endMs: Math.min(wholeMs, last.to * frameMs + afterMs),
  };
}

/** A recording in frames. Only the timbre of what is loud is looked at, and once. */
class Frames {
  private readonly signal: Float64Array;
  private readonly levels: Float64Array;
  private readonly limit: number;
  private readonly timbres = new Map<number, Timbre>();

  constructor(samples: Int16Array) {
    this.signal = withoutHum(samples);
    this.levels = levelsOf(this.signal);
    this.limit = Math.max(faintest, Math.min(loudestFloor, noiseFloor(this.levels)) * aboveNoise);
  }

  voicedRuns(): readonly Run[] {
    const runs: Run[] = [];
    let from = 0;
    for (let frame = 0; frame <= this.levels.length; frame += 1) {
      if (this.mayBeVoice(frame)) continue;
      if (this.isVoiced({ from, to: frame })) runs.push({ from, to: frame });
      from = frame + 1;
    }
    return runs;
  }

  /** What begins and ends beside a tone is that tone, cut up by the frames. */
  private mayBeVoice(frame: number): boolean {
    return this.isLoud(frame) && ![frame - 1, frame, frame + 1].some((one) => this.isTone(one));
  }

  private isTone(frame: number): boolean {
    if (!this.isLoud(frame)) return false;
    const { purity, strongestHz } = this.timbre(frame);
    if (purity < purestVoice) return false;
    return [frame - 1, frame + 1].some(
      (beside) => this.isLoud(beside) && Math.abs(this.timbre(beside).strongestHz - strongestHz) < steadiestVoice,
    );
  }

  /** Half of it at least is vowels; the rest may hiss. */
  private isVoiced({ from, to }: Run): boolean {
    if (to - from < fewestInRun) return false;
    let vowels = 0;
    for (let frame = from; frame < to; frame += 1) if (this.timbre(frame).flatness < flattestVoice) vowels += 1;
    return vowels * 2 >= to - from;
  }

  private isLoud(frame: number): boolean {
    return (this.levels[frame] ?? 0) >= this.limit;
  }

  private timbre(frame: number): Timbre {
    const known = this.timbres.get(frame);
    if (known !== undefined) return known;
    const timbre = timbreAt(this.signal, frame * frameLength - (windowLength - frameLength) / 2);
    this.timbres.set(frame, timbre);
    return timbre;
  }
}

/**
 * 1 being full scale, and without what lies below every voice on the telephone: an offset, the hum of the mains. Two
 * simple high-passes in a row, about 180 Hz.
 */
function withoutHum(samples: Int16Array): Float64Array {
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
function levelsOf(signal: Float64Array): Float64Array {
  const levels = new Float64Array(Math.floor(signal.length / frameLength));
  for (let frame = 0; frame < levels.length; frame += 1) {
    let sum = 0;
    for (const value of signal.subarray(frame * frameLength, (frame + 1) * frameLength)) sum += value * value;
    levels[frame] = Math.sqrt(sum / frameLength);
  }
  return levels;
}

/** Between words it is as quiet as the line is: the tenth part of all frames that is the quietest. */
function noiseFloor(levels: Float64Array): number {
  return levels.toSorted()[Math.floor(levels.length / 10)] ?? 0;
}
