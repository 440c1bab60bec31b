import type { Effect, Ending, HandOver } from '../../../src/call/effects';
import type { Announcement, CallEvent } from '../../../src/call/events';
import type { ChallengeResult } from '../../../src/journal/decision';
import { callBackPlan, heard, namePlan, plan, Story, timing, when } from './story';

const { pressed, started, ended, broke, expired, refused, foundGone, rejected, released } = when;
const { recorded, recordingBroke, spoken: saidSomething, silent } = when;
const spoken: Announcement = { prompts: ['withheld-rejected'], answer: false };

const kind = 'press-digit';

/** A call in every state in which it can be before it is gone. */
const states = {
  judging: [],
  'challenging, prompt not begun': [when.screened],
  'challenging, prompt playing': [when.screened, started('challenge-1-3')],
  'challenging, waiting for a digit': [when.screened, ...heard('challenge-1')],
  'challenging, second attempt': [when.screened, ...heard('challenge-1'), pressed('1'), started('challenge-2-3')],
  'announcing a refusal': [rejected(433, spoken), started('announcement-1')],
  'announcing a failed challenge': [when.screened, pressed('1'), pressed('1'), started('announcement-1')],
  'naming, asking': [when.screenedWith(namePlan), started('asking-1-2')],
  'naming, recording': [when.screenedWith(namePlan), ...heard('asking-1')],
  'naming, measuring': [when.screenedWith(namePlan), ...heard('asking-1'), recorded('name-1')],
  'parting, not told yet': [when.screenedWith(callBackPlan), started('parting-2')],
  'parting, told': [when.screenedWith(callBackPlan), ...heard('parting').slice(0, 3)],
  'parting, waiting for the end': [when.screenedWith(callBackPlan), ...heard('parting')],
  'leaving, allowed': [when.allowed],
  'leaving, passed': [when.screened, ...heard('challenge-1'), pressed('7')],
  'leaving, presented': [
    when.screenedWith(namePlan),
    ...heard('asking-1'),
    recorded('name-1'),
    saidSomething('name-1'),
  ],
  'leaving, to a message': [
    when.screenedWith({ ...plan, message: true }),
    ...heard('challenge-1'),
    expired('digit'),
    ...heard('challenge-2'),
    expired('digit'),
  ],
  'leaving, to be called back': [when.screenedWith(callBackPlan), ...heard('parting'), expired('hang-up')],
  'leaving, refused': [rejected(607)],
  'leaving, failed open': [when.judgingFailed],
} as const satisfies Record<string, readonly CallEvent[]>;
type StateName = keyof typeof states;
const stateNames = Object.keys(states) as StateName[];
const leavingStates = stateNames.filter((name) => name.startsWith('leaving'));
const earlierStates = stateNames.filter((name) => !name.startsWith('leaving'));

function inState(name: StateName, ...more: readonly CallEvent[]): Story {
  return new Story(...states[name], ...more);
}

function ending(outcome: Ending['outcome'], more: Partial<Ending> = {}): Ending {
  return { outcome, challenge: null, failedOpen: null, sipCode: null, ...more };
}

describe('a call arrives', () => {
  it('is judged, under the deadline of the first action and of the whole screening, and its lease is kept', () => {
    expect(new Story().effects).toEqual([
      { do: 'start-timer', timer: 'first-action', ms: timing.firstActionMs },
      { do: 'start-timer', timer: 'screening', ms: timing.screeningMs },
      { do: 'start-timer', timer: 'lease', ms: timing.renewMs },
      { do: 'judge' },
    ]);
  });
});

describe('allow', () => {
  it('hands the caller to the office and asks the exchange for nothing else', () => {
    const story = new Story(when.allowed);
    expect(story.commands).toEqual(['hand-over']);
    expect(story.handOvers).toEqual([{ to: 'allow' }]);
  });

  it('is connected when the channel has left', () => {
    expect(new Story(when.allowed, when.handedOver, when.left).endings).toEqual([ending('connected')]);
  });

  it('is connected when the channel leaves before the exchange has answered the hand-over', () => {
    expect(new Story(when.allowed, when.left, when.handedOver).endings).toEqual([ending('connected')]);
  });
});

