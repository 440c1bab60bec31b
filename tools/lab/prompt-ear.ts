import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWav } from '../prompts/wav';
import { encodeUlaw } from './ulaw';

/** How one announcement is recognised on the line: a loud moment of it, as G.711 µ-law. */
export interface KnownPrompt {
  readonly name: string;
  readonly fingerprint: Buffer;
  /** How much of it is still to come after that moment, in samples. */
  readonly remaining: number;
}

/** Recognises announcements in what it hears, packet by packet. */
export interface PromptEar {
  hear(sound: Buffer): void;
  /** The names of all that it recognised, in order. */
  readonly recognised: readonly string[];
  /** The names of those of which the end has come too, in order. */
  readonly ended: readonly string[];
}

/** A sound and the name it is known by. 8000 Hz. */
export interface NamedSound {
  readonly name: string;
  readonly samples: Int16Array;
}

/** 50 ms. Long enough to be unmistakable, short enough to fit the briefest digit. */
const FINGERPRINT_SAMPLES = 400;
/** Neighbouring candidates for the loud moment stand 10 ms apart. */
const STEP = 80;
/** A packet: the last one of a sound is cut where the sound ends, or left out. */
const LAST_PACKET = 160;

export function createPromptEar(prompts: readonly KnownPrompt[]): PromptEar {
  const recognised: string[] = [];
  const ended: string[] = [];
  let playing: readonly { readonly name: string; readonly endsAt: number }[] = [];
  /** The end of what was heard: a fingerprint may begin there and go on in the next packet. */
  let recent = Buffer.alloc(0);
  /** Samples heard before `recent`. */
  let before = 0;
  return {
    recognised,
    ended,
    hear(sound) {
      const line = Buffer.concat([recent, sound]);
      const found = prompts
        .map(({ name, fingerprint, remaining }) => ({ name, remaining, place: line.indexOf(fingerprint) }))
        // What lies whole within the recent part was recognised before.
        .filter(({ place }) => place >= 0 && place + FINGERPRINT_SAMPLES > recent.length)
        .sort((a, b) => a.place - b.place);
      recognised.push(...found.map(({ name }) => name));
      const heard = before + line.length;
      const begun = found.map(({ name, place, remaining }) => ({
        name,
        endsAt: before + place + FINGERPRINT_SAMPLES + remaining - LAST_PACKET,
      }));
      const all = [...playing, ...begun];
      ended.push(...all.filter(({ endsAt }) => endsAt <= heard).map(({ name }) => name));
      playing = all.filter(({ endsAt }) => endsAt > heard);
      recent = line.subarray(Math.max(0, line.length - FINGERPRINT_SAMPLES));
      before = heard - recent.length;
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
  return learnSounds(sounds);
}

/** Throws where one of them has no moment by which it could be told from itself and the others. */
export function learnSounds(sounds: readonly NamedSound[]): readonly KnownPrompt[] {
  const encoded = sounds.map(({ samples }) => encodeUlaw(samples));
  const isUnmistakable = (moment: Buffer) =>
    encoded.reduce((times, sound) => times + occurrences(sound, moment), 0) === 1;
  return sounds.map(({ name, samples }, index) => {
    const sound = encoded[index] ?? Buffer.alloc(0);
    const moment = (begin: number) => sound.subarray(begin, begin + FINGERPRINT_SAMPLES);
    const begin = loudestFirst(samples).find((place) => isUnmistakable(moment(place)));
    if (begin === undefined) throw new Error(`${name} has no moment that sounds like no other`);
    return { name, fingerprint: moment(begin), remaining: samples.length - begin - FINGERPRINT_SAMPLES };
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
