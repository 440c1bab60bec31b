import type { CallEvent } from '../events';
import { followSpeech, type Speech } from '../speech';
import { type Screened, type Step, stay } from './state';

/** What a phase does when its prompts go on, have all been said, or cannot be played. */
export interface Speaking {
  readonly goingOn: (speech: Speech) => Screened;
  readonly over: () => Step;
  readonly broken: () => Step;
}

/** An event while prompts are said to the caller: the same in every phase but for what follows. */
export function whileSpeaking(state: Screened, speech: Speech, event: CallEvent, then: Speaking): Step {
  const step = followSpeech(speech, event);
  switch (step.is) {
    case 'unmoved':
      return stay(state);
    case 'going-on':
      return { state: then.goingOn(step.speech), effects: step.effects };
    case 'broken':
      return then.broken();
    case 'over':
      return then.over();
  }
}