describe('the way out', () => {
  it('takes as long as the exchange takes to answer: no timer cuts it short', () => {
    expect([...new Story(when.allowed).running]).toEqual([]);
  });

  it('is over two seconds after the exchange accepted the hand-over, though nobody told that the channel left', () => {
    const story = new Story(when.allowed, when.handedOver);
    expect(story.last).toEqual([{ do: 'start-timer', timer: 'leaving', ms: 2_000 }]);
    expect(story.tell(expired('leaving')).endings).toEqual([ending('connected')]);
  });
});

describe('screen', () => {
  it('speaks before answer, where the trunk carries early media', () => {
    expect(new Story(when.screened).commands).toEqual(['renew-lease', 'play']);
  });

  it('answers first where it does not', () => {
    expect(new Story(when.screenedAfterAnswer).commands).toEqual(['answer', 'renew-lease', 'play']);
  });

  it('lifts the deadline of the first action, keeps that of the whole and the lease', () => {
    expect([...new Story(when.screened).running].sort()).toEqual(['lease', 'prompt', 'screening']);
  });

  it('speaks one prompt after the other, each with a fresh lease, and then gives the caller time for the digit', () => {
    const story = new Story(when.screened);
    expect(story.prompts).toEqual(['challenge']);
    expect(story.tell(ended('challenge-1-3')).prompts).toEqual(['challenge', 'digit-7']);
    expect(story.tell(ended('challenge-1-2')).prompts).toEqual(['challenge', 'digit-7', 'challenge-end']);
    expect(story.commands).toEqual(['renew-lease', 'play', 'renew-lease', 'play', 'renew-lease', 'play']);
    expect(story.tell(ended('challenge-1-1')).last).toEqual([
      { do: 'cancel-timer', timer: 'prompt' },
      { do: 'start-timer', timer: 'digit', ms: 8_000 },
    ]);
  });

  it('gives a prompt 2 s to begin and 12 s to end', () => {
    const story = new Story(when.screened);
    expect(story.last).toContainEqual({ do: 'start-timer', timer: 'prompt', ms: 2_000 });
    expect(story.tell(started('challenge-1-3')).last).toEqual([{ do: 'start-timer', timer: 'prompt', ms: 12_000 }]);
  });

  const passed = (attempts: number) => ending('connected', { challenge: { kind, result: 'passed', attempts } });

  it.each<[string, readonly CallEvent[], number]>([
    ['after the prompt', [...heard('challenge-1'), pressed('7')], 1],
    ['into the prompt', [started('challenge-1-3'), pressed('7')], 1],
    ['between two prompts', [...heard('challenge-1').slice(0, 2), pressed('7')], 1],
    ['before the prompt has begun', [pressed('7')], 1],
    ['after a wrong one', [...heard('challenge-1'), pressed('9'), ...heard('challenge-2'), pressed('3')], 2],
    ['after a silence', [...heard('challenge-1'), expired('digit'), ...heard('challenge-2'), pressed('3')], 2],
    ['into the second prompt', [pressed('9'), started('challenge-2-3'), pressed('3')], 2],
  ])('lets who presses the right digit %s pass to the office', (_how, events, attempts) => {
    const story = new Story(when.screened, ...events);
    expect(story.handOvers).toEqual([{ to: 'pass' }]);
    expect(story.tell(when.handedOver).tell(when.left).endings).toEqual([passed(attempts)]);
  });

  it('stops the prompt that a digit interrupts, before the channel is to leave', () => {
    const story = new Story(when.screened, started('challenge-1-3'), pressed('7'));
    expect(story.commands.slice(-2)).toEqual(['stop-playback', 'hand-over']);
    expect(story.all('stop-playback')).toEqual([{ do: 'stop-playback', playback: 'challenge-1-3' }]);
  });

  it('has nothing to stop when all was said', () => {
    const story = new Story(when.screened, ...heard('challenge-1'), pressed('7'));
    expect(story.commands).not.toContain('stop-playback');
  });

  it.each([pressed('9'), expired('digit')])(
    'asks once more, with another digit, after a wrong digit or none',
    (first) => {
      const story = new Story(when.screened, ...heard('challenge-1'), first, ...heard('challenge-2'));
      expect(story.prompts.slice(3)).toEqual(['try-again', 'digit-3', 'challenge-end']);
    },
  );

  it('waits for no digit while it speaks', () => {
    expect(new Story(when.screened, ...heard('challenge-1'), pressed('9')).running).not.toContain('digit');
  });

  it('takes the digit of the first attempt for wrong in the second', () => {
    const story = new Story(when.screened, pressed('9'), pressed('7'));
    expect(story.state.phase).toBe('announcing');
  });

  it.each<[string, CallEvent, CallEvent, 'wrong-digit' | 'no-digit']>([
    ['wrong twice', pressed('9'), pressed('9'), 'wrong-digit'],
    ['silent twice', expired('digit'), expired('digit'), 'no-digit'],
    ['wrong, then silent', pressed('9'), expired('digit'), 'no-digit'],
    ['silent, then wrong', expired('digit'), pressed('*'), 'wrong-digit'],
  ])('tells who was %s that it is over, and refuses with 603', (_how, first, second, result) => {
    const story = new Story(when.screened, ...heard('challenge-1'), first, ...heard('challenge-2'), second);
    expect(story.prompts.at(-1)).toBe('challenge-failed');
    story.tell(started('announcement-1')).tell(ended('announcement-1'));
    expect(story.handOvers).toEqual([{ to: 'reject', code: 603 }]);
    story.tell(when.handedOver).tell(when.left);
    expect(story.endings).toEqual([ending('refused', { challenge: { kind, result, attempts: 2 }, sipCode: 603 })]);
  });

  it.each<[string, readonly CallEvent[]]>([
    ['never begins', [expired('prompt')]],
    ['never ends', [started('challenge-1-3'), expired('prompt')]],
    ['fails', [started('challenge-1-3'), broke('challenge-1-3')]],
    ['fails before it begins', [broke('challenge-1-3')]],
  ])('lets the caller through when the prompt %s', (_how, events) => {
    const story = new Story(when.screened, ...events, when.handedOver, when.left);
    expect(story.handOvers).toEqual([{ to: 'open', why: 'prompt-failed' }]);
    expect(story.endings).toEqual([
      ending('failed-open', { failedOpen: 'prompt-failed', challenge: { kind, result: 'failed', attempts: 1 } }),
    ]);
  });
});

