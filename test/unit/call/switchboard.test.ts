import fc from 'fast-check';
import { changeOffice } from '../../../src/call/office-book';
import type { NumberInfo } from '../../../src/numbering/number-info';
import { type Pbx, PbxError, type PbxEvent, type WaitingChannel } from '../../../src/pbx/pbx';
import { expectWithheld, pauseScreening } from '../../../src/screening/records/office-record';
import { numbering } from '../screening/evidence';
import { buildOffice, calls, evidence, type Office, type OfficeOptions } from './office';

jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });

let office: Office;

const anonymous = '<sip:anonymous@anonymous.invalid>';

const nothingLeft = { calls: 0, timers: 0, following: 0, sequels: 0, callBacks: { pending: 0, timers: 0 } };

async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  office = buildOffice(options);
  await office.open();
  return office;
}

/** A call of each kind, as far as it comes by itself within a moment. */
async function dial(kind: keyof typeof calls | readonly string[], channel?: string): Promise<string> {
  const args = typeof kind === 'string' ? calls[kind] : kind;
  const dialled = office.exchange.dial({ args, ...(channel === undefined ? {} : { channel }) });
  await office.pass();
  return dialled;
}

/** In the end nothing is left of any call but its record: one each. */
afterEach(async () => {
  void office.switchboard.release('shutting-down');
  await office.pass(10_000);
  void office.aftermath.close();
  await office.pass();
  expect({ ...office.switchboard.gauges(), ...office.aftermath.gauges() }).toEqual(nothingLeft);
  const recorded = office.journal.map(({ channel }) => channel);
  expect(new Set(recorded).size).toBe(recorded.length);
  expect(jest.getTimerCount()).toBe(0);
});

describe('a call is led to its end', () => {
  it('an ordinary one with a single command', async () => {
    await openOffice();
    const channel = await dial('ordinary');
    expect(office.commandsFor(channel)).toEqual(['continue denwaban-allow 0312345678']);
    expect(office.decisionOn(channel)).toMatchObject({
      verdict: 'allow',
      outcome: 'connected',
      trunk: 'hikari',
      source: 'rules',
      caller: { presentation: 'presented' },
      findings: [],
    });
  });

  it('one with findings with two, the label first', async () => {
    await openOffice();
    const channel = await dial('foreign');
    expect(office.commandsFor(channel)).toEqual([
      'set variable DENWABAN_RESULT=ALLOW|25/40||foreign-number(+25)|',
      'continue denwaban-allow 0312345678',
    ]);
    expect(office.decisionOn(channel)).toMatchObject({ verdict: 'allow', score: 25, outcome: 'connected' });
  });

  it('a denied one with its code and no prompt', async () => {
    await openOffice();
    const channel = await dial('denied');
    expect(office.commandsFor(channel)).toEqual([
      expect.stringMatching(/^set variable DENWABAN_RESULT=REJECT\|/),
      'continue denwaban-reject 607',
    ]);
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'refused', sipCode: 607, source: 'list' });
  });

  it('a withheld one after it heard how to show the number', async () => {
    await openOffice();
    const channel = await dial('withheld');
    await office.pass(2_500);
    const commands = office.commandsFor(channel);
    expect(commands.filter((one) => one.startsWith('play'))).toEqual([
      'play announcement-2 denwaban/withheld-rejected',
      'play announcement-1 denwaban/withheld-advice',
    ]);
    expect(commands.at(-1)).toBe('continue denwaban-reject 433');
    expect(office.decisionOn(channel)).toMatchObject({
      outcome: 'refused',
      sipCode: 433,
      caller: { presentation: 'user', masked: null, id: null },
    });
  });

  it('a suspect one through the challenge', async () => {
    await openOffice();
    const channel = await dial('suspect');
    await office.pass(3_500);
    expect(office.commandsFor(channel)).toEqual([
      'answer',
      'set variable TIMEOUT(absolute)=10',
      'play challenge-1-3 denwaban/challenge',
      'set variable TIMEOUT(absolute)=10',
      'play challenge-1-2 denwaban/digit-5',
      'set variable TIMEOUT(absolute)=10',
      'play challenge-1-1 denwaban/challenge-end',
    ]);
    office.exchange.press(channel, '5');
    await office.pass();
    expect(office.commandsFor(channel).slice(-2)).toEqual([
      'set variable DENWABAN_RESULT=SCREEN|80/40|[確認済]|domestic-fixed-from-abroad(+80)|',
      'continue denwaban-allow 0312345678',
    ]);
    expect(office.decisionOn(channel)).toMatchObject({
      verdict: 'screen',
      outcome: 'connected',
      challenge: { kind: 'press-digit', result: 'passed', attempts: 1 },
      ms: { firstAction: expect.any(Number) },
    });
  });

  it('a digit pressed into the prompt stops it first', async () => {
    await openOffice();
    const channel = await dial('suspect');
    await office.pass(500);
    office.exchange.press(channel, '5');
    await office.pass();
    expect(office.commandsFor(channel).slice(-3)).toEqual([
      'stop playback challenge-1-3',
      expect.stringMatching(/^set variable DENWABAN_RESULT=SCREEN/),
      'continue denwaban-allow 0312345678',
    ]);
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'connected' });
  });

  it('a silent one is refused after two attempts', async () => {
    await openOffice();
    const channel = await dial('suspect');
    await office.pass(40_000);
    expect(office.decisionOn(channel)).toMatchObject({
      outcome: 'refused',
      sipCode: 603,
      challenge: { result: 'no-digit', attempts: 2 },
    });
  });

  it('keeps the lease of a caller who thinks about the digit', async () => {
    await openOffice();
    const channel = await dial('suspect');
    await office.pass(3_500);
    const renewals = () => office.commandsFor(channel).filter((one) => one.includes('TIMEOUT(absolute)')).length;
    const before = renewals();
    await office.pass(7_500);
    expect(renewals() - before).toBeGreaterThanOrEqual(2);
  });

  it('a caller who hangs up is recorded as such, and asked nothing more', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.exchange.hangUp(channel);
    await office.pass(60_000);
    expect(office.commandsFor(channel).join()).not.toMatch(/continue/);
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'abandoned', challenge: { result: 'hung-up' } });
  });

  it('a caller whom the dialplan took back is recorded as such', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.exchange.takeBack(channel);
    await office.pass();
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open', failedOpen: 'lease-expired' });
  });
});

