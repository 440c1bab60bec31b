import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWav } from '../../src/recordings/wav';
import { decline, pickUp } from '../../tools/lab/answerers';
import {
  hangUpAfter,
  hangUpOn,
  listen,
  pressRight,
  pressRightByInfo,
  pressRightInBand,
  pressWrong,
  speakOn,
} from '../../tools/lab/caller';
import { type Delivered, mainNumber, type Office, openOffice, withheld } from './office';
import {
  atOnce,
  doing,
  greeting,
  leaveMessage,
  ScreenedCalls,
  screeningConfig,
  stateName,
  yamada,
} from './screened-calls';

/** Callers who are asked for a digit: whoever presses none may leave a message, if the number does not look forged. */

const config = screeningConfig.replace('usual: state-name', 'usual: press-digit');

let office: Office;
let calls: ScreenedCalls;

beforeAll(async () => {
  office = await openOffice({ config, voices: [yamada, greeting] });
  calls = new ScreenedCalls(office);
});
afterAll(() => office.close());

const message = ['message-please', 'tone', 'message-thanks'];
/** A mobile of a country to be wary of. */
const foreigner = (last: number, trunk: Delivered['trunk'] = 'overseas'): Delivered => ({
  trunk,
  called: mainNumber,
  from: `From: <sip:+86139123456${last}@gateway.example>`,
});
/** A Japanese landline number that comes in over a trunk from abroad. */
const suspect = (last: number, trunk: Delivered['trunk'] = 'overseas'): Delivered => ({
  trunk,
  called: mainNumber,
  from: `From: <sip:+813350000${last}@gateway.example>`,
});

