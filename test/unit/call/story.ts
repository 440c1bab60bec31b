import type { Command, Effect, Ending, HandOver, TimerName } from '../../../src/call/effects';
import type {
  Announcement,
  CallBackPlan,
  CallEvent,
  ChallengePlan,
  PlanFor,
  PressDigitPlan,
  StateNamePlan,
} from '../../../src/call/events';
import type { CallState, CallTiming, Step } from '../../../src/call/machine';
import { begin, next } from '../../../src/call/machine';
import type { RejectCode } from '../../../src/screening/assessment';
import type { FailOpenReason } from '../../../src/text/fail-open';
import type { PromptName } from '../../../src/text/prompts';

export const timing: CallTiming = { firstActionMs: 800, screeningMs: 45_000, renewMs: 2_000 };

const common = { preface: [], earlyMedia: true, message: false } as const;

/** The right digit of the first attempt is 7, of the second 3. */
export const plan: PlanFor<PressDigitPlan> = {
  ...common,
  kind: 'press-digit',
  digits: ['7', '3'],
  digitTimeoutMs: 8_000,
};
export const namePlan: PlanFor<StateNamePlan> = { ...common, kind: 'state-name', attempts: 2, maxSeconds: 6 };
export const callBackPlan: PlanFor<CallBackPlan> = { ...common, kind: 'call-back', hangUpMs: 10_000 };

/** What happened to a call, in the words of the specification. */
export const when = {
  allowed: judged('allow'),
  screened: judged('screen'),
  screenedAfterAnswer: judged('screen', { challenge: { ...plan, earlyMedia: false } }),
  screenedWith: (challenge: ChallengePlan) => judged('screen', { challenge }),
  recorded: (recording: string): CallEvent => ({ type: 'recording-ended', recording, failed: false }),
  recordingBroke: (recording: string): CallEvent => ({ type: 'recording-ended', recording, failed: true }),
  spoken: (recording: string, offsetMs = 300): CallEvent => ({ type: 'measured', recording, spoken: true, offsetMs }),
  silent: (recording: string): CallEvent => ({ type: 'measured', recording, spoken: false, offsetMs: 0 }),
  rejected: (code: RejectCode | null, announcement: Announcement | null = null) =>
    judged('reject', { rejectCode: code, announcement }),
  judgingFailed: { type: 'judging-failed', why: 'judging-error' },
  pressed: (digit: string): CallEvent => ({ type: 'digit', digit }),
  started: (playback: string): CallEvent => ({ type: 'playback-started', playback }),
  ended: (playback: string): CallEvent => ({ type: 'playback-ended', playback, failed: false }),
  broke: (playback: string): CallEvent => ({ type: 'playback-ended', playback, failed: true }),
  expired: (timer: TimerName): CallEvent => ({ type: 'timer', timer }),
  refused: (command: Command): CallEvent => ({ type: 'command-failed', command, gone: false }),
  foundGone: (command: Command): CallEvent => ({ type: 'command-failed', command, gone: true }),
  handedOver: { type: 'handed-over' },
  left: { type: 'left' },
  hungUp: { type: 'hung-up' },
  released: (why: FailOpenReason): CallEvent => ({ type: 'release', why }),
} as const satisfies Record<string, CallEvent | ((...args: never[]) => CallEvent)>;

/**
 * A speech was heard to its end, prompt after prompt; playbacks are named after the speech and what is left of it.
 *
 * @param prompts how many it has; what is not said is usual
 */
export function heard(speech: string, prompts = usualLength[speech.replace(/-\d$/, '')] ?? 1): readonly CallEvent[] {
  const left = Array.from({ length: prompts }, (_, said) => prompts - said);
  return left.flatMap((count) => [when.started(`${speech}-${count}`), when.ended(`${speech}-${count}`)]);
}

const usualLength: Readonly<Record<string, number>> = { challenge: 3, asking: 2, parting: 2, announcement: 1 };

function judged(
  verdict: 'allow' | 'screen' | 'reject',
  more: Partial<Extract<CallEvent, { type: 'judged' }>> = {},
): CallEvent {
  return { type: 'judged', verdict, rejectCode: null, announcement: null, challenge: plan, ...more };
}

/** One call, told from its arrival. */
export class Story {
  state: CallState;
  readonly effects: Effect[] = [];
  /** What the last event led to. */
  last: readonly Effect[] = [];
  /** Timers that run, as whoever carries out the effects would keep them. */
  readonly running = new Set<TimerName>();

  constructor(...events: readonly CallEvent[]) {
    const first = begin(timing);
    this.state = first.state;
    this.carryOut(first);
    for (const event of events) this.tell(event);
  }

  tell(event: CallEvent): this {
    if (event.type === 'timer') this.running.delete(event.timer);
    const step = next(this.state, event, timing);
    this.state = step.state;
    this.carryOut(step);
    return this;
  }

  /** What the exchange is asked to play, prompt after prompt. */
  get prompts(): readonly PromptName[] {
    return this.all('play').map(({ prompt }) => prompt);
  }

  get handOvers(): readonly HandOver[] {
    return this.all('hand-over').map(({ handOver }) => handOver);
  }

  get endings(): readonly Ending[] {
    return this.all('finish').map(({ ending }) => ending);
  }

  /** What the exchange is asked for, in order. */
  get commands(): readonly Effect['do'][] {
    return this.effects.map((effect) => effect.do).filter((name) => asksTheExchange.has(name));
  }

  all<Name extends Effect['do']>(name: Name): readonly Extract<Effect, { do: Name }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { do: Name }> => effect.do === name);
  }

  private carryOut({ effects }: Step): void {
    this.last = effects;
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.do === 'start-timer') this.running.add(effect.timer);
      if (effect.do === 'cancel-timer') this.running.delete(effect.timer);
      if (effect.do === 'cancel-timers') this.running.clear();
    }
  }
}

const asksTheExchange: ReadonlySet<Effect['do']> = new Set([
  'answer',
  'play',
  'stop-playback',
  'record',
  'stop-recording',
  'renew-lease',
  'hand-over',
]);