describe('who presses nothing to the last, and may leave a message', () => {
  const story = (...last: readonly CallEvent[]) =>
    new Story(when.screenedWith({ ...plan, message: true }), ...heard('challenge-1'), ...last);

  it.each<[string, readonly CallEvent[]]>([
    ['silent twice', [expired('digit'), ...heard('challenge-2'), expired('digit')]],
    ['wrong, then silent', [pressed('9'), ...heard('challenge-2'), expired('digit')]],
  ])('%s: goes on to the message', (_how, events) => {
    const told = story(...events);
    expect(told.handOvers).toEqual([{ to: 'message' }]);
    expect(told.prompts).not.toContain('challenge-failed');
    expect(told.tell(when.handedOver).tell(when.left).endings).toEqual([
      ending('message', { challenge: { kind, result: 'no-digit', attempts: 2 } }),
    ]);
  });

  it('a wrong key is no reason for one', () => {
    expect(story(expired('digit'), ...heard('challenge-2'), pressed('9')).prompts.at(-1)).toBe('challenge-failed');
  });
});

it('a preface is heard before the first question only, and a digit may interrupt it', () => {
  const prefaced = when.screenedWith({ ...plan, preface: ['dial-published'] });
  const story = new Story(prefaced, ...heard('challenge-1', 4), expired('digit'), ...heard('challenge-2'));
  expect(story.prompts).toEqual([
    ...['dial-published', 'challenge', 'digit-7', 'challenge-end'],
    ...['try-again', 'digit-3', 'challenge-end'],
  ]);
  expect(new Story(prefaced, started('challenge-1-4'), pressed('7')).handOvers).toEqual([{ to: 'pass' }]);
});

