import type { PromptName } from '../../text/prompts';
import type { Effect } from '../effects';
import type { CallEvent, PlanFor, StateNamePlan } from '../events';
import { speak } from '../speech';
import { failChallenge } from './announcing';
import { whileSpeaking } from './speaking';
import { type Naming, type Step, stay } from './state';
import { giveUp, leave } from './way';

type Plan = PlanFor<StateNamePlan>;

/** So much silence ends a name. A caller takes a breath first, and may pause between name and business. */
const silenceSeconds = 3;
/** Beyond the longest name: a recording of which nothing more is heard. */
const graceMs = 4_000;

/**
 * The caller is told that a recording follows, and hears the tone. Recording answers a call by itself, so it is answered
 * before anything is said: nobody is to be surprised in mid-sentence, and the bill is the same.
 *
 * @param attempt from 1
 */
export function askForName(plan: Plan, attempt: number): Step {
  const asking: readonly PromptName[] = attempt === 1 ? [...plan.preface, 'name-please'] : ['name-again'];
  const { speech, effects } = speak(`asking-${attempt}`, [...asking, 'tone']);
  const before: readonly Effect[] = attempt === 1 ? [{ do: 'answer' }] : [];
  return {
    state: { phase: 'naming', plan, attempt, step: { is: 'asking', speech } },
    effects: [...before, ...effects],
  };
}

export function whileNaming(state: Naming, event: CallEvent): Step {
  switch (state.step.is) {
    case 'asking':
      return whileAsking(state, state.step, event);
    case 'recording':
      return whileRecording(state, state.step, event);
    case 'measuring':
      return whileMeasuring(state, state.step, event);
  }
}

type StepOf<Is extends Naming['step']['is']> = Extract<Naming['step'], { is: Is }>;

function whileAsking(state: Naming, { speech }: StepOf<'asking'>, event: CallEvent): Step {
  return whileSpeaking(state, speech, event, {
    goingOn: (rest) => ({ ...state, step: { is: 'asking', speech: rest } }),
    over: () => record(state),
    broken: () => giveUp(state, 'prompt-failed'),
  });
}

/** As with a prompt, no renewal gets through while it is recorded: the lease outlasts the longest name. */
function record(state: Naming): Step {
  const { maxSeconds } = state.plan;
  const recording = `name-${state.attempt}`;
  return {
    state: { ...state, step: { is: 'recording', recording } },
    effects: [
      { do: 'cancel-timer', timer: 'prompt' },
      { do: 'renew-lease' },
      { do: 'record', recording, maxSeconds, silenceSeconds },
      { do: 'start-timer', timer: 'recording', ms: maxSeconds * 1000 + graceMs },
    ],
  };
}

function whileRecording(state: Naming, { recording }: StepOf<'recording'>, event: CallEvent): Step {
  switch (event.type) {
    case 'digit':
      return event.digit === '#' ? { state, effects: [{ do: 'stop-recording', recording }] } : stay(state);
    case 'timer':
      return event.timer === 'recording' ? giveUp(state, 'recording-failed') : stay(state);
    case 'recording-ended':
      if (event.recording !== recording) return stay(state);
      return event.failed ? giveUp(state, 'recording-failed') : measure(state, recording);
    default:
      return stay(state);
  }
}

function measure(state: Naming, recording: string): Step {
  return {
    state: { ...state, step: { is: 'measuring', recording } },
    effects: [
      { do: 'cancel-timer', timer: 'recording' },
      { do: 'measure', recording },
    ],
  };
}

function whileMeasuring(state: Naming, { recording }: StepOf<'measuring'>, event: CallEvent): Step {
  if (event.type !== 'measured' || event.recording !== recording) return stay(state);
  const { plan, attempt } = state;
  const { kind } = plan;
  if (event.spoken) {
    const name = { recording, offsetMs: event.offsetMs };
    return leave({ to: 'present', name }, { kind, result: 'named', attempts: attempt });
  }
  if (attempt < plan.attempts) return askForName(plan, attempt + 1);
  return failChallenge({ kind, result: 'silent', attempts: attempt }, plan.message);
}
