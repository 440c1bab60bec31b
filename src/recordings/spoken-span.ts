import { decibels, frameLength, frameMs, loudnessOf, quantile, withoutHum } from './loudness';
import { windowLength } from './spectrum';
import { isKey, type Timbre, timbreAt } from './timbre';
import { type SpokenSpan, samplesPerSecond } from './wav';

/** A quiet talker on a poor line is at -35 dBFS; what is below -50 dBFS nobody hears. */
const faintest = decibels(-50);
/** A voice stands out of the noise of its line by this much and more; steady noise swings by less than 2 dB. */
const aboveNoise = decibels(6);
/** Whoever talks without a pause leaves no quiet frame: what is louder than this is no floor, whatever it is. */
const loudestFloor = decibels(-36);

/** A tone, also with noise 15 dB below it, that nobody's voice could hold so exactly: hertz from frame to frame. */
const purest = 0.95;
const steadiestHertz = 4;
const shortestTone = 4;
/** Noise is flat whatever its loudness, so that its coming and going is no voice (comfort noise). */
const flattest = 0.3;
/** Unless it swells and fades as syllables do: whoever whispers is heard. */
const swell = decibels(6);

/** The heart of a syllable; a click or a crackle is shorter. */
const fewestInRun = 3;
/** The hearts of a short word, whose beginning and end are softer. */
const fewestInAll = 6;
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
 * is neither a tone nor a key nor steady noise, and lasts for a short word's length altogether. In doubt it is taken for
 * speech: who spoke must be heard.
 */
export function spokenSpan(samples: Int16Array): SpokenSpan | null {
  const voice = new VoiceFinder(samples);
  let first: Run | null = null;
  let frames = 0;
  for (const run of voice.runs()) {
    first ??= run;
    frames += run.to - run.from;
    // There is enough of it: the rest of a long message need not be looked at so closely.
    if (frames >= fewestInAll) break;
  }
  const last = voice.lastRun();
  if (first === null || last === null || frames < fewestInAll) return null;
  const wholeMs = Math.floor((samples.length * 1000) / samplesPerSecond);
  return {
    startMs: Math.max(0, first.from * frameMs - beforeMs),
    endMs: Math.min(wholeMs, last.to * frameMs + afterMs),
  };
}

/** A recording in frames. Only of what is loud the timbre is looked at, and once. */
class VoiceFinder {
  private readonly signal: Float64Array;
  private readonly loudness: Float64Array;
  private readonly limit: number;
  private readonly timbres = new Map<number, Timbre>();

  constructor(samples: Int16Array) {
    this.signal = withoutHum(samples);
    this.loudness = loudnessOf(this.signal);
    const floor = Math.min(loudestFloor, quantile(this.loudness, 0.1));
    this.limit = Math.max(faintest, floor * aboveNoise);
  }

  *runs(): Generator<Run> {
    let from = 0;
    for (let frame = 0; frame <= this.loudness.length; frame += 1) {
      if (this.mayBeVoice(frame)) continue;
      const run = { from, to: frame };
      if (this.isVoice(run)) yield run;
      from = frame + 1;
    }
  }

  lastRun(): Run | null {
    let to = this.loudness.length;
    for (let frame = to - 1; frame >= -1; frame -= 1) {
      if (this.mayBeVoice(frame)) continue;
      const run = { from: frame + 1, to };
      if (this.isVoice(run)) return run;
      to = frame;
    }
    return null;
  }

  /** What begins and ends beside a tone is that tone, cut up by the frames. */
  private mayBeVoice(frame: number): boolean {
    return this.isLoud(frame) && ![frame - 1, frame, frame + 1].some((one) => this.isMachine(one));
  }

  private isMachine(frame: number): boolean {
    return this.isLoud(frame) && (isKey(this.timbre(frame)) || this.isTone(frame));
  }

  private isTone(frame: number): boolean {
    if (!this.isPure(frame)) return false;
    let length = 1;
    for (let one = frame; length < shortestTone && this.goesOn(one); one += 1) length += 1;
    for (let one = frame - 1; length < shortestTone && this.goesOn(one); one -= 1) length += 1;
    return length >= shortestTone;
  }

  /** Whether the next frame has the same tone as this one. */
  private goesOn(frame: number): boolean {
    if (!this.isPure(frame) || !this.isPure(frame + 1)) return false;
    const [one] = this.timbre(frame).hertz;
    const [next] = this.timbre(frame + 1).hertz;
    return Math.abs(next - one) < steadiestHertz;
  }

  private isPure(frame: number): boolean {
    return this.isLoud(frame) && this.timbre(frame).purity >= purest;
  }

  /** Half of it at least is vowels, or it swells and fades. */
  private isVoice({ from, to }: Run): boolean {
    if (to - from < fewestInRun) return false;
    let vowels = 0;
    for (let frame = from; frame < to; frame += 1) if (this.timbre(frame).flatness < flattest) vowels += 1;
    if (vowels * 2 >= to - from) return true;
    // What is cut by the frames at the edges is no swelling.
    const inner = this.loudness.subarray(from + 1, to - 1);
    return Math.max(...inner) >= Math.min(...inner) * swell;
  }

  private isLoud(frame: number): boolean {
    return (this.loudness[frame] ?? 0) >= this.limit;
  }

  private timbre(frame: number): Timbre {
    const known = this.timbres.get(frame);
    if (known !== undefined) return known;
    const timbre = timbreAt(this.signal, frame * frameLength - (windowLength - frameLength) / 2);
    this.timbres.set(frame, timbre);
    return timbre;
  }
}