describe('a name is to be stated', () => {
  const asked = [when.screenedWith(namePlan), ...heard('asking-1')];
  const again = [recorded('name-1'), silent('name-1'), ...heard('asking-2')];
  const namedAs = (result: ChallengeResult, attempts: number) => ({
    challenge: { kind: 'state-name', result, attempts } as const,
  });

  it('answers, even on a trunk with early media, says that a recording follows, and sounds the tone', () => {
    expect(new Story(when.screenedWith(namePlan)).commands).toEqual(['answer', 'renew-lease', 'play']);
    expect(new Story(...asked).prompts).toEqual(['name-please', 'tone']);
  });

  it('says the preface first', () => {
    const story = new Story(when.screenedWith({ ...namePlan, preface: ['dial-published'] }), ...heard('asking-1', 3));
    expect(story.prompts).toEqual(['dial-published', 'name-please', 'tone']);
    expect(story.commands.at(-1)).toBe('record');
  });

  it('records under a fresh lease, for six seconds or until a silence, and waits no longer than four more', () => {
    expect(new Story(...asked).last).toEqual([
      { do: 'cancel-timer', timer: 'prompt' },
      { do: 'renew-lease' },
      { do: 'record', recording: 'name-1', maxSeconds: 6, silenceSeconds: 3 },
      { do: 'start-timer', timer: 'recording', ms: 10_000 },
    ]);
  });

  it('# ends the recording', () => {
    expect(new Story(...asked, pressed('#')).last).toEqual([{ do: 'stop-recording', recording: 'name-1' }]);
  });

  it('finds out whether anything was said, and announces the caller with it', () => {
    const story = new Story(...asked, recorded('name-1'));
    expect(story.last).toEqual([
      { do: 'cancel-timer', timer: 'recording' },
      { do: 'measure', recording: 'name-1' },
    ]);
    story.tell(saidSomething('name-1', 740));
    expect(story.handOvers).toEqual([{ to: 'present', name: { recording: 'name-1', offsetMs: 740 } }]);
    expect(story.tell(when.handedOver).tell(when.left).endings).toEqual([ending('presented', namedAs('named', 1))]);
  });

  it('asks again who said nothing, and takes the second recording', () => {
    const story = new Story(...asked, ...again, recorded('name-2'), saidSomething('name-2'));
    expect(story.prompts).toEqual(['name-please', 'tone', 'name-again', 'tone']);
    expect(story.commands.filter((name) => name === 'answer')).toHaveLength(1);
    expect(story.handOvers).toEqual([{ to: 'present', name: { recording: 'name-2', offsetMs: 300 } }]);
    expect(story.tell(when.left).endings).toEqual([ending('presented', namedAs('named', 2))]);
  });

  it('tells who said nothing twice that it is over, and refuses with 603', () => {
    const story = new Story(...asked, ...again, recorded('name-2'), silent('name-2'));
    expect(story.prompts.at(-1)).toBe('challenge-failed');
    story.tell(started('announcement-1')).tell(ended('announcement-1')).tell(when.left);
    expect(story.endings).toEqual([ending('refused', { ...namedAs('silent', 2), sipCode: 603 })]);
  });

  it('or lets leave a message who may', () => {
    const story = new Story(
      when.screenedWith({ ...namePlan, attempts: 1, message: true }),
      ...heard('asking-1'),
      recorded('name-1'),
      silent('name-1'),
    );
    expect(story.handOvers).toEqual([{ to: 'message' }]);
    expect(story.tell(when.left).endings).toEqual([ending('message', namedAs('silent', 1))]);
  });

  it.each<[string, CallEvent]>([
    ['fails', recordingBroke('name-1')],
    ['is never heard of again', expired('recording')],
  ])('lets the caller through when the recording %s', (_how, event) => {
    const story = new Story(...asked, event);
    expect(story.handOvers).toEqual([{ to: 'open', why: 'recording-failed' }]);
    expect(story.commands.slice(-2)).toEqual(['stop-recording', 'hand-over']);
  });

  it.each<[string, CallEvent]>([
    ['the service stops', released('shutting-down')],
    ['the screening takes too long', expired('screening')],
    ['a command fails', refused('record')],
  ])('ends the recording before the caller goes on, when %s', (_when, event) => {
    expect(new Story(...asked, event).commands.slice(-2)).toEqual(['stop-recording', 'hand-over']);
  });
});

