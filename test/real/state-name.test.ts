import { decline, hangUpAt, letItRing, pickUp, pressAt } from '../../tools/lab/answerers';
import { hangUpInRecording, hangUpOn, listen } from '../../tools/lab/caller';
import type { PhoneConduct } from '../../tools/lab/telephone';
import { hikari, mainNumber, type Office, openOffice, overseas } from './office';
import {
  afterTone,
  atOnce,
  doing,
  greeting,
  hangUpWhen,
  leaveMessage,
  moment,
  moreToDial,
  ScreenedCalls,
  saysNothing,
  screeningConfig,
  stateName,
  wholeName,
  yamada,
} from './screened-calls';

/** Callers who state their name, and whoever in the office hears it and decides. */

let office: Office;
let calls: ScreenedCalls;

beforeAll(async () => {
  office = await openOffice({
    config: screeningConfig,
    voices: [yamada, greeting],
    siteFiles: { 'extensions.conf': moreToDial },
  });
  calls = new ScreenedCalls(office);
});
afterAll(() => office.close());

const asked = ['name-please', 'tone'];
const message = ['message-please', 'tone', 'message-thanks'];
const introduced = ['staff-name', ...wholeName, 'staff-warning'];
/** What the office hears of somebody who shows a number of our own. */
const announced = [...introduced, 'warning-own-number', 'warning-unallocated', 'staff-keys'];
const police = '0335814321';
const stateNameThenMessage = doing(stateName, leaveMessage);
/** One of them each time the keys are said, the first as soon as this is. */
const pressInTurn =
  (first: string, keys: string): PhoneConduct =>
  async (call) => {
    await call.answer();
    for (const [turn, key] of [...keys].entries()) {
      await call.heard([turn === 0 ? first : 'staff-keys'], 60_000);
      await call.press(key);
    }
  };
const presented = { outcome: 'presented', challenge: { kind: 'state-name', result: 'named', attempts: 1 } };

