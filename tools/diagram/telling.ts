import type { TimerName } from '../../src/call/effects';
import type { CallEvent, ChallengePlan } from '../../src/call/events';
import type { CallState } from '../../src/call/machine';
import { playbackOf, type Speech } from '../../src/call/speech';

/** A call at one moment: timers that do not run cannot expire. */
export interface Situation {
  readonly state: CallState;
  readonly timers: ReadonlySet<TimerName>;
}

const common = { preface: [], earlyMedia: true } as const;

/** One plan of each kind, with and without a message. */
const plans: readonly ChallengePlan[] = [false, true].flatMap((message): readonly ChallengePlan[] => [
  { ...common, message, kind: 'press-digit', digits: ['7', '3'], digitTimeoutMs: 1 },
  { ...common, message, kind: 'state-name', attempts: 2, maxSeconds: 1 },
  { ...common, message, kind: 'call-back', hangUpMs: 1 },
]);

const judgement = { type: 'judged', rejectCode: null, announcement: null } as const;

/** Happens in every state. */
const always: readonly CallEvent[] = [
  ...plans.map((challenge) => ({ ...judgement, verdict: 'screen', challenge }) as const),
  ...plans.slice(0, 1).flatMap((challenge): readonly CallEvent[] => [
    { ...judgement, verdict: 'allow', challenge },
    { ...judgement, verdict: 'reject', challenge },
    { ...judgement, verdict: 'reject', challenge, announcement: { prompts: ['rejected'], answer: false } },
  ]),
  { type: 'judging-failed', why: 'judging-error' },
  { type: 'command-failed', command: 'play', gone: false },
  { type: 'command-failed', command: 'play', gone: true },
  { type: 'hung-up' },
  { type: 'left' },
  { type: 'release', why: 'shutting-down' },
];

/** Becomes of a hand-over. */
const ofHandOver: readonly CallEvent[] = [
  { type: 'handed-over' },
  { type: 'command-failed', command: 'hand-over', gone: false },
];

/** Everything that can be told of a call at this moment. */
export function telling({ state, timers }: Situation): readonly CallEvent[] {
  const expiries = [...timers].map((timer) => ({ type: 'timer', timer }) as const);
  const handedOver = state.phase === 'leaving' ? ofHandOver : [];
  return [...always, ...handedOver, ...expiries, ...keys(state), ...ofPlayback(state), ...ofRecording(state)];
}

/** A key that is right, and one that is wrong. */
function keys(state: CallState): readonly CallEvent[] {
  const right = state.phase === 'challenging' ? state.plan.digits[state.attempt - 1] : undefined;
  const pressed = right === undefined ? ['#'] : [right, '#'];
  return pressed.map((digit) => ({ type: 'digit', digit }));
}

function ofPlayback(state: CallState): readonly CallEvent[] {
  const speech = speechOf(state);
  if (speech === null) return [];
  const playback = playbackOf(speech);
  return [
    { type: 'playback-started', playback },
    { type: 'playback-ended', playback, failed: false },
    { type: 'playback-ended', playback, failed: true },
  ];
}

function speechOf(state: CallState): Speech | null {
  if (state.phase === 'naming') return state.step.is === 'asking' ? state.step.speech : null;
  return 'speech' in state ? state.speech : null;
}

function ofRecording(state: CallState): readonly CallEvent[] {
  if (state.phase !== 'naming' || state.step.is === 'asking') return [];
  const { recording } = state.step;
  return [
    { type: 'recording-ended', recording, failed: false },
    { type: 'recording-ended', recording, failed: true },
    { type: 'measured', recording, spoken: true, offsetMs: 0 },
    { type: 'measured', recording, spoken: false, offsetMs: 0 },
  ];
}