describe('what earlier calls left behind', () => {
  it('lets who passed the challenge through the next time', async () => {
    await openOffice();
    const first = await dial('suspect');
    office.exchange.press(first, '5');
    await office.pass(5_000);
    const second = await dial('suspect');
    expect(office.commandsFor(second).at(-1)).toBe('continue denwaban-allow 0312345678');
    expect(office.decisionOn(second)).toMatchObject({
      verdict: 'allow',
      source: 'cache',
      cachedSeconds: 5,
      challenge: null,
    });
  });

  it.each<[string, readonly string[]]>([
    ['who shows no number, for all of them look the same', evidence({ trunk: 'hikari', from: anonymous })],
    ['who claims authority', evidence({ trunk: 'hikari', from: '<sip:09021600110@carrier.example>' })],
    ['who shows our own number', evidence({ trunk: 'hikari', from: '<sip:0312345678@carrier.example>' })],
  ])('challenges each time %s', async (_who, args) => {
    await openOffice({ config: { office: { numbers: ['0312345678'] }, challenge: { choices: [] } } });
    const first = await dial(args);
    office.exchange.press(first, '5');
    await office.pass();
    expect(office.decisionOn(first)).toMatchObject({ outcome: 'connected', challenge: { result: 'passed' } });
    const second = await dial(args);
    expect(office.commandsFor(second).join()).toMatch(/challenge/);
    office.exchange.hangUp(second);
    await office.pass();
    expect(office.decisionOn(second)).toMatchObject({ verdict: 'screen' });
  });

  it('does not let the same number through with other evidence', async () => {
    await openOffice();
    const first = await dial('suspect');
    office.exchange.press(first, '5');
    await office.pass();
    const elsewhere = await dial(evidence({ trunk: 'onnet', from: '<sip:0422209999@carrier.example>' }));
    expect(office.switchboard.gauges().calls).toBe(1);
    expect(office.commandsFor(elsewhere).join()).not.toMatch(/continue/);
  });

  it('ages: a remembered verdict does not begin anew when it is used', async () => {
    await openOffice();
    await dial('ordinary');
    await office.pass(10_000);
    await dial('ordinary');
    await office.pass(10_000);
    expect(office.decisionOn(await dial('ordinary'))).toMatchObject({ source: 'cache', cachedSeconds: 20 });
  });

  it('is not what a call was judged with an excuse that speaks for that one call only', async () => {
    await openOffice();
    const mobile = evidence({ trunk: 'hikari', from: '<sip:09021609999@carrier.example>' });
    await dial('withheld');
    await office.pass(5_000);
    expect(office.decisionOn(await dial(mobile))).toMatchObject({ score: -20, source: 'rules' });
    expect(office.decisionOn(await dial(mobile))).toMatchObject({ score: 0, source: 'rules' });
    expect(office.decisionOn(await dial(mobile))).toMatchObject({ score: 0, source: 'cache' });
  });

  it('lets the caller without a number through who is waited for, and the next one no more', async () => {
    await openOffice();
    const wait = { until: Date.now() + 600_000, by: '101', reason: '病院', at: Date.now() };
    await changeOffice(office.store, (record) => expectWithheld(record, wait));
    const ordinary = office.decisionOn(await dial('ordinary'));
    expect(ordinary).toMatchObject({ verdict: 'allow', findings: [] });
    expect(office.decisionOn(await dial('withheld'))).toMatchObject({
      verdict: 'allow',
      findings: [
        { rule: 'expected-call', text: { en: expect.stringContaining('by 101; reason: 病院') } },
        { rule: 'withheld-by-user' },
      ],
    });
    const next = await dial('withheld');
    await office.pass(5_000);
    expect(office.decisionOn(next)).toMatchObject({ verdict: 'reject' });
  });

  it('does not use an expectation up with a call that got through for another reason', async () => {
    await openOffice();
    const at = Date.now();
    await changeOffice(office.store, (record) =>
      pauseScreening(expectWithheld(record, { until: at + 600_000, by: '101', at }), {
        until: at + 1_000,
        by: '101',
        at,
      }),
    );
    expect(office.decisionOn(await dial('withheld')).findings[0]?.rule).toBe('screening-paused');
    await office.pass(1_000);
    expect(office.decisionOn(await dial('withheld')).findings[0]?.rule).toBe('expected-call');
  });

  it('remembers a withheld call that was refused from memory, for the caller who calls again with the number', async () => {
    await openOffice();
    await dial('withheld');
    await office.pass(200_000);
    await dial('withheld');
    await office.pass(5_000);
    const again = await dial('ordinary');
    expect(office.decisionOn(again).findings.map(({ rule }) => rule)).toEqual(['redialled-with-number']);
  });
});

