import type { CallEvent } from '../../src/call/events';
import type { CallState } from '../../src/call/machine';
import type { Transition } from './explore';

/**
 * The transitions as Mermaid text. Events with the same ends share an arrow; what keeps a call where it is (the next
 * prompt, a renewed lease) is left out, but for a new attempt.
 */
export function draw(transitions: readonly Transition[]): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, event, to } of transitions) {
    const ends = `${nodeOf(from)} --> ${nodeOf(to.state)}`;
    if (nodeOf(from) === nodeOf(to.state) && !isNewAttempt(from, to.state)) continue;
    const finish = to.effects.find((effect) => effect.do === 'finish');
    const outcome = finish === undefined ? '' : ` (${finish.ending.outcome})`;
    const labels = arrows.get(ends) ?? new Set();
    arrows.set(ends, labels.add(`${wordsFor(from, event)}${outcome}`));
  }
  const lines = [...arrows].map(([ends, labels]) => `  ${ends}: ${[...labels].join(', ')}`);
  return ['stateDiagram-v2', '  [*] --> judging', ...lines, '  gone --> [*]'].join('\n');
}

/** Mermaid takes letters and underscores for a name. */
function nodeOf(state: CallState): string {
  switch (state.phase) {
    case 'naming':
      return `naming_${state.step.is}`;
    case 'leaving':
      return `leaving_${state.handOver.to.replace('-', '_')}`;
    default:
      return state.phase;
  }
}

function isNewAttempt(from: CallState, to: CallState): boolean {
  return 'attempt' in from && 'attempt' in to && from.attempt !== to.attempt;
}

function wordsFor(from: CallState, event: CallEvent): string {
  switch (event.type) {
    case 'judged':
      return event.verdict === 'screen' ? `screen by ${event.challenge.kind}` : judgedWords(event);
    case 'judging-failed':
      return 'judging failed';
    case 'digit':
      return digitWords(from, event.digit);
    case 'playback-started':
      return 'prompt begun';
    case 'playback-ended':
      return event.failed ? 'prompt failed' : 'all said';
    case 'recording-ended':
      return event.failed ? 'recording failed' : 'recorded';
    case 'measured':
      return event.spoken ? 'something was said' : 'silence';
    case 'timer':
      return `${event.timer} timer`;
    case 'command-failed':
      return event.gone ? 'channel not found' : event.command === 'hand-over' ? 'hand-over failed' : 'command failed';
    case 'handed-over':
      return 'handed over';
    case 'hung-up':
      return 'hung up';
    case 'left':
      return 'left';
    case 'release':
      return 'release';
  }
}

function judgedWords({ verdict, announcement }: Extract<CallEvent, { type: 'judged' }>): string {
  return announcement === null ? verdict : `${verdict} with an announcement`;
}

function digitWords(from: CallState, digit: string): string {
  if (from.phase !== 'challenging') return `key ${digit}`;
  return digit === from.plan.digits[from.attempt - 1] ? 'right digit' : 'wrong digit';
}
