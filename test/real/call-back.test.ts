import { decline, hangUpAt, letItRing, pickUp, pressAt, pressEachTime } from '../../tools/lab/answerers';
import { hangUpOn, listen } from '../../tools/lab/caller';
import { headerValues } from '../../tools/lab/sip-trace';
import { eventually } from '../support/handles';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import { atOnce, CallBackLine, callBackConfig, fromAbroad, sayYes, sayYesAndTalk } from './called-back';
import { mainNumber, type Office, openOffice } from './office';

/** Suspects who are called back at the number they show, whoever answers there, and what becomes of their next call. */

let office: Office;
let line: CallBackLine;
let hook: WebhookReceiver;

beforeAll(async () => {
  hook = await startWebhookReceiver();
  const notices = `notices: { send: { desk: { webhook: "${hook.url}" } } }\n`;
  office = await openOffice({ config: callBackConfig(undefined, notices) });
  line = new CallBackLine(office);
});
afterAll(async () => {
  await office.close();
  await hook.stop();
});

const notice = ['call-back-notice-1', 'call-back-notice-2'];
const told = { outcome: 'call-back', challenge: { kind: 'call-back', result: 'told' } };

describe('who is called back and', () => {
  let met: ReturnType<typeof atOnce<keyof ReturnType<typeof stories>>>;
  const stories = () => ({
    yes: { number: '0422250001', owner: sayYesAndTalk },
    yesOnAnsweredTrunk: {
      number: '0422250002',
      from: { ...fromAbroad('0422250002'), trunk: 'info' as const },
      owner: sayYesAndTalk,
    },
    no: { number: '0422250003', owner: pressAt('call-back-ask', '2') },
    noKey: { number: '0422250004', owner: pickUp },
    wrongKeys: { number: '0422250005', owner: pressEachTime('call-back-ask', '5*') },
    wrongThenYes: {
      number: '0422250006',
      owner: async (call: Parameters<typeof sayYesAndTalk>[0]) => {
        await call.answer();
        await call.heard(['call-back-ask'], 60_000);
        await call.press('9');
        await call.heard(['call-back-ask'], 60_000);
        await call.press('1');
        await call.hearsEcho(60_000);
        await call.hangUp();
      },
    },
    busy: { number: '0422250007', owner: decline(486) },
    declines: { number: '0422250008', owner: decline(603) },
    unanswered: { number: '0422250009', owner: letItRing },
    hangsUp: { number: '0422250010', owner: hangUpAt('call-back-ask') },
  });

  beforeAll(() => {
    met = atOnce(line, stories());
  });
  afterAll(async () => {
    await met.all;
    await office.expectAllClear();
  });

  it('presses 1 talks to the office, on a trunk with early media and on one without', async () => {
    for (const name of ['yes', 'yesOnAnsweredTrunk'] as const) {
      const { call, connected, heard, decision, sequel, dialled, rung, talked } = await met.of(name);
      expect(heard).toEqual(notice);
      expect(connected).toBe(false);
      expect(call.finalCode).toBe(name === 'yes' ? 487 : 200);
      expect(decision).toMatchObject({ verdict: 'screen', ...told });
      expect(dialled.map((one) => one.everythingHeard())).toEqual([['call-back-ask', 'call-back-connecting']]);
      expect(rung).toHaveLength(1);
      expect(talked).toBe(true);
      expect(sequel).toMatchObject({ decision: decision.id, callBack: 'yes', staff: null, name: null, message: null });
    }
  });

  it('sees our own number, and the office sees theirs', async () => {
    const { dialled, rung } = await met.of('yes');
    expect(headerValues(dialled[0]?.invite ?? never(), 'From')[0]).toContain(`<sip:${mainNumber}@`);
    expect(headerValues(rung[0]?.invite ?? never(), 'From')[0]).toContain('[確認済] 0422250001" <sip:0422250001@');
    await met.all;
    const fields = (await office.asterisk.readCdr()).map(({ userField }) => userField);
    expect(fields).toContain('denwaban SCREEN called-back');
  });

  it('pressed 1 gets through at once the next time', async () => {
    await met.of('yes');
    const { connected, heard, rules, decision } = await line.place({ number: '0422250001', caller: listen });
    expect({ connected, heard }).toEqual({ connected: true, heard: [] });
    expect(rules).toContain('call-back-verified');
    expect(decision).toMatchObject({ verdict: 'allow', challenge: null });
  });

  it('pressed 1 for one origin has said nothing of another', async () => {
    await met.of('yes');
    const { heard, rules } = await line.place({
      number: '0422250001',
      from: { ...fromAbroad('0422250001'), trunk: 'inband' },
      caller: hangUpOn('name-please'),
    });
    expect(rules).not.toContain('call-back-verified');
    expect(heard).toEqual(['name-please']);
  });

  it('presses 2 has had the number misused: nobody is rung, and the staff are told', async () => {
    const { decision, sequel, dialled, rung } = await met.of('no');
    expect(dialled.map((one) => one.everythingHeard())).toEqual([['call-back-ask', 'call-back-sorry']]);
    expect(rung).toEqual([]);
    expect(decision).toMatchObject(told);
    expect(sequel).toMatchObject({ callBack: 'no' });
    await office.denwaban.untilLogged('proven-spoof');
    const news = await eventually(
      () => hook.posted.find(({ body }) => body.includes('"event":"proven-spoof"')),
      20_000,
    );
    expect(news.body).toContain(decision.id);
  });

  it('pressed 2 is rejected the next time, by 607', async () => {
    await met.of('no');
    const { call, heard, rules, decision } = await line.place({ number: '0422250003', caller: listen });
    expect(call.finalCode).toBe(607);
    expect(heard).toEqual(['rejected']);
    expect(rules).toContain('proven-spoof');
    expect(decision).toMatchObject({ verdict: 'reject', outcome: 'refused', sipCode: 607 });
  });

  it.each([
    ['presses nothing', 'noKey', 'no-key', ['call-back-ask', 'call-back-ask']],
    ['presses other keys', 'wrongKeys', 'no-key', ['call-back-ask', 'call-back-ask']],
    ['hangs up in mid-question', 'hangsUp', 'no-key', ['call-back-ask']],
    ['is busy', 'busy', 'busy', []],
    ['declines', 'declines', 'failed', []],
    ['does not answer', 'unanswered', 'unanswered', []],
  ] as const)('%s proves nothing, and the office is not rung', async (_what, name, answer, heard) => {
    const { decision, sequel, dialled, rung } = await met.of(name);
    expect(decision).toMatchObject(told);
    expect(dialled.map((one) => one.everythingHeard())).toEqual([heard]);
    expect(rung).toEqual([]);
    expect(sequel).toMatchObject({ callBack: answer });
    const next = await line.place({ number: stories()[name].number, caller: hangUpOn('name-please') });
    expect(next.rules).toEqual(['domestic-fixed-from-abroad']);
    // Nor is anybody called twice in ten minutes.
    expect(next).toMatchObject({ heard: ['name-please'], dialled: [] });
  });

  it('presses another key at first is asked again', async () => {
    const { dialled, talked, sequel } = await met.of('wrongThenYes');
    expect(dialled.map((one) => one.everythingHeard())).toEqual([
      ['call-back-ask', 'call-back-ask', 'call-back-connecting'],
    ]);
    expect(talked).toBe(true);
    expect(sequel).toMatchObject({ callBack: 'yes' });
  });
});

