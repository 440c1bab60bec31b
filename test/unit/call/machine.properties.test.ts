import fc from 'fast-check';
import type { TimerName } from '../../../src/call/effects';
import type { Announcement, CallEvent, ChallengePlan, CommonPlan } from '../../../src/call/events';
import type { RejectCode } from '../../../src/screening/assessment';
import { plan, Story, when } from './story';

const timerNames: readonly TimerName[] = [
  'first-action',
  'screening',
  'prompt',
  'digit',
  'recording',
  'hang-up',
  'lease',
  'leaving',
];
const playbacks = ['challenge-1', 'challenge-2', 'asking-1', 'asking-2', 'parting', 'announcement', 'music'].flatMap(
  (name) => [4, 3, 2, 1].map((left) => `${name}-${left}`),
);
const recordings = ['name-1', 'name-2', 'name-3'] as const;
const commands = fc.constantFrom('answer' as const, 'play' as const, 'record' as const, 'hand-over' as const);
const playback = fc.constantFrom(...playbacks);
const recording = fc.constantFrom(...recordings);

const announcement: fc.Arbitrary<Announcement> = fc.record({
  prompts: fc.constant<Announcement['prompts']>(['rejected']),
  answer: fc.boolean(),
});

const common = {
  preface: fc.constantFrom<CommonPlan['preface']>([], ['dial-published']),
  earlyMedia: fc.boolean(),
  message: fc.boolean(),
};

const challenge: fc.Arbitrary<ChallengePlan> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('press-digit' as const),
    digits: fc.array(fc.constantFrom(...plan.digits), { minLength: 1, maxLength: 5 }),
    digitTimeoutMs: fc.constant(8_000),
  }),
  fc.record({
    ...common,
    kind: fc.constant('state-name' as const),
    attempts: fc.integer({ min: 1, max: 3 }),
    maxSeconds: fc.constant(6),
  }),
  fc.record({ ...common, kind: fc.constant('call-back' as const), hangUpMs: fc.constant(10_000) }),
);

const verdict: fc.Arbitrary<CallEvent> = fc.record({
  type: fc.constant('judged' as const),
  verdict: fc.constantFrom('allow' as const, 'screen' as const, 'screen' as const, 'reject' as const),
  rejectCode: fc.constantFrom<RejectCode | null>(433, 603, 607, null),
  announcement: fc.option(announcement, { nil: null }),
  challenge,
});

const ordinaryEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constantFrom(...plan.digits, '9', '*', '#').map(when.pressed),
  playback.map(when.started),
  playback.map(when.ended),
  recording.map(when.recorded),
  recording.map((name) => when.spoken(name)),
  recording.map(when.silent),
  fc.constantFrom(...timerNames).map(when.expired),
);

/** An event that may end a call. */
const fatefulEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constant(when.judgingFailed),
  playback.map(when.broke),
  recording.map(when.recordingBroke),
  commands.map(when.refused),
  commands.map(when.foundGone),
  fc.constantFrom<CallEvent>(when.handedOver, when.left, when.hungUp, when.released('shutting-down')),
);

/** Goes on with whatever is under way just now: chance alone seldom hits the prompt that plays. */
const onward = fc.constantFrom('on' as const, 'silent' as const);
type Told = CallEvent | 'on' | 'silent';

function onwardIn(story: Story, how: 'on' | 'silent'): CallEvent {
  const { state } = story;
  const step = state.phase === 'naming' ? state.step : null;
  if (step?.is === 'recording') return when.recorded(step.recording);
  if (step?.is === 'measuring') return how === 'on' ? when.spoken(step.recording) : when.silent(step.recording);
  const playing = story.all('play').at(-1)?.playback ?? 'music-1';
  return when.ended(playing);
}

const anyEvent: fc.Arbitrary<Told> = fc.oneof(
  { weight: 6, arbitrary: onward },
  { weight: 6, arbitrary: ordinaryEvent },
  { weight: 2, arbitrary: verdict },
  { weight: 1, arbitrary: fatefulEvent },
);
const anything = fc.array(anyEvent, { maxLength: 40 });
/** A verdict first, so that most calls come further than judging. */
const mostly = fc.oneof(
  anything,
  fc.tuple(verdict, anything).map(([first, rest]) => [first, ...rest]),
);