describe('a caller who states a name', () => {
  const presses = (key: string) => pressAt('staff-keys', key);
  let met: ReturnType<typeof atOnce<keyof ReturnType<typeof stories>>>;
  const stories = () => ({
    taken: { caller: stateName, staff: presses('1') },
    official: { from: hikari(police), caller: stateName, staff: presses('1') },
    answeredTrunk: {
      from: { trunk: 'ip050' as const, called: mainNumber, from: `From: <sip:${calls.nextNumber()}@sip.example>` },
      caller: stateName,
      staff: presses('1'),
    },
    keyInMidName: { caller: stateName, staff: pressAt('yamada-begins', '1') },
    refused: { caller: stateName, staff: presses('2') },
    denied: { from: overseas('+81335000050'), caller: stateName, staff: presses('3') },
    message: { caller: stateNameThenMessage, staff: presses('4') },
    wrongKeysThenTaken: { caller: stateName, staff: pressInTurn('staff-keys', '*#51') },
    wrongKeysOnly: { caller: stateNameThenMessage, staff: pressInTurn('staff-name', '5678') },
    noKey: { caller: stateNameThenMessage, staff: pickUp },
    phoneHangsUp: { caller: stateNameThenMessage, staff: hangUpAt('yamada-begins') },
    unanswered: { caller: stateNameThenMessage, staff: letItRing },
    busy: { caller: stateNameThenMessage, staff: decline(486) },
    declined: { caller: stateNameThenMessage, staff: decline(603) },
    ringGroup: { called: '0312345671', caller: stateName, staff: letItRing, secondStaff: presses('1') },
    elsewhere: { called: '0312345672', caller: stateName, staff: pickUp, secondStaff: presses('1') },
    elsewhereNobody: {
      called: '0312345672',
      caller: stateNameThenMessage,
      staff: decline(),
      secondStaff: decline(),
    },
    elsewhereSparedForMessage: {
      called: '0312345672',
      caller: stateNameThenMessage,
      staff: presses('4'),
      secondStaff: presses('1'),
    },
    silentAtFirst: { caller: doing(saysNothing, stateName), staff: presses('1') },
    withoutHash: { caller: afterTone(yamada.sound), staff: presses('1') },
  });

  beforeAll(() => {
    met = atOnce(calls, stories());
  });
  afterAll(async () => {
    await met.all;
    await office.expectAllClear();
  });

  it('is heard by the office with the warnings, and put through with 1', async () => {
    const { connected, heard, decision, sequel, rung } = await met.of('taken');
    expect(heard).toEqual(asked);
    expect(rung.map((call) => call.everythingHeard())).toEqual([announced]);
    expect(decision).toMatchObject({ verdict: 'screen', ...presented });
    expect(connected).toBe(true);
    expect(sequel).toMatchObject({ staff: 'taken', message: null, callBack: null });
    expect(sequel?.name?.file).toBe(`${decision.id}-name.wav`);
    // Trimmed to what was said, but for a breath before and after.
    expect(sequel?.name?.seconds).toBeGreaterThanOrEqual(yamada.seconds - 0.1);
    expect(sequel?.name?.seconds).toBeLessThan(yamada.seconds + 0.6);
  });

  it('as an authority hears first that we dial its published number', async () => {
    const { connected, heard, rung, decision, rules } = await met.of('official');
    expect(heard).toEqual(['dial-published', ...asked]);
    expect(rung[0]?.everythingHeard()).toEqual([...introduced, 'warning-official-number', 'staff-keys']);
    expect(rules).toContain('official-number');
    expect(decision).toMatchObject(presented);
    expect(connected).toBe(true);
  });

  it('is answered before a word is said, on a trunk with early media and on one without', async () => {
    for (const name of ['taken', 'answeredTrunk'] as const) {
      const { call, connected, decision, sequel } = await met.of(name);
      expect(call.finalCode).toBe(200);
      expect(call.provisionalCodes).not.toContain(183);
      expect(connected).toBe(true);
      expect(decision).toMatchObject(presented);
      expect(sequel?.staff).toBe('taken');
    }
  });

  it('is put through in mid-name when the key comes early', async () => {
    const { connected, rung, sequel } = await met.of('keyInMidName');
    expect(rung[0]?.everythingHeard()).toEqual(['staff-name', 'yamada-begins']);
    expect(connected).toBe(true);
    expect(sequel?.staff).toBe('taken');
  });

  it('is refused politely with 2', async () => {
    const { call, connected, heard, sequel } = await met.of('refused');
    expect(heard).toEqual([...asked, 'refused-politely']);
    expect(call.endedBy).toBe('callee');
    expect(connected).toBe(false);
    expect(sequel).toMatchObject({ staff: 'refused', message: null });
  });

  it('is refused and denied with 3: the next call of that number is rejected', async () => {
    const { heard, sequel, rung, decision } = await met.of('denied');
    expect(heard).toEqual([...asked, 'refused-politely']);
    expect(rung[0]?.everythingHeard()).toEqual([...introduced, 'warning-from-abroad', 'staff-keys']);
    expect(sequel?.staff).toBe('denied');
    const actions = office.denwaban.staffActions();
    expect(actions).toMatchObject([{ by: 'office', action: 'deny-last', result: 'done', masked: '03****0050' }]);
    expect(actions[0]?.callerId).toBe(decision.caller.id);
    const next = await calls.place({ from: overseas('+81335000050'), caller: listen });
    expect(next.call.finalCode).toBe(607);
    expect(next.decision).toMatchObject({ verdict: 'reject', source: 'list', outcome: 'refused' });
  });

  it.each([
    ['with 4', 'message', 'message'],
    ['when only wrong keys come', 'wrongKeysOnly', 'no-key'],
    ['when no key comes', 'noKey', 'no-key'],
    ['when the telephone hangs up while listening', 'phoneHangsUp', 'no-key'],
    ['when nobody answers', 'unanswered', 'unanswered'],
    ['when the telephone is busy', 'busy', 'unanswered'],
    ['when the telephone declines', 'declined', 'unanswered'],
    ['when nobody answers elsewhere either', 'elsewhereNobody', 'unanswered'],
  ] as const)('may leave a message %s', async (_when, name, staff) => {
    const { call, connected, heard, decision, sequel } = await met.of(name);
    expect(heard).toEqual([...asked, ...message]);
    expect(connected).toBe(false);
    expect(call.endedBy).toBe('callee');
    expect(decision).toMatchObject(presented);
    expect(sequel).toMatchObject({ staff, message: { file: `${decision.id}-message.wav` } });
    expect(sequel?.name).not.toBeNull();
  });

  it('waits while the keys are said again after wrong ones, * and # among them', async () => {
    const { connected, rung, sequel } = await met.of('wrongKeysThenTaken');
    expect(rung[0]?.everythingHeard()).toEqual([...announced, 'staff-keys', 'staff-keys', 'staff-keys']);
    expect(connected).toBe(true);
    expect(sequel?.staff).toBe('taken');
    const { rung: rungInVain } = await met.of('wrongKeysOnly');
    expect(rungInVain[0]?.everythingHeard()).toEqual(['staff-name', 'staff-keys', 'staff-keys', 'staff-keys']);
  });

  it('rings a whole group, of which one hears the name and takes the call', async () => {
    const { connected, rung, rungSecond, sequel } = await met.of('ringGroup');
    expect(rung.map((call) => call.isAnswered())).toEqual([false]);
    expect(rungSecond.map((call) => call.everythingHeard())).toEqual([announced]);
    expect(connected).toBe(true);
    expect(sequel?.staff).toBe('taken');
  });

  it('is announced to DENWABAN_ELSE when nobody pressed a key', async () => {
    const { connected, heard, rung, rungSecond, sequel } = await met.of('elsewhere');
    expect(heard).toEqual(asked);
    expect([...rung, ...rungSecond].map((call) => call.everythingHeard())).toEqual([announced, announced]);
    expect(connected).toBe(true);
    expect(sequel?.staff).toBe('taken');
  });

  it('is not announced there when a message was asked for', async () => {
    const { heard, rungSecond } = await met.of('elsewhereSparedForMessage');
    expect(heard).toEqual([...asked, ...message]);
    expect(rungSecond).toEqual([]);
  });

  it('is asked once more after silence, and ends a name by silence', async () => {
    const again = await met.of('silentAtFirst');
    expect(again.heard).toEqual([...asked, 'name-again', 'tone']);
    expect(again.rung[0]?.everythingHeard()).toEqual(announced);
    expect(again.decision.challenge).toEqual({ kind: 'state-name', result: 'named', attempts: 2 });
    const bySilence = await met.of('withoutHash');
    expect(bySilence.rung[0]?.everythingHeard()).toEqual(announced);
    expect([again.connected, bySilence.connected]).toEqual([true, true]);
  });
});