describe('several calls at once', () => {
  it('with the same number are led apart', async () => {
    await openOffice();
    const [one, two] = [await dial('suspect'), await dial('suspect')];
    await office.pass(3_500);
    office.exchange.press(two, '5');
    office.exchange.press(one, '2');
    await office.pass();
    expect(office.decisionOn(two)).toMatchObject({ outcome: 'connected', challenge: { result: 'passed' } });
    office.exchange.hangUp(one);
    await office.pass();
    expect(office.decisionOn(one)).toMatchObject({ outcome: 'abandoned', challenge: { attempts: 2 } });
  });

  it('are each handed over once, forty of them', async () => {
    await openOffice();
    const kinds = Object.keys(calls) as (keyof typeof calls)[];
    const channels = Array.from({ length: 40 }, (_, index) =>
      office.exchange.dial({ args: calls[kinds[index % kinds.length] ?? 'ordinary'] }),
    );
    await office.pass(60_000);
    for (const channel of channels) {
      expect(office.commandsFor(channel).filter((one) => one.startsWith('continue'))).toHaveLength(1);
    }
    expect(office.journal).toHaveLength(40);
  });

  it('one that is announced twice is one call', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.switchboard.handle({ type: 'arrived', channel, sipCallId: null, extension: '0312345678', args: [] });
    expect(office.switchboard.gauges().calls).toBe(1);
  });

  it('one that comes back from the dialplan is another call', async () => {
    await openOffice();
    const channel = await dial('ordinary', '1.1');
    expect(office.journal).toHaveLength(1);
    office.exchange.hangUp(channel);
    await dial('ordinary', '1.1');
    expect(office.journal).toHaveLength(2);
    expect(office.commandsFor('1.1')).toHaveLength(2);
    (office.journal as unknown[]).pop();
  });
});