describe('the caller is called back', () => {
  it('answers first where the trunk carries no early media', () => {
    expect(new Story(when.screenedWith(callBackPlan)).commands).toEqual(['renew-lease', 'play']);
    const answered = new Story(when.screenedWith({ ...callBackPlan, earlyMedia: false }));
    expect(answered.commands).toEqual(['answer', 'renew-lease', 'play']);
  });

  it('says so in two prompts, and gives time to hang up', () => {
    const story = new Story(when.screenedWith(callBackPlan), ...heard('parting'));
    expect(story.prompts).toEqual(['call-back-notice-1', 'call-back-notice-2']);
    expect(story.last).toEqual([
      { do: 'cancel-timer', timer: 'prompt' },
      { do: 'start-timer', timer: 'hang-up', ms: 10_000 },
    ]);
  });

  it('hangs up on who does not', () => {
    const story = inState('leaving, to be called back');
    expect(story.handOvers).toEqual([{ to: 'hang-up' }]);
    expect(story.tell(when.handedOver).tell(when.left).endings).toEqual([
      ending('call-back', { challenge: { kind: 'call-back', result: 'told', attempts: 1 } }),
    ]);
  });

  it('a preface does not count as told', () => {
    const prefaced = when.screenedWith({ ...callBackPlan, preface: ['dial-published'] });
    const story = new Story(prefaced, ...heard('parting', 3).slice(0, 3));
    expect(story.prompts).toEqual(['dial-published', 'call-back-notice-1']);
    expect(story.tell(when.hungUp).endings).toMatchObject([{ outcome: 'abandoned' }]);
  });

  it('lets the caller through when a prompt cannot be played', () => {
    const story = inState('parting, told', expired('prompt'));
    expect(story.handOvers).toEqual([{ to: 'open', why: 'prompt-failed' }]);
    expect(story.commands.slice(-2)).toEqual(['stop-playback', 'hand-over']);
  });
});

describe('reject', () => {
  it('hands over with the code at once where no announcement is due', () => {
    const story = new Story(rejected(607));
    expect(story.commands).toEqual(['hand-over']);
    expect(story.handOvers).toEqual([{ to: 'reject', code: 607 }]);
    expect(story.tell(when.handedOver).tell(when.left).endings).toEqual([ending('refused', { sipCode: 607 })]);
  });

  it('refuses with 603 when no code was given', () => {
    expect(new Story(rejected(null)).handOvers).toEqual([{ to: 'reject', code: 603 }]);
  });

  it('plays the announcement that is due first, and answers first where it must', () => {
    expect(new Story(rejected(433, spoken)).commands).toEqual(['renew-lease', 'play']);
    const answering = new Story(rejected(433, { ...spoken, answer: true }));
    expect(answering.commands).toEqual(['answer', 'renew-lease', 'play']);
    expect(answering.prompts).toEqual(['withheld-rejected']);
  });

  it.each<[string, readonly CallEvent[], boolean]>([
    ['was heard', heard('announcement'), false],
    ['fails', [started('announcement-1'), broke('announcement-1')], true],
    ['never begins', [expired('prompt')], true],
    ['never ends', [started('announcement-1'), expired('prompt')], true],
    ['cannot be played', [refused('play')], true],
    ['outlasts the screening', [started('announcement-1'), expired('screening')], true],
    ['is cut short because the service stops', [started('announcement-1'), released('shutting-down')], true],
  ])('refuses when the announcement %s', (_how, events, stopped) => {
    const story = new Story(rejected(433, spoken), ...events);
    expect(story.handOvers).toEqual([{ to: 'reject', code: 433 }]);
    // What may still play would hold the channel back.
    expect(story.commands).toEqual(['renew-lease', 'play', ...(stopped ? ['stop-playback'] : []), 'hand-over']);
    expect(story.tell(when.handedOver).tell(when.left).endings).toEqual([ending('refused', { sipCode: 433 })]);
  });

  it('does not mind what a refused caller presses', () => {
    const story = new Story(rejected(433, spoken), started('announcement-1'), pressed('7'));
    expect(story.last).toEqual([]);
  });
});