describe('a caller who', () => {
  const [rings, listens] = [moment(), moment()];
  let met: ReturnType<typeof atOnce<keyof ReturnType<typeof stories>>>;
  const stories = () => ({
    saysNothing: { caller: listen },
    saysNothingAsOfficial: { from: hikari(police), caller: doing(saysNothing, saysNothing, leaveMessage) },
    goesInPreface: { from: hikari(police), caller: hangUpOn('dial-published') },
    goesInPrompt: { caller: hangUpOn('name-please') },
    goesInMidName: { caller: hangUpInRecording(yamada.sound, 500) },
    goesBeforeTheName: { caller: doing(saysNothing, ({ hangUp }) => hangUp()) },
    goesInRepeatedPrompt: { caller: hangUpOn('name-again') },
    goesWhileItRings: {
      caller: doing(stateName, hangUpWhen(rings.hasCome)),
      staff: async () => rings.come(),
    },
    goesWhileTheOfficeListens: {
      caller: doing(stateName, hangUpWhen(listens.hasCome)),
      staff: async (call: Parameters<typeof pickUp>[0]) => {
        await call.answer();
        await call.heard(['yamada-begins'], 60_000);
        listens.come();
      },
    },
    goesInRefusal: { caller: doing(stateName, hangUpOn('refused-politely')), staff: pressAt('staff-name', '2') },
    goesBeforeTheMessage: { caller: doing(stateName, hangUpOn('message-please')), staff: pressAt('staff-name', '4') },
    goesInMidMessage: {
      caller: doing(stateName, async ({ heardOut, say, hangUp }) => {
        await heardOut(['tone']);
        await say(greeting.sound.subarray(0, 8 * 1_200));
        await hangUp();
      }),
      staff: decline(),
    },
    goesInThanks: { caller: doing(stateNameThenMessage, hangUpOn('message-thanks')), staff: decline() },
    leavesSilence: { caller: stateName, staff: decline() },
  });

  beforeAll(() => {
    met = atOnce(calls, stories());
  });
  afterAll(async () => {
    await met.all;
    await office.expectAllClear();
  });

  it('says nothing twice is refused when the number looks forged', async () => {
    const { call, heard, decision, rung } = await met.of('saysNothing');
    expect(heard).toEqual([...asked, 'name-again', 'tone', 'challenge-failed']);
    expect(call).toMatchObject({ finalCode: 200, endedBy: 'callee' });
    expect(decision).toMatchObject({
      outcome: 'refused',
      challenge: { kind: 'state-name', result: 'silent', attempts: 2 },
      sipCode: 603,
    });
    expect(rung).toEqual([]);
  });

  it('says nothing twice may leave a message when it does not', async () => {
    const { heard, decision, rung, sequel } = await met.of('saysNothingAsOfficial');
    expect(heard).toEqual(['dial-published', ...asked, 'name-again', 'tone', ...message]);
    expect(decision).toMatchObject({ outcome: 'message', challenge: { result: 'silent', attempts: 2 } });
    expect(sequel).toMatchObject({ staff: null, name: null });
    expect(sequel?.message).not.toBeNull();
    expect(rung).toEqual([]);
  });

  it.each([
    ['in the preface', 'goesInPreface', 1],
    ['while asked for the name', 'goesInPrompt', 1],
    ['in mid-name', 'goesInMidName', 1],
    ['before the name', 'goesBeforeTheName', 1],
    ['when asked again', 'goesInRepeatedPrompt', 2],
  ] as const)('hangs up %s has gone, and the office is not rung', async (_when, name, attempts) => {
    const { connected, decision, rung } = await met.of(name);
    expect(connected).toBe(false);
    expect(decision).toMatchObject({
      outcome: 'abandoned',
      challenge: { kind: 'state-name', result: 'hung-up', attempts },
    });
    expect(rung).toEqual([]);
  });

  it('hangs up while it rings stops the ringing', async () => {
    const { decision, sequel, rung } = await met.of('goesWhileItRings');
    expect(decision).toMatchObject(presented);
    expect(sequel).toMatchObject({ staff: 'hung-up', message: null });
    expect(rung.map((call) => call.isAnswered())).toEqual([false]);
    await rung[0]?.untilOver();
  });

  it('hangs up while the office listens releases whoever listens', async () => {
    const { sequel, rung } = await met.of('goesWhileTheOfficeListens');
    expect(sequel).toMatchObject({ staff: 'hung-up', message: null });
    await rung[0]?.untilOver();
    expect(rung[0]?.everythingHeard()).not.toContain('staff-keys');
  });

  it('hangs up while refused was refused', async () => {
    expect((await met.of('goesInRefusal')).sequel).toMatchObject({ staff: 'refused', message: null });
  });

  it('hangs up before the tone has left no message', async () => {
    const { sequel } = await met.of('goesBeforeTheMessage');
    expect(sequel).toMatchObject({ staff: 'message', message: null });
    expect(sequel?.name).not.toBeNull();
  });

  it('hangs up in mid-message has left so much of it', async () => {
    const { sequel } = await met.of('goesInMidMessage');
    expect(sequel?.message?.seconds).toBeGreaterThan(0.7);
    expect(sequel?.message?.seconds).toBeLessThan(1.8);
  });

  it('hangs up while thanked has left a message', async () => {
    const { heard, sequel } = await met.of('goesInThanks');
    expect(heard).toEqual([...asked, ...message]);
    expect(sequel?.message?.seconds).toBeGreaterThanOrEqual(greeting.seconds - 0.1);
  });

  it('leaves silence leaves nothing', async () => {
    const { heard, sequel } = await met.of('leavesSilence');
    expect(heard).toEqual([...asked, ...message]);
    expect(sequel).toMatchObject({ staff: 'unanswered', message: null });
  });

  it('troubles nobody: nothing of it is in the log', async () => {
    await met.all;
    const log = office.denwaban.readLog();
    for (const event of ['call-error', 'recording-failed', 'staff-failed']) expect(log).not.toContain(event);
  });
});
