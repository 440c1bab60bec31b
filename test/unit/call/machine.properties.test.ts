import fc from 'fast-check';
import type { TimerName } from '../../../src/call/effects';
import type { Announcement, CallEvent } from '../../../src/call/events';
import type { RejectCode } from '../../../src/screening/assessment';
import { plan, Story, when } from './story';

const timerNames: readonly TimerName[] = ['first-action', 'screening', 'prompt', 'digit', 'lease', 'leaving'];
const playbacks = ['challenge-1', 'challenge-2', 'announcement', 'music'].flatMap((name) =>
  [3, 2, 1].map((left) => `${name}-${left}`),
);
const commands = fc.constantFrom('answer' as const, 'play' as const, 'hand-over' as const);
const playback = fc.constantFrom(...playbacks);

const announcement: fc.Arbitrary<Announcement> = fc.record({
  prompts: fc.constant(['rejected']),
  answer: fc.boolean(),
});

const verdict: fc.Arbitrary<CallEvent> = fc.record({
  type: fc.constant('judged' as const),
  verdict: fc.constantFrom('allow' as const, 'screen' as const, 'reject' as const),
  rejectCode: fc.constantFrom<RejectCode | null>(433, 603, 607, null),
  announcement: fc.option(announcement, { nil: null }),
  challenge: fc.record({
    digits: fc.array(fc.constantFrom(...plan.digits), { minLength: 1, maxLength: 5 }),
    digitTimeoutMs: fc.constant(8_000),
    earlyMedia: fc.boolean(),
  }),
});

const ordinaryEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constantFrom(...plan.digits, '9', '*').map(when.pressed),
  playback.map(when.started),
  playback.map(when.ended),
  fc.constantFrom(...timerNames).map(when.expired),
);

/** An event that may end a call. */
const fatefulEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constant(when.judgingFailed),
  playback.map(when.broke),
  commands.map(when.refused),
  commands.map(when.foundGone),
  fc.constantFrom<CallEvent>(when.handedOver, when.left, when.hungUp, when.released('shutting-down')),
);

const anyEvent = fc.oneof(
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

/** Timers that do not run cannot expire: the machine is told of no others. */
function possible(story: Story, event: CallEvent): boolean {
  return event.type !== 'timer' || story.running.has(event.timer);
}

function always(check: (story: Story, event: CallEvent, before: Story['state']) => void): void {
  fc.assert(
    fc.property(mostly, (events) => {
      const story = new Story();
      for (const event of events) {
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
        for (const event of events) if (possible(story, event)) story.tell(event);
        for (const { to } of story.handOvers) expect(to).toBe('reject');
      }),
    );
  });

  it('the office gets only who was allowed, who pressed the right digit, and who could not be screened', () => {
    always((story, event) => {
      for (const effect of story.last) {
        if (effect.do !== 'hand-over') continue;
        if (effect.handOver.to === 'allow') expect(event).toMatchObject({ type: 'judged', verdict: 'allow' });
        if (effect.handOver.to === 'pass') expect(event.type).toBe('digit');
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
      if (ending.challenge?.result === 'passed') expect(handOver?.to).toBe('pass');
    });
  });

  it('time alone brings it to an end, once the exchange has taken it over', () => {
    fc.assert(
      fc.property(mostly, (events) => {
        const story = new Story();
        for (const event of events) if (possible(story, event)) story.tell(event);
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