describe('what must not cost a caller', () => {
  const handedOver = (channel: string) => office.exchange.landing(channel)?.context;

  it.each<[string, OfficeOptions]>([
    ['a judge that throws', { numbering: { ...numbering, lookUp: brokenFor('0422209999') } }],
    ['chance that throws', { parts: { chance: () => raise('no chance') } }],
  ])('%s: the caller is let through', async (_what, options) => {
    await openOffice(options);
    const channel = await dial('suspect');
    expect(handedOver(channel)).toBe('denwaban-open');
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open', failedOpen: 'judging-error' });
    expect(office.log).toContain('call-error');
  });

  it('evidence of another version: the caller is let through', async () => {
    await openOffice();
    const channel = await dial(['2', 'trunk=hikari']);
    expect(handedOver(channel)).toBe('denwaban-open');
    expect(office.decisionOn(channel)).toMatchObject({ failedOpen: 'bad-evidence', source: 'fail-open' });
  });

  it('a store that is down: calls are judged all the same', async () => {
    await openOffice();
    office.store.down = true;
    expect(office.decisionOn(await dial('ordinary'))).toMatchObject({ verdict: 'allow', source: 'rules' });
  });

  it('a store that does not answer: the caller is let through at the deadline', async () => {
    await openOffice();
    office.store.read = () => new Promise(() => undefined);
    const channel = await dial('ordinary');
    await office.pass(800);
    expect(handedOver(channel)).toBe('denwaban-open');
    expect(office.decisionOn(channel)).toMatchObject({ failedOpen: 'verdict-deadline', ms: { verdict: null } });
  });

  it('a journal that throws: the call is led to its end, and so are the others', async () => {
    await openOffice({ parts: { journal: { record: () => raise('disk full'), close: async () => undefined } } });
    const [one, two] = [await dial('ordinary'), await dial('denied')];
    expect(handedOver(one)).toBe('denwaban-allow');
    expect(handedOver(two)).toBe('denwaban-reject');
    expect(office.log).toContain('call-error');
  });

  it('a label that is refused: the caller goes on without it', async () => {
    await openOffice();
    office.exchange.refuse('set variable');
    const channel = await dial('foreign');
    expect(handedOver(channel)).toBe('denwaban-allow');
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'connected' });
  });

  it.each(['answer', 'play'] as const)('a refused %s: the caller is let through', async (operation) => {
    await openOffice();
    office.exchange.refuse(operation);
    const channel = await dial('suspect');
    expect(handedOver(channel)).toBe('denwaban-open');
    expect(office.decisionOn(channel)).toMatchObject({
      outcome: 'failed-open',
      failedOpen: 'exchange-error',
      challenge: { result: 'failed' },
    });
  });

  it('a refused hand-over is recorded, and left to the lease', async () => {
    await openOffice();
    office.exchange.refuse('continue', 'conflict');
    const channel = await dial('ordinary');
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open', failedOpen: 'exchange-error' });
    office.exchange.takeBack(channel);
    await office.pass();
  });

  it('a command that is never answered: what waits behind it is not asked for, and the lease ends the call', async () => {
    await openOffice({ pbx: (usual) => withMethod(usual, 'answer', () => new Promise(() => undefined)) });
    const channel = await dial('suspect');
    await office.pass(2_500);
    expect(office.commandsFor(channel)).toEqual([]);
    office.exchange.takeBack(channel);
    await office.pass();
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open' });
  });

  it('a command that fails late: the prompts behind it are dropped, and the caller let through', async () => {
    let fail: () => void = () => undefined;
    const answer = () =>
      new Promise<void>((_resolve, reject) => {
        fail = () => reject(new PbxError('unreachable', 'answer', 'no answer in time'));
      });
    await openOffice({ pbx: (usual) => withMethod(usual, 'answer', answer) });
    const channel = await dial('suspect');
    fail();
    await office.pass();
    expect(office.commandsFor(channel)).toEqual([
      'stop playback challenge-1-3',
      expect.stringMatching(/^set variable DENWABAN_RESULT=OPEN.*exchange-error/),
      'continue denwaban-open 0312345678',
    ]);
    expect(handedOver(channel)).toBe('denwaban-open');
    expect(office.decisionOn(channel)).toMatchObject({ failedOpen: 'exchange-error' });
  });
});

