import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWav } from '../prompts/wav';

/** How one announcement is recognised on the line: a loud moment of it, as G.711 µ-law. */
export interface KnownPrompt {
  readonly name: string;
  readonly fingerprint: Buffer;
}

/** Recognises announcements in what it hears, packet by packet. */
export interface PromptEar {
  hear(sound: Buffer): void;
  /** The names of all that it recognised, in order. */
  readonly recognised: readonly string[];
}

/** 50 ms. Long enough to be unmistakable, short enough to fit the briefest digit. */
const FINGERPRINT_SAMPLES = 400;
/** Neighbouring candidates for the loud moment stand 10 ms apart. */
const STEP = 80;

export function createPromptEar(prompts: readonly KnownPrompt[]): PromptEar {
  const recognised: string[] = [];
  /** The end of what was heard: a fingerprint may begin there and go on in the next packet. */
  let recent = Buffer.alloc(0);
  return {
    recognised,
    hear(sound) {
      const line = Buffer.concat([recent, sound]);
      const found = prompts
        .map(({ name, fingerprint }) => ({ name, place: line.indexOf(fingerprint) }))
        // What lies whole within the recent part was recognised before.
        .filter(({ place }) => place >= 0 && place + FINGERPRINT_SAMPLES > recent.length)
        .sort((a, b) => a.place - b.place);
      recognised.push(...found.map(({ name }) => name));
      recent = line.subarray(Math.max(0, line.length - FINGERPRINT_SAMPLES));
    },
  };
}

/** Learns the WAV files of `folder`; each is known by its name without `.wav`. */
export function learnPrompts(folder: string): readonly KnownPrompt[] {
  const sounds = readdirSync(folder)
    .filter((file) => file.endsWith('.wav'))
    .map((file) => ({
      name: file.slice(0, -'.wav'.length),
      samples: parseWav(readFileSync(join(folder, file))).samples,
    }));
  const encoded = sounds.map(({ samples }) => encodeUlaw(samples));
  const isUnmistakable = (moment: Buffer) =>
    encoded.reduce((times, sound) => times + occurrences(sound, moment), 0) === 1;
  return sounds.map(({ name, samples }) => {
    const fingerprint = loudestFirst(samples)
      .map((begin) => encodeUlaw(samples.subarray(begin, begin + FINGERPRINT_SAMPLES)))
      .find(isUnmistakable);
    if (fingerprint === undefined) throw new Error(`${folder}/${name}.wav has no moment that sounds like no other`);
    return { name, fingerprint };
  });
}

function occurrences(sound: Buffer, moment: Buffer): number {
  let times = 0;
  for (let at = sound.indexOf(moment); at >= 0; at = sound.indexOf(moment, at + 1)) times += 1;
  return times;
}

/** Where a fingerprint could begin, the loudest moment first. */
function loudestFirst(samples: Int16Array): readonly number[] {
  const places: { begin: number; energy: number }[] = [];
  for (let begin = 0; begin + FINGERPRINT_SAMPLES <= samples.length; begin += STEP) {
    const energy = samples
      .subarray(begin, begin + FINGERPRINT_SAMPLES)
      .reduce((sum, sample) => sum + sample * sample, 0);
    places.push({ begin, energy });
  }
  return places.sort((a, b) => b.energy - a.energy).map(({ begin }) => begin);
}

/** G.711 µ-law, exactly as Asterisk's codec_ulaw makes it from signed linear: its table drops the two lowest bits. */
function encodeUlaw(samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, (sample) => ulaw(sample | 3)));
}

function ulaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), 32_635) + 132;
  const exponent = 24 - Math.clz32(magnitude);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}
