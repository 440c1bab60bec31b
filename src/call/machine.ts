import type { ChallengeResult } from '../journal/decision';
import type { RejectCode } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';
import type { ChallengeSummary, Effect, Ending, HandOver } from './effects';
import type { Announcement, CallEvent, ChallengePlan } from './events';
import { followSpeech, type Speech, silenceSpeech, speak } from './speech';

/**
 * One call from ring to outcome, as a pure state machine: `(state, event) → {state, effects}`.
 *
 *   judging ──judged──► leaving (allow) ───────────────────────────► gone
 *      │  └──────────► announcing (reject) ──► leaving (reject) ───► gone
 *      └─────────────► challenging ──right digit──► leaving (pass)
 *                         └──wrong, silent twice──► announcing ──► leaving (reject)
 *   any ──deadline, fault, shutdown──► leaving (open)      any ──caller hangs up──► gone
 *
 * Exactly one `hand-over` is asked for per call, on the way into `leaving`; an event that means nothing in a
 * state changes nothing. Time arrives as `timer` events, chance as the digits in `judged`.
 */

export type CallState =
  | { readonly phase: 'judging' }
  | {
      readonly phase: 'challenging';
      readonly plan: ChallengePlan;
      /** From 1. */
      readonly attempt: number;
      /** `null`: all is said, the caller's digit is awaited. */
      readonly speech: Speech | null;
    }
  | {
      readonly phase: 'announcing';
      readonly speech: Speech;
      readonly code: RejectCode;
      readonly challenge: ChallengeSummary | null;
    }
  | { readonly phase: 'leaving'; readonly handOver: HandOver; readonly challenge: ChallengeSummary | null }
  | { readonly phase: 'gone' };

export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

export interface CallTiming {
  /** To the first action sent to the exchange. */
  readonly firstActionMs: number;
  /** The whole screening. */
  readonly screeningMs: number;
  /** Between two renewals of the lease. */
  readonly renewMs: number;
}

/** Between a hand-over that the exchange has accepted and the channel's leaving. */
const leavingMs = 2_000;

/** A call has arrived. */
export function begin(timing: CallTiming): Step {
  return {
    state: { phase: 'judging' },
    effects: [
      { do: 'start-timer', timer: 'first-action', ms: timing.firstActionMs },
      { do: 'start-timer', timer: 'screening', ms: timing.screeningMs },
      { do: 'start-timer', timer: 'lease', ms: timing.renewMs },
      { do: 'judge' },
    ],
  };
}

/** The next state and what to do, given what happened. */
export function next(state: CallState, event: CallEvent, timing: CallTiming): Step {
  if (state.phase === 'gone') return stay(state);
  if (state.phase === 'leaving') return whileLeaving(state, event);
  switch (event.type) {
    case 'hung-up':
      return finish(abandoned(state));
    case 'left':
      // Nobody hung up and we did not send it on: the dialplan's lease took the caller to the office.
      return finish(failedOpen(state, 'lease-expired'));
    case 'command-failed':
      return event.gone ? finish(abandoned(state)) : giveUp(state, 'exchange-error');
    case 'release':
      return giveUp(state, event.why);
    case 'timer':
      if (event.timer === 'lease') return keepLease(state, timing);
      if (event.timer === 'screening') return giveUp(state, 'screening-deadline');
      break;
    default:
      break;
  }
  switch (state.phase) {
    case 'judging':
      return whileJudging(state, event);
    case 'challenging':
      return whileChallenging(state, event);
    case 'announcing':
      return whileAnnouncing(state, event);
  }
}

type Judging = Extract<CallState, { phase: 'judging' }>;
type Challenging = Extract<CallState, { phase: 'challenging' }>;
type Announcing = Extract<CallState, { phase: 'announcing' }>;
type Leaving = Extract<CallState, { phase: 'leaving' }>;
/** With us, and not yet on the way out. */
type Screened = Judging | Challenging | Announcing;

function whileJudging(state: Judging, event: CallEvent): Step {
  switch (event.type) {
    case 'judging-failed':
      return leave({ to: 'open', why: event.why }, null);
    case 'timer':
      return event.timer === 'first-action' ? leave({ to: 'open', why: 'verdict-deadline' }, null) : stay(state);
    case 'judged':
      break;
    default:
      return stay(state);
  }
  switch (event.verdict) {
    case 'allow':
      return leave({ to: 'allow' }, null);
    case 'reject':
      return rejectWith(event.rejectCode ?? 603, event.announcement);
    case 'screen':
      return challenge(event.challenge, 1, event.challenge.earlyMedia ? [] : [{ do: 'answer' }]);
  }
}

function whileChallenging(state: Challenging, event: CallEvent): Step {
  if (event.type === 'digit') {
    return event.digit === state.plan.digits[state.attempt - 1]
      ? leave({ to: 'pass' }, { result: 'passed', attempts: state.attempt }, silence(state))
      : attemptFailed(state, 'wrong-digit');
  }
  if (state.speech === null) {
    return event.type === 'timer' && event.timer === 'digit' ? attemptFailed(state, 'no-digit') : stay(state);
  }
  const step = followSpeech(state.speech, event);
  switch (step.is) {
    case 'unmoved':
      return stay(state);
    case 'going-on':
      return { state: { ...state, speech: step.speech }, effects: step.effects };
    case 'broken':
      return giveUp(state, 'prompt-failed');
    case 'over':
      return {
        state: { ...state, speech: null },
        effects: [
          { do: 'cancel-timer', timer: 'prompt' },
          { do: 'start-timer', timer: 'digit', ms: state.plan.digitTimeoutMs },
        ],
      };
  }
}