describe('the connection to the exchange', () => {
  it('made anew frees the callers whom an earlier run left waiting', async () => {
    office = buildOffice();
    const channel = await dial('suspect');
    await office.open();
    expect(office.commandsFor(channel)).toEqual([
      'set variable DENWABAN_RESULT=OPEN||[未確認]|left-over|',
      'continue denwaban-open 0312345678',
    ]);
    expect(office.decisionOn(channel)).toMatchObject({ failedOpen: 'left-over', source: 'fail-open' });
    expect(office.log).toContain('calls-swept');
  });

  it('lost in mid-call is recorded at once; the caller goes on when it is back, and is not recorded again', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.exchange.disconnect();
    await office.pass();
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open', failedOpen: 'connection-lost' });
    office.exchange.recover();
    // What still plays ends by itself, and the channel goes on.
    await office.pass(1_500);
    expect(office.exchange.landing(channel)).toMatchObject({ context: 'denwaban-open', extension: '0312345678' });
    expect(office.journal).toHaveLength(1);
  });

  it('lost again before the caller went on costs one more try, and no second record', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.exchange.disconnect();
    await office.pass(2_000);
    office.exchange.refuse('continue', 'unreachable');
    office.exchange.recover();
    await office.pass();
    expect(office.exchange.landing(channel)).toBeNull();
    office.exchange.disconnect();
    office.exchange.recover();
    await office.pass();
    expect(office.exchange.landing(channel)).toMatchObject({ context: 'denwaban-open' });
    expect(office.journal).toHaveLength(1);
  });

  it('made anew sends on whose hand-over was refused, however late that was told, without a second record', async () => {
    await openOffice();
    office.exchange.refuse('continue', 'conflict');
    const channel = await dial('ordinary');
    await office.pass(3_000);
    office.switchboard.handle({ type: 'connected' });
    await office.pass();
    expect(office.exchange.landing(channel)).toMatchObject({ context: 'denwaban-open' });
    expect(office.journal).toHaveLength(1);
  });

  it('brings no second record of a call that announces itself late', async () => {
    await openOffice();
    const channel = await dial('suspect');
    office.exchange.disconnect();
    await office.pass(2_000);
    office.switchboard.handle({
      type: 'arrived',
      channel,
      sipCallId: null,
      extension: '0312345678',
      args: calls.suspect,
    });
    await office.pass();
    expect(office.journal).toHaveLength(1);
    office.exchange.recover();
    await office.pass(1_500);
  });

  it('lost with the exchange and all its calls leaves one record of each', async () => {
    await openOffice();
    const channels = [await dial('suspect'), await dial('withheld')];
    office.exchange.crash();
    await office.pass();
    office.exchange.recover();
    await office.pass();
    expect(office.journal.map(({ channel }) => channel).sort()).toEqual([...channels].sort());
  });

  it('made anew closes the calls that have gone meanwhile', async () => {
    const lists: (readonly WaitingChannel[])[] = [];
    await openOffice({ pbx: (usual) => withMethod(usual, 'waitingChannels', async () => lists.shift() ?? []) });
    const channel = await dial('suspect');
    office.switchboard.handle({ type: 'connected' });
    await office.pass();
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'failed-open', failedOpen: 'lease-expired' });
    office.exchange.takeBack(channel);
  });

  it('does not take for gone who arrives while the list is on its way', async () => {
    let answer: (list: readonly WaitingChannel[]) => void = () => undefined;
    await openOffice({
      pbx: (usual) =>
        withMethod(
          usual,
          'waitingChannels',
          () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
        ),
    });
    const channel = await dial('suspect');
    answer([]);
    await office.pass();
    expect(office.switchboard.gauges().calls).toBe(1);
    office.exchange.hangUp(channel);
    await office.pass();
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'abandoned' });
  });

  it('does not let go once more who was let go while the list was on its way', async () => {
    let answer: (list: readonly WaitingChannel[]) => void = () => undefined;
    await openOffice({
      pbx: (usual) =>
        withMethod(
          usual,
          'waitingChannels',
          () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
        ),
    });
    const channel = await dial('ordinary');
    answer([{ channel, sipCallId: null, extension: '0312345678', args: calls.ordinary }]);
    await office.pass();
    expect(office.commandsFor(channel)).toEqual(['continue denwaban-allow 0312345678']);
    expect(office.decisionOn(channel)).toMatchObject({ outcome: 'connected' });
  });

  it('that cannot list its channels says so, and screening goes on', async () => {
    office = buildOffice();
    office.exchange.refuse('list channels', 'unreachable');
    await office.open();
    expect(office.log).toContain('sweep-failed');
    expect(office.decisionOn(await dial('ordinary'))).toMatchObject({ outcome: 'connected' });
  });
});