describe('the deadlines', () => {
  it('lets through who is not judged before the deadline of the first action', () => {
    const story = new Story(expired('first-action'));
    expect(story.handOvers).toEqual([{ to: 'open', why: 'verdict-deadline' }]);
  });

  it('gives a verdict that comes too late no say any more', () => {
    expect(new Story(expired('first-action'), rejected(607)).last).toEqual([]);
  });

  it.each([
    'challenging, prompt playing',
    'challenging, second attempt',
    'naming, recording',
    'naming, measuring',
    'parting, told',
  ] as const)('lets through who is still %s at the end of the screening', (name) => {
    expect(inState(name, expired('screening')).handOvers).toEqual([{ to: 'open', why: 'screening-deadline' }]);
  });

  it('lets through whom judging failed on', () => {
    expect(new Story(when.judgingFailed).handOvers).toEqual([{ to: 'open', why: 'judging-error' }]);
  });
});

describe('the lease', () => {
  const kept: Effect = { do: 'start-timer', timer: 'lease', ms: timing.renewMs };
  const idle = [
    'judging',
    'challenging, waiting for a digit',
    'naming, measuring',
    'parting, waiting for the end',
  ] as const satisfies readonly StateName[];
  const speaking = earlierStates.filter((name) => !idle.some((other) => other === name));

  it.each(idle)('is renewed for a call that is %s', (name) => {
    expect(inState(name, expired('lease')).last).toEqual([{ do: 'renew-lease' }, kept]);
  });

  // Asterisk would carry out the renewal when the prompt is over: too late, and the command would look failed.
  it.each(speaking)('was renewed before the prompt or the recording for a call that is %s', (name) => {
    expect(inState(name, expired('lease')).last).toEqual([kept]);
  });

  it.each(leavingStates)('is let run out for a call that is %s', (name) => {
    expect(inState(name).running).not.toContain('lease');
    expect(inState(name, expired('lease')).last).toEqual([]);
  });
});

/** [state, ending] for one event. */
type Endings = readonly (readonly [StateName, Ending])[];

const named = (result: ChallengeResult, attempts: number) => ({
  challenge: { kind: 'state-name', result, attempts } as const,
});
const parted = (result: ChallengeResult) => ({ challenge: { kind: 'call-back', result, attempts: 1 } as const });
const challenge = (result: ChallengeResult, attempts: number): Pick<Ending, 'challenge'> => ({
  challenge: { kind, result, attempts },
});

describe('the caller hangs up', () => {
  const endings: Endings = [
    ['judging', ending('abandoned')],
    ['challenging, prompt not begun', ending('abandoned', challenge('hung-up', 1))],
    ['challenging, prompt playing', ending('abandoned', challenge('hung-up', 1))],
    ['challenging, waiting for a digit', ending('abandoned', challenge('hung-up', 1))],
    ['challenging, second attempt', ending('abandoned', challenge('hung-up', 2))],
    ['announcing a refusal', ending('abandoned')],
    ['announcing a failed challenge', ending('abandoned', challenge('wrong-digit', 2))],
    ['naming, asking', ending('abandoned', named('hung-up', 1))],
    ['naming, recording', ending('abandoned', named('hung-up', 1))],
    ['naming, measuring', ending('abandoned', named('hung-up', 1))],
    ['parting, not told yet', ending('abandoned', parted('hung-up'))],
    // Who was told that we call back does as told.
    ['parting, told', ending('call-back', parted('told'))],
    ['parting, waiting for the end', ending('call-back', parted('told'))],
    ['leaving, allowed', ending('abandoned')],
    ['leaving, passed', ending('abandoned', challenge('passed', 1))],
    ['leaving, presented', ending('abandoned', named('named', 1))],
    ['leaving, to a message', ending('abandoned', challenge('no-digit', 2))],
    ['leaving, to be called back', ending('call-back', parted('told'))],
    // Whom we refuse leaves our application first, and is hung up after that.
    ['leaving, refused', ending('abandoned')],
    ['leaving, failed open', ending('abandoned')],
  ];

  it.each(endings)('while %s: the record says so', (name, expected) => {
    const story = inState(name, when.hungUp);
    expect(story.endings).toEqual([expected]);
    expect(story.state).toEqual({ phase: 'gone' });
  });

  it.each(earlierStates)('while %s: the exchange is asked for nothing more', (name) => {
    expect(inState(name, when.hungUp).handOvers).toEqual([]);
  });

  it.each(stateNames.filter((name) => name !== 'leaving, refused'))(
    'while %s: a command that finds no channel tells the same',
    (name) => {
      const story = inState(name, foundGone(name.startsWith('leaving') ? 'hand-over' : 'play'));
      expect(story.endings).toEqual(inState(name, when.hungUp).endings);
    },
  );

  it('while leaving, refused: a hand-over that finds no channel refused nobody', () => {
    expect(inState('leaving, refused', foundGone('hand-over')).endings).toEqual([ending('abandoned')]);
  });
});