function whileAnnouncing(state: Announcing, event: CallEvent): Step {
  const step = followSpeech(state.speech, event);
  switch (step.is) {
    case 'unmoved':
      return stay(state);
    case 'going-on':
      return { state: { ...state, speech: step.speech }, effects: step.effects };
    case 'broken':
      // An announcement that cannot be played does not turn a refusal into an acceptance.
      return refuse(state, silence(state));
    case 'over':
      return refuse(state);
  }
}

function whileLeaving(state: Leaving, event: CallEvent): Step {
  switch (event.type) {
    case 'left':
      return finish(handedOver(state));
    case 'hung-up':
      // A caller we send on leaves our application before anything hangs up: this one was quicker.
      return finish(abandoned(state));
    case 'command-failed':
      if (event.gone) return finish(abandoned(state));
      // What failed was asked before we decided to leave.
      if (event.command !== 'hand-over') return stay(state);
      // The one terminal action was tried and is not repeated; the lease frees the caller.
      return finish(failedOpen(state, state.handOver.to === 'open' ? state.handOver.why : 'exchange-error'));
    case 'handed-over':
      return { state, effects: [{ do: 'start-timer', timer: 'leaving', ms: leavingMs }] };
    case 'timer':
      return event.timer === 'leaving' ? finish(handedOver(state)) : stay(state);
    default:
      return stay(state);
  }
}

function challenge(plan: ChallengePlan, attempt: number, before: readonly Effect[]): Step {
  const opening = attempt === 1 ? 'challenge' : 'try-again';
  const digit = `digit-${plan.digits[attempt - 1]}`;
  const { speech, effects } = speak(`challenge-${attempt}`, [opening, digit, 'challenge-end']);
  return {
    state: { phase: 'challenging', plan, attempt, speech },
    effects: [{ do: 'cancel-timer', timer: 'first-action' }, ...before, ...effects],
  };
}

function attemptFailed(state: Challenging, result: ChallengeResult): Step {
  const quiet: readonly Effect[] = [{ do: 'cancel-timer', timer: 'digit' }, ...silence(state)];
  if (state.attempt < state.plan.digits.length) return challenge(state.plan, state.attempt + 1, quiet);
  const summary: ChallengeSummary = { result, attempts: state.attempt };
  const farewell = rejectWith(603, { prompts: ['challenge-failed'], answer: false }, summary);
  return { state: farewell.state, effects: [...quiet, ...farewell.effects] };
}

function rejectWith(
  code: RejectCode,
  announcement: Announcement | null,
  summary: ChallengeSummary | null = null,
): Step {
  if (announcement === null) return leave({ to: 'reject', code }, summary);
  const { speech, effects } = speak('announcement', announcement.prompts);
  return {
    state: { phase: 'announcing', speech, code, challenge: summary },
    effects: [
      { do: 'cancel-timer', timer: 'first-action' },
      ...(announcement.answer ? [{ do: 'answer' } as const] : []),
      ...effects,
    ],
  };
}

/** While a prompt plays no renewal gets through; the lease was renewed right before it. */
function keepLease(state: Screened, timing: CallTiming): Step {
  const speaking = state.phase !== 'judging' && state.speech !== null;
  const again: Effect = { do: 'start-timer', timer: 'lease', ms: timing.renewMs };
  return { state, effects: speaking ? [again] : [{ do: 'renew-lease' }, again] };
}

/** Screening cannot go on: a caller already refused is refused, everybody else reaches the office. */
function giveUp(state: Screened, why: FailOpenReason): Step {
  if (state.phase === 'announcing') return refuse(state, silence(state));
  return leave({ to: 'open', why }, summaryOf(state, 'failed'), silence(state));
}

function refuse({ code, challenge }: Announcing, before: readonly Effect[] = []): Step {
  return leave({ to: 'reject', code }, challenge, before);
}

function leave(handOver: HandOver, summary: ChallengeSummary | null, before: readonly Effect[] = []): Step {
  return {
    state: { phase: 'leaving', handOver, challenge: summary },
    effects: [{ do: 'cancel-timers' }, ...before, { do: 'hand-over', handOver }],
  };
}

function finish(ending: Ending): Step {
  return { state: { phase: 'gone' }, effects: [{ do: 'cancel-timers' }, { do: 'finish', ending }] };
}

function stay(state: CallState): Step {
  return { state, effects: [] };
}

/** A channel leaves only when nothing plays on it any more. */
function silence(state: Screened): readonly Effect[] {
  return state.phase === 'judging' || state.speech === null ? [] : silenceSpeech(state.speech);
}

function abandoned(state: Screened | Leaving): Ending {
  return { outcome: 'abandoned', challenge: summaryOf(state, 'hung-up'), failedOpen: null, sipCode: null };
}

function failedOpen(state: Screened | Leaving, why: FailOpenReason): Ending {
  return { outcome: 'failed-open', challenge: summaryOf(state, 'failed'), failedOpen: why, sipCode: null };
}

/** `unfinished` is what became of a challenge that is still going on. */
function summaryOf(state: Screened | Leaving, unfinished: ChallengeResult): ChallengeSummary | null {
  switch (state.phase) {
    case 'judging':
      return null;
    case 'challenging':
      return { result: unfinished, attempts: state.attempt };
    case 'announcing':
    case 'leaving':
      return state.challenge;
  }
}

function handedOver({ handOver, challenge }: Leaving): Ending {
  switch (handOver.to) {
    case 'allow':
    case 'pass':
      return { outcome: 'connected', challenge, failedOpen: null, sipCode: null };
    case 'reject':
      return { outcome: 'refused', challenge, failedOpen: null, sipCode: handOver.code };
    case 'open':
      return { outcome: 'failed-open', challenge, failedOpen: handOver.why, sipCode: null };
  }
}