describe('the service stops', () => {
  it('and lets everybody go: who was refused is refused, the others reach the office', async () => {
    await openOffice();
    const [suspect, withheld] = [await dial('suspect'), await dial('withheld')];
    let released = false;
    void office.switchboard.release('shutting-down').then(() => {
      released = true;
    });
    await office.pass();
    expect(released).toBe(true);
    expect(office.exchange.landing(suspect)).toMatchObject({ context: 'denwaban-open' });
    expect(office.exchange.landing(withheld)).toMatchObject({ context: 'denwaban-reject', extension: '433' });
    expect(office.decisionOn(suspect)).toMatchObject({ failedOpen: 'shutting-down' });
    expect(office.decisionOn(withheld)).toMatchObject({ outcome: 'refused' });
  });

  it('and judges nobody who arrives afterwards', async () => {
    await openOffice();
    await office.switchboard.release('shutting-down');
    const channel = await dial('withheld');
    expect(office.exchange.landing(channel)).toMatchObject({ context: 'denwaban-open' });
    expect(office.decisionOn(channel)).toMatchObject({ failedOpen: 'shutting-down', source: 'fail-open' });
  });

  it('and waits for nobody when nobody is there', async () => {
    await openOffice();
    await expect(office.switchboard.release('shutting-down')).resolves.toBeUndefined();
  });
});

describe('the handler of events', () => {
  const channel = fc.constantFrom('1.1', '1.2', '1.3');
  const playback = fc
    .tuple(channel, fc.constantFrom('challenge-1-3', 'announcement-1', 'x'))
    .map(([on, name]) => `${on}-${name}`);
  const event: fc.Arbitrary<PbxEvent> = fc.oneof(
    fc.constantFrom<PbxEvent>({ type: 'connected' }, { type: 'disconnected', reason: 'x' }, { type: 'replaced' }),
    fc.record({
      type: fc.constant('arrived' as const),
      channel,
      sipCallId: fc.constant(null),
      extension: fc.constant('0312345678'),
      args: fc.oneof(fc.constantFrom(...Object.values(calls)), fc.array(fc.string())),
    }),
    fc.record({ type: fc.constant('digit' as const), channel, digit: fc.constantFrom('5', '1') }),
    fc.record({ type: fc.constant('playback-started' as const), channel, playback }),
    fc.record({ type: fc.constant('playback-ended' as const), channel, playback, failed: fc.boolean() }),
    fc.record({ type: fc.constantFrom('left' as const, 'hung-up' as const), channel }),
  );

  it('never throws, whatever comes, and whatever throws behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        await openOffice({
          parts: { journal: { record: () => raise('disk full'), close: async () => undefined } },
          pbx: (usual) => withMethod(usual, 'play', async () => raise('a defect of the adapter')),
        });
        for (const one of events) {
          expect(() => office.switchboard.handle(one)).not.toThrow();
          await office.pass();
        }
        await office.pass(60_000);
        expect({ ...office.switchboard.gauges(), ...office.aftermath.gauges() }).toEqual(nothingLeft);
      }),
      { numRuns: 25 },
    );
  });
});

function raise(message: string): never {
  throw new Error(message);
}

function brokenFor(number: string): (input: string) => NumberInfo {
  return (input) => (input === number ? raise('a defect of the numbering') : numbering.lookUp(input));
}

/** The same client with one method replaced. */
function withMethod<Name extends keyof Pbx>(usual: Pbx, name: Name, method: Pbx[Name]): Pbx {
  return Object.create(usual, { [name]: { value: method } }) as Pbx;
}