describe('the dialplan takes the channel when the lease ran out', () => {
  const open = (more: Partial<Ending> = {}) => ending('failed-open', { failedOpen: 'lease-expired', ...more });
  const endings: Endings = [
    ['judging', open()],
    ['challenging, prompt not begun', open(challenge('failed', 1))],
    ['challenging, prompt playing', open(challenge('failed', 1))],
    ['challenging, waiting for a digit', open(challenge('failed', 1))],
    ['challenging, second attempt', open(challenge('failed', 2))],
    ['naming, asking', open(named('failed', 1))],
    ['naming, recording', open(named('failed', 1))],
    ['naming, measuring', open(named('failed', 1))],
    // Told or not: the caller is with the office, and need not be called back.
    ['parting, not told yet', open(parted('failed'))],
    ['parting, told', open(parted('failed'))],
    ['parting, waiting for the end', open(parted('failed'))],
    ['announcing a refusal', open()],
    ['announcing a failed challenge', open(challenge('wrong-digit', 2))],
  ];

  it.each(endings)('from a call that is %s: it failed open', (name, expected) => {
    const story = inState(name, when.left);
    expect(story.handOvers).toEqual([]);
    expect(story.endings).toEqual([expected]);
  });
});

describe('the service lets everybody go', () => {
  const handOvers: readonly (readonly [StateName, HandOver])[] = [
    ['judging', { to: 'open', why: 'shutting-down' }],
    ['challenging, prompt not begun', { to: 'open', why: 'shutting-down' }],
    ['challenging, prompt playing', { to: 'open', why: 'shutting-down' }],
    ['challenging, waiting for a digit', { to: 'open', why: 'shutting-down' }],
    ['challenging, second attempt', { to: 'open', why: 'shutting-down' }],
    ['naming, asking', { to: 'open', why: 'shutting-down' }],
    ['naming, recording', { to: 'open', why: 'shutting-down' }],
    ['naming, measuring', { to: 'open', why: 'shutting-down' }],
    ['parting, not told yet', { to: 'open', why: 'shutting-down' }],
    ['parting, told', { to: 'open', why: 'shutting-down' }],
    ['parting, waiting for the end', { to: 'open', why: 'shutting-down' }],
    ['announcing a refusal', { to: 'reject', code: 433 }],
    ['announcing a failed challenge', { to: 'reject', code: 603 }],
  ];

  it.each(handOvers)('%s: who is not refused already reaches the office', (name, expected) => {
    expect(inState(name, released('shutting-down')).handOvers).toEqual([expected]);
  });

  it.each(leavingStates)('%s: who is on the way out stays on it', (name) => {
    expect(inState(name, released('shutting-down')).last).toEqual([]);
  });

  it('keeps what became of the challenge', () => {
    const story = inState('challenging, second attempt', released('connection-lost'), when.handedOver, when.left);
    expect(story.endings).toEqual([
      ending('failed-open', { failedOpen: 'connection-lost', ...challenge('failed', 2) }),
    ]);
  });
});