describe('a caller who is asked for a digit', () => {
  let met: ReturnType<typeof atOnce<keyof ReturnType<typeof stories>>>;
  const stories = () => ({
    byEvent: { from: suspect(10), caller: pressRight, staff: pickUp },
    inBand: { from: suspect(11, 'inband'), caller: pressRightInBand, staff: pickUp },
    byInfo: { from: suspect(12, 'info'), caller: pressRightByInfo, staff: pickUp },
    tonesWhereEventsAre: { from: suspect(13), caller: pressRightInBand },
    wantedRobot: { from: foreigner(20), caller: speakOn(greeting.sound) },
    wantedRobotEarly: { from: foreigner(21, 'hikari'), caller: speakOn(greeting.sound) },
    forgedRobot: { from: suspect(14), caller: speakOn(greeting.sound) },
    wrongDigits: { from: foreigner(22), caller: pressWrong },
    withheld: { from: withheld('Unavailable'), caller: listen },
    leavesMessage: { from: foreigner(23), caller: leaveMessage },
    goesInPrompt: { from: foreigner(24), caller: hangUpOn('message-please') },
    goesAtTone: { from: foreigner(25), caller: hangUpAfter('tone') },
    goesInMidMessage: {
      from: foreigner(26),
      caller: doing(leaveMessage, ({ hangUp }) => hangUp()),
    },
    goesInThanks: { from: foreigner(27), caller: doing(leaveMessage, hangUpOn('message-thanks')) },
    leavesSilence: { from: foreigner(28), caller: listen },
    endsWithHash: { from: foreigner(29), caller: doing(leaveMessage, ({ press }) => press('#')) },
  });

  beforeAll(() => {
    met = atOnce(calls, stories());
  });
  afterAll(async () => {
    await met.all;
    await office.expectAllClear();
  });

  it.each([
    ['an event (RFC 4733)', 'byEvent'],
    ['tones in the voice', 'inBand'],
    ['SIP INFO', 'byInfo'],
  ] as const)('and presses it by %s is put through, unannounced', async (_how, name) => {
    const { connected, heard, decision, sequel } = await met.of(name);
    expect(heard).toEqual(['challenge', expect.stringMatching(/^digit-/)]);
    expect(decision).toMatchObject({
      verdict: 'screen',
      outcome: 'connected',
      challenge: { kind: 'press-digit', result: 'passed', attempts: 1 },
    });
    expect(sequel).toBeNull();
    expect(connected).toBe(true);
  });

  it('and presses it as tones where the trunk has events is not heard', async () => {
    const { decision } = await met.of('tonesWhereEventsAre');
    expect(decision).toMatchObject({ outcome: 'refused', challenge: { result: 'no-digit' } });
  });

  it.each([
    ['without early media', 'wantedRobot'],
    ['with early media', 'wantedRobotEarly'],
  ] as const)('but only talks, as a robot does, leaves a message on a trunk %s', async (_which, name) => {
    const { call, connected, decision, sequel, rung } = await met.of(name);
    expect(decision).toMatchObject({
      outcome: 'message',
      challenge: { kind: 'press-digit', result: 'no-digit', attempts: 2 },
      sipCode: null,
    });
    expect(call).toMatchObject({ finalCode: 200, endedBy: 'callee' });
    expect(call.provisionalCodes.includes(183)).toBe(name === 'wantedRobotEarly');
    expect(connected).toBe(false);
    expect(rung).toEqual([]);
    // As long as a message may be.
    expect(sequel?.message?.seconds).toBeGreaterThan(8);
    expect(sequel?.message?.seconds).toBeLessThanOrEqual(10.1);
  });

  it('but only talks is refused when the number looks forged', async () => {
    const { heard, decision, sequel } = await met.of('forgedRobot');
    expect(heard.at(-1)).toBe('challenge-failed');
    expect(decision).toMatchObject({ outcome: 'refused', challenge: { result: 'no-digit' }, sipCode: 603 });
    expect(sequel).toBeNull();
  });

  it.each([
    ['presses wrong digits', 'wrongDigits', 'wrong-digit'],
    ['shows no number', 'withheld', 'no-digit'],
  ] as const)('and %s is refused', async (_what, name, result) => {
    const { heard, decision } = await met.of(name);
    expect(heard.at(-1)).toBe('challenge-failed');
    expect(decision).toMatchObject({ outcome: 'refused', challenge: { result } });
  });

  it('and leaves a message has it kept beside the decision, trimmed, for the service alone to read', async () => {
    const { heard, decision, sequel } = await met.of('leavesMessage');
    expect(heard.slice(-3)).toEqual(message);
    expect(sequel).toMatchObject({ decision: decision.id, channel: decision.channel, staff: null, name: null });
    const kept = sequel?.message;
    expect(kept?.file).toBe(`${decision.id}-message.wav`);
    const path = join(office.denwaban.dataDir, 'recordings', kept?.file ?? '');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const samples = readWav(readFileSync(path));
    const seconds = (samples?.length ?? 0) / 8_000;
    expect(kept?.seconds).toBeCloseTo(seconds, 1);
    expect(seconds).toBeGreaterThan(greeting.seconds - 0.1);
    expect(seconds).toBeLessThan(greeting.seconds + 0.6);
  });

  it('may end the message with #, which is not in it', async () => {
    const { heard, sequel } = await met.of('endsWithHash');
    expect(heard.slice(-3)).toEqual(message);
    expect(sequel?.message?.seconds).toBeLessThan(greeting.seconds + 0.6);
  });

  it.each([
    ['in the prompt', 'goesInPrompt'],
    ['at the tone', 'goesAtTone'],
    ['never, but says nothing', 'leavesSilence'],
  ] as const)('hangs up %s and leaves no message', async (_when, name) => {
    const { decision, sequel } = await met.of(name);
    expect(decision).toMatchObject({ outcome: 'message', challenge: { result: 'no-digit' } });
    expect(sequel).toMatchObject({ staff: null, name: null, message: null });
  });

  it.each([
    ['in mid-message', 'goesInMidMessage'],
    ['while thanked', 'goesInThanks'],
  ] as const)('hangs up %s and has left it', async (_when, name) => {
    const { sequel } = await met.of(name);
    expect(sequel?.message?.seconds).toBeGreaterThan(greeting.seconds - 0.2);
  });

  it('has left nothing that an operator would be warned of, and no whole number', async () => {
    await met.all;
    const log = office.denwaban.readLog();
    for (const event of ['call-error', 'recording-failed']) expect(log).not.toContain(event);
    const { decision, sequel } = await met.of('leavesMessage');
    expect(decision.caller.masked).toContain('****');
    expect(JSON.stringify([decision, sequel])).not.toContain('139123456');
    const { out } = await office.denwaban.command('decisions', '--last', '50');
    expect(out).toContain('message');
    expect(out).not.toContain('139123456');
  });
});

describe('where no messages are taken', () => {
  it('who presses nothing is refused, and who states a name and is not taken hears so politely', async () => {
    office.denwaban.writeConfig(config.replace('message: {', 'message: { enabled: false,'));
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-reloaded');
    const [silent, named] = await Promise.all([
      calls.place({ from: foreigner(30), caller: listen }),
      calls.place({ caller: stateName, staff: decline() }),
    ]);
    expect(silent.heard.at(-1)).toBe('challenge-failed');
    expect(silent.decision).toMatchObject({ outcome: 'refused', challenge: { result: 'no-digit' }, sipCode: 603 });
    expect(named.heard).toEqual(['name-please', 'tone', 'refused-politely']);
    expect(named.call.endedBy).toBe('callee');
    expect(named.sequel).toMatchObject({ staff: 'unanswered', message: null });
    await office.expectAllClear();
  });
});
