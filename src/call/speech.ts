import type { Effect } from './effects';
import type { CallEvent, Words } from './events';

/**
 * Prompts spoken to a caller one after the other, as a small state machine of its own.
 *
 * One playback a prompt, with the lease renewed before each: Asterisk executes what is asked of a channel in order,
 * so that while a prompt plays no renewal gets through. A prompt must therefore be shorter than the lease.
 */
export interface Speech {
  readonly name: string;
  /** What is being played, then what follows. */
  readonly prompts: Words;
  readonly started: boolean;
}

export type SpeechStep =
  /** The event is not this speech's. */
  | { readonly is: 'unmoved' }
  | { readonly is: 'going-on'; readonly speech: Speech; readonly effects: readonly Effect[] }
  | { readonly is: 'over' }
  | { readonly is: 'broken' };

/** A prompt that has not started by then never will: a failed playback may report nothing. */
const startMs = 2_000;
/** Longer than any lease: a playback of which nothing more is heard. */
const endMs = 12_000;

export function speak(name: string, prompts: Words): { readonly speech: Speech; readonly effects: readonly Effect[] } {
  const speech: Speech = { name, prompts, started: false };
  const [prompt] = prompts;
  return {
    speech,
    effects: [
      { do: 'renew-lease' },
      { do: 'play', playback: playbackOf(speech), prompt },
      { do: 'start-timer', timer: 'prompt', ms: startMs },
    ],
  };
}

export function followSpeech(speech: Speech, event: CallEvent): SpeechStep {
  if (event.type === 'timer') return { is: event.timer === 'prompt' ? 'broken' : 'unmoved' };
  if (event.type !== 'playback-started' && event.type !== 'playback-ended') return { is: 'unmoved' };
  if (event.playback !== playbackOf(speech)) return { is: 'unmoved' };
  if (event.type === 'playback-started') {
    if (speech.started) return { is: 'unmoved' };
    return {
      is: 'going-on',
      speech: { ...speech, started: true },
      effects: [{ do: 'start-timer', timer: 'prompt', ms: endMs }],
    };
  }
  if (event.failed) return { is: 'broken' };
  const [, following, ...rest] = speech.prompts;
  return following === undefined ? { is: 'over' } : { is: 'going-on', ...speak(speech.name, [following, ...rest]) };
}

export function silenceSpeech(speech: Speech): readonly Effect[] {
  return [
    { do: 'cancel-timer', timer: 'prompt' },
    { do: 'stop-playback', playback: playbackOf(speech) },
  ];
}

/** Tells the prompts of one speech apart: an end that comes late must not be taken for that of the next. */
export function playbackOf({ name, prompts }: Speech): string {
  return `${name}-${prompts.length}`;
}