describe('a call-back', () => {
  let met: ReturnType<typeof atOnce<keyof ReturnType<typeof stories>>>;
  const stories = () => ({
    officeDeclines: { number: '0422250020', owner: sayYes, staff: decline() },
    officeAway: { number: '0422250021', owner: sayYes, staff: letItRing },
    officeHangsUp: {
      number: '0422250022',
      owner: sayYes,
      staff: async (call: Parameters<typeof sayYes>[0]) => {
        await call.answer();
        await call.hangUp();
      },
    },
    ownerGoesWhileConnected: {
      number: '0422250023',
      owner: async (call: Parameters<typeof sayYes>[0]) => {
        await sayYes(call);
        await call.heard(['call-back-connecting'], 60_000);
        await call.hangUp();
      },
    },
    ownerGoesWhileItRings: {
      number: '0422250024',
      owner: async (call: Parameters<typeof sayYes>[0]) => {
        await sayYes(call);
        await line.untilRung('0422250024');
        await call.hangUp();
      },
      staff: letItRing,
    },
    stays: { number: '0422250025', caller: listen, owner: sayYesAndTalk },
    goesEarly: { number: '0422250026', caller: hangUpOn('call-back-notice-1'), owner: sayYesAndTalk },
    goesAtOnce: {
      number: '0422250027',
      caller: async ({ untilAnswer, hangUp }: Parameters<typeof listen>[0]) => {
        await untilAnswer(183);
        await hangUp();
      },
      owner: sayYesAndTalk,
    },
  });

  beforeAll(() => {
    met = atOnce(line, stories());
  });
  afterAll(async () => {
    await met.all;
    await office.expectAllClear();
  });

  it.each([
    ['declines', 'officeDeclines', false],
    ['is away', 'officeAway', false],
    ['hangs up', 'officeHangsUp', true],
  ] as const)('ends for whoever pressed 1 when the office %s', async (_what, name, answered) => {
    const { dialled, rung, sequel } = await met.of(name);
    expect(rung.map((one) => one.isAnswered())).toEqual([answered]);
    expect(dialled.map((one) => one.everythingHeard())).toEqual([['call-back-ask', 'call-back-connecting']]);
    expect(sequel).toMatchObject({ callBack: 'yes' });
  });

  it('rings the office no more when whoever pressed 1 hangs up', async () => {
    const while1 = await met.of('ownerGoesWhileConnected');
    expect(while1).toMatchObject({ rung: [], sequel: { callBack: 'yes' } });
    const ringing = await met.of('ownerGoesWhileItRings');
    expect(ringing.rung.map((one) => one.isAnswered())).toEqual([false]);
    await ringing.rung[0]?.untilOver();
    expect(ringing.sequel).toMatchObject({ callBack: 'yes' });
  });

  it('waits for the caller to hang up, and ends the call of one who does not', async () => {
    const { call, connected, heard, decision, dialled, talked } = await met.of('stays');
    expect(heard).toEqual(notice);
    expect(call).toMatchObject({ finalCode: 603, endedBy: 'callee' });
    expect(connected).toBe(false);
    expect(decision).toMatchObject(told);
    // The line is free when it rings there.
    const over = call.received.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    expect(dialled[0]?.invite.at).toBeGreaterThanOrEqual(over);
    expect(talked).toBe(true);
  });

  it.each([
    ['before the notice is said', 'goesEarly'],
    ['before a word is heard', 'goesAtOnce'],
  ] as const)('is not made for a caller who hangs up %s', async (_when, name) => {
    const { decision, sequel } = await met.of(name);
    expect(decision).toMatchObject({ outcome: 'abandoned', challenge: { kind: 'call-back', result: 'hung-up' } });
    expect(sequel).toBeNull();
    await met.all;
    expect(line.dialled(stories()[name].number)).toEqual([]);
  });

  it('has left nothing that an operator would be warned of, and no whole number', async () => {
    await met.all;
    const log = office.denwaban.readLog();
    for (const event of ['call-error', 'call-back-failed']) expect(log).not.toContain(event);
    expect(log).not.toMatch(/42225\d{4}/);
    expect(JSON.stringify([office.denwaban.decisions(), office.denwaban.sequels()])).not.toMatch(/42225\d{4}/);
  });
});

function never(): never {
  throw new Error('nobody was called');
}