describe('the exchange does not carry out a command', () => {
  it.each(earlierStates.filter((name) => !name.startsWith('announcing')))('%s: the caller is let through', (name) => {
    expect(inState(name, refused('play')).handOvers).toEqual([{ to: 'open', why: 'exchange-error' }]);
  });

  it.each(['announcing a refusal', 'announcing a failed challenge'] as const)('%s: the refusal stands', (name) => {
    expect(inState(name, refused('play')).handOvers).toMatchObject([{ to: 'reject' }]);
  });

  const open = (more: Partial<Ending> = {}) => ending('failed-open', { failedOpen: 'exchange-error', ...more });
  const endings: Endings = [
    ['leaving, allowed', open()],
    ['leaving, passed', open(challenge('passed', 1))],
    ['leaving, presented', open(named('named', 1))],
    ['leaving, to a message', open(challenge('no-digit', 2))],
    ['leaving, to be called back', open(parted('told'))],
    ['leaving, refused', open()],
    ['leaving, failed open', open({ failedOpen: 'judging-error' })],
  ];

  it.each(endings)('%s: a hand-over is not tried twice, the lease frees the caller', (name, expected) => {
    const story = inState(name, refused('hand-over'));
    expect(story.handOvers).toHaveLength(1);
    expect(story.endings).toEqual([expected]);
  });

  it.each(leavingStates)('%s: what was asked for before does not matter any more', (name) => {
    expect(inState(name, refused('play')).last).toEqual([]);
  });
});

describe('events that mean nothing where they come change nothing', () => {
  const meaningless: readonly (readonly [StateName, string, CallEvent])[] = [
    ['judging', 'a digit', pressed('7')],
    ['judging', 'a playback', started('challenge-1-3')],
    ['judging', 'a timer of another state', expired('prompt')],
    ['judging', 'an answered hand-over', when.handedOver],
    ['challenging, prompt not begun', 'a second verdict', when.allowed],
    ['challenging, prompt not begun', 'the deadline of the first action', expired('first-action')],
    ['challenging, prompt not begun', 'the beginning of another playback', started('music')],
    ['challenging, prompt playing', 'its beginning told twice', started('challenge-1-3')],
    ['challenging, prompt playing', 'the failure of another playback', broke('music')],
    ['challenging, prompt playing', 'the end of a prompt that has not begun', ended('challenge-1-2')],
    ['challenging, waiting for a digit', 'the end told twice', ended('challenge-1-1')],
    ['challenging, waiting for a digit', 'a failure told after the end', broke('challenge-1-1')],
    ['challenging, waiting for a digit', 'a late beginning', started('challenge-1-1')],
    ['challenging, waiting for a digit', 'the prompt timer', expired('prompt')],
    ['challenging, second attempt', 'the end of the prompt that a digit had interrupted', ended('challenge-1-3')],
    ['naming, asking', 'a key', pressed('#')],
    ['naming, asking', 'the end of a recording', recorded('name-1')],
    ['naming, recording', 'a key that ends nothing', pressed('1')],
    ['naming, recording', 'the end of another recording', recorded('name-2')],
    ['naming, recording', 'the failure of another recording', recordingBroke('name-2')],
    ['naming, recording', 'a measurement', saidSomething('name-1')],
    ['naming, recording', 'the end of the tone told twice', ended('asking-1-1')],
    ['naming, measuring', 'another measurement', saidSomething('name-2')],
    ['naming, measuring', 'the end of the recording told twice', recorded('name-1')],
    ['naming, measuring', 'the key that ended the recording', pressed('#')],
    ['naming, measuring', 'the recording timer', expired('recording')],
    ['parting, told', 'a key', pressed('1')],
    ['parting, waiting for the end', 'a key', pressed('1')],
    ['parting, waiting for the end', 'the end told twice', ended('parting-1')],
    ['announcing a refusal', 'the end of another playback', ended('challenge-1-3')],
    ['announcing a refusal', 'a verdict', when.allowed],
    ['announcing a refusal', 'the digit timer', expired('digit')],
    ['leaving, allowed', 'a digit', pressed('7')],
    ['leaving, passed', 'the end of the prompt', ended('challenge-1-3')],
    ['leaving, refused', 'a verdict', when.allowed],
    ['leaving, refused', 'the screening deadline', expired('screening')],
  ];

  it.each(meaningless)('%s: %s', (name, _what, event) => {
    const story = inState(name);
    const before = story.state;
    story.tell(event);
    expect(story.last).toEqual([]);
    expect(story.state).toEqual(before);
  });

  it.each(
    Object.entries(when).map(([name, event]) => [name, typeof event === 'function' ? event('play' as never) : event]),
  )('gone: %s', (_name, event) => {
    expect(inState('judging', when.hungUp, event as CallEvent).last).toEqual([]);
  });
});