function told(story: Story, event: Told): CallEvent {
  return typeof event === 'string' ? onwardIn(story, event) : event;
}

/** Timers that do not run cannot expire: the machine is told of no others. */
function possible(story: Story, event: CallEvent): boolean {
  return event.type !== 'timer' || story.running.has(event.timer);
}

function play(story: Story, events: readonly Told[]): void {
  for (const next of events) {
    const event = told(story, next);
    if (possible(story, event)) story.tell(event);
  }
}

/** A prompt plays, or a recording runs. */
function isOccupied({ state }: Story): boolean {
  if (state.phase === 'naming') return state.step.is !== 'measuring';
  return 'speech' in state && state.speech !== null;
}

function always(check: (story: Story, event: CallEvent, before: Story['state']) => void): void {
  fc.assert(
    fc.property(mostly, (events) => {
      const story = new Story();
      for (const next of events) {
        const event = told(story, next);
        if (!possible(story, event)) continue;
        const before = story.state;
        check(story.tell(event), event, before);
      }
    }),
    { numRuns: 500 },
  );
}

describe('whatever happens to a call', () => {
  it('it is handed over at most once, and after that the exchange is asked for nothing', () => {
    always((story) => {
      expect(story.handOvers.length).toBeLessThanOrEqual(1);
      expect(story.commands.slice(0, -1)).not.toContain('hand-over');
    });
  });

  it('it is finished exactly once, when it is gone, and nothing comes after', () => {
    always((story, _event, before) => {
      expect(story.endings).toHaveLength(story.state.phase === 'gone' ? 1 : 0);
      if (before.phase === 'gone') expect(story.last).toEqual([]);
    });
  });

  it('it is handed over before it leaves, never while it stays', () => {
    always((story) => {
      if (story.state.phase === 'leaving') expect(story.handOvers).toEqual([story.state.handOver]);
      else if (story.state.phase !== 'gone') expect(story.handOvers).toEqual([]);
    });
  });

  it('no timer runs when it is gone', () => {
    always((story) => {
      if (story.state.phase === 'gone') expect([...story.running]).toEqual([]);
    });
  });

  it('its lease is kept until it leaves, and let run out then', () => {
    always((story) => {
      const stays = story.state.phase !== 'leaving' && story.state.phase !== 'gone';
      expect(story.running.has('lease')).toBe(stays);
    });
  });

  it('some deadline runs as long as it is kept', () => {
    always((story) => {
      const stays = story.state.phase !== 'leaving' && story.state.phase !== 'gone';
      expect(story.running.has('screening')).toBe(stays);
      expect(story.running.has('first-action')).toBe(story.state.phase === 'judging');
      if (story.state.phase === 'challenging') {
        expect(['prompt', 'digit'].filter((name) => story.running.has(name as TimerName))).toHaveLength(1);
      }
      if (story.state.phase === 'announcing') expect(story.running.has('prompt')).toBe(true);
      if (story.state.phase === 'naming') {
        expect(story.running.has('prompt')).toBe(story.state.step.is === 'asking');
        expect(story.running.has('recording')).toBe(story.state.step.is === 'recording');
      }
      if (story.state.phase === 'parting') {
        expect(['prompt', 'hang-up'].filter((name) => story.running.has(name as TimerName))).toHaveLength(1);
      }
    });
  });

  it('a verdict of allow lets it through untouched', () => {
    always((story, event, before) => {
      if (before.phase !== 'judging' || event.type !== 'judged' || event.verdict !== 'allow') return;
      expect(story.commands.filter((name) => name !== 'renew-lease')).toEqual(['hand-over']);
    });
  });

  it('a verdict of reject never sends it to the office', () => {
    fc.assert(
      fc.property(verdict, anything, (first, events) => {
        fc.pre(first.type === 'judged' && first.verdict === 'reject');
        const story = new Story(first);
        play(story, events);
        for (const { to } of story.handOvers) expect(to).toBe('reject');
      }),
    );
  });

  it('the lease is renewed right before each prompt and recording, and never while one goes on', () => {
    always((story, event) => {
      const asked = story.last.map((effect) => effect.do).filter((name) => !name.endsWith('timer'));
      for (const [index, name] of asked.entries()) {
        if (name === 'play' || name === 'record') expect(asked[index - 1]).toBe('renew-lease');
      }
      if (event.type === 'timer' && event.timer === 'lease' && isOccupied(story)) expect(asked).toEqual([]);
    });
  });

  it('a recording that runs is stopped before the hand-over, as is a prompt that plays', () => {
    always((story, event, before) => {
      if (story.handOvers.length === 0 || !story.last.some((effect) => effect.do === 'hand-over')) return;
      const asked = story.last.map((effect) => effect.do).filter((name) => !name.endsWith('timer'));
      if (before.phase === 'naming' && before.step.is === 'recording') {
        expect(asked).toEqual(['cancel-timers', 'stop-recording', 'hand-over']);
      }
      if (event.type === 'release' && before.phase === 'parting' && before.speech !== null) {
        expect(asked).toEqual(['cancel-timers', 'stop-playback', 'hand-over']);
      }
    });
  });

  it('nothing is recorded before the call was answered and the tone has sounded', () => {
    always((story) => {
      for (const [index, effect] of story.effects.entries()) {
        if (effect.do !== 'record') continue;
        const before = story.effects.slice(0, index);
        expect(before.filter(({ do: name }) => name === 'answer')).toHaveLength(1);
        expect(before.flatMap((one) => (one.do === 'play' ? [one.prompt] : [])).slice(-2)).toEqual([
          expect.stringMatching(/^name-(please|again)$/),
          'tone',
        ]);
      }
    });
  });

  it('the call is answered at most once', () => {
    always((story) => expect(story.all('answer').length).toBeLessThanOrEqual(1));
  });

  it('the office gets only who was allowed, who pressed the right digit, and who could not be screened', () => {
    always((story, event) => {
      for (const effect of story.last) {
        if (effect.do !== 'hand-over') continue;
        if (effect.handOver.to === 'allow') expect(event).toMatchObject({ type: 'judged', verdict: 'allow' });
        if (effect.handOver.to === 'pass') expect(event.type).toBe('digit');
        if (effect.handOver.to === 'present') expect(event).toMatchObject({ type: 'measured', spoken: true });
        if (effect.handOver.to === 'open') expect(event.type).not.toBe('digit');
      }
    });
  });

  it('the record fits what was done', () => {
    always((story) => {
      const [ending] = story.endings;
      const [handOver] = story.handOvers;
      if (ending === undefined) return;
      expect(ending.failedOpen !== null).toBe(ending.outcome === 'failed-open');
      expect(ending.sipCode !== null).toBe(ending.outcome === 'refused');
      if (ending.outcome === 'connected') expect(['allow', 'pass']).toContain(handOver?.to);
      if (ending.outcome === 'refused') expect(handOver?.to).toBe('reject');
      if (ending.outcome === 'presented') expect(handOver?.to).toBe('present');
      if (ending.outcome === 'message') expect(handOver?.to).toBe('message');
      if (ending.outcome === 'call-back') {
        expect([undefined, 'hang-up']).toContain(handOver?.to);
        expect(story.prompts).toContain('call-back-notice-2');
        expect(ending.challenge).toMatchObject({ kind: 'call-back', result: 'told' });
      }
      if (ending.challenge?.result === 'passed') expect(handOver?.to).toBe('pass');
    });
  });

  it('time alone brings it to an end, once the exchange has taken it over', () => {
    fc.assert(
      fc.property(mostly, (events) => {
        const story = new Story();
        play(story, events);
        for (let round = 0; round < 20 && story.state.phase !== 'gone'; round += 1) {
          if (story.state.phase === 'leaving' && !story.running.has('leaving')) story.tell(when.handedOver);
          const [due] = [...story.running].filter((name) => name !== 'lease');
          expect(due).toBeDefined();
          story.tell(when.expired(due as TimerName));
        }
        expect(story.state.phase).toBe('gone');
      }),
    );
  });
});
