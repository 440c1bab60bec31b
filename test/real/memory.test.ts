import { hangUpWhenAsked, listen, pressRight } from '../../tools/lab/caller';
import { hikari, type Office, openOffice, overseas, usualConfig, withheld } from './office';

/** What earlier calls, and the office's own, mean for the next one: on a real exchange, through restarts. */

let office: Office;

beforeEach(async () => {
  office = await openOffice();
}, 60_000);
afterEach(async () => {
  await office.expectAllClear();
  await office.close();
});

const partner = '0422209999';
const partnerCalls = () => office.call({ ...hikari(partner), conduct: listen });

async function makeKnown(): Promise<void> {
  for (let call = 0; call < 3; call++) {
    await partnerCalls();
    // The end of the call is what is learnt.
    await office.denwaban.untilQuiet();
  }
}

describe('a caller the office has talked to three times', () => {
  beforeEach(makeKnown);

  it('is known by the fourth, and after a restart of the service', async () => {
    expect((await partnerCalls()).rules).toEqual(['known-caller']);
    await office.denwaban.terminate();
    office.denwaban.restart();
    await office.denwaban.untilReady();
    expect((await partnerCalls()).rules).toEqual(['known-caller']);
  });

  it('is asked for a digit when the number comes from another origin, which is named beside the usual one', async () => {
    // An office PBX was taken over: the number and its carrier are genuine.
    const hijacked = {
      ...hikari(partner),
      headers: [`P-Asserted-Identity: <sip:${partner}@transit.example>`],
    };
    const forged = await office.call({ ...hijacked, conduct: hangUpWhenAsked });
    expect(forged).toMatchObject({ connected: false, rules: ['known-caller-origin-changed'] });
    expect(forged.decision).toMatchObject({ verdict: 'screen', score: 50 });
    expect(forged.decision.findings[0]?.text.en).toMatch(
      /ntt-east\.ne\.jp.*transit\.example|transit\.example.*ntt-east\.ne\.jp/,
    );

    const honest = await office.call({ ...hijacked, conduct: pressRight });
    expect(honest).toMatchObject({ connected: true });
    await office.denwaban.untilQuiet();
    const again = await office.call({ ...hijacked, conduct: listen });
    expect(again).toMatchObject({ connected: true, heard: [] });
  });

  it('is a stranger again once it was forgotten', async () => {
    expect(await office.denwaban.command('forget', partner)).toMatchObject({ code: 0 });
    expect((await partnerCalls()).rules).toEqual([]);
  });
});

describe('a number the office dialled', () => {
  it('gets through when it calls back', async () => {
    await office.dialOut('0422259999');
    const call = await office.call({ ...overseas('0422259999'), conduct: listen });
    expect(call).toMatchObject({ connected: true, rules: ['domestic-fixed-from-abroad', 'we-called-them'] });
  });
});

describe('after an emergency call of the office', () => {
  it('everybody gets through without a word, the fire station that withholds its number too', async () => {
    await office.dialOut('119');
    const station = await office.call({ ...withheld('Anonymous'), conduct: listen });
    expect(station).toMatchObject({ connected: true, heard: [] });
    expect(station.rules[0]).toBe('emergency-call-back');

    const suspect = await office.call({ ...overseas('0422259999'), conduct: listen });
    expect(suspect).toMatchObject({ connected: true, heard: [] });
  });

  it('also when the service was killed meanwhile', async () => {
    await office.dialOut('110');
    await office.denwaban.untilLogged('emergency-dialled');
    await office.denwaban.kill();
    office.denwaban.restart();
    await office.denwaban.untilReady();
    expect(await office.call({ ...withheld('Anonymous'), conduct: listen })).toMatchObject({
      connected: true,
      heard: [],
    });
  });
});

describe('what an operator says while the service runs', () => {
  it('holds from the next call on: a denied number', async () => {
    expect(await partnerCalls()).toMatchObject({ connected: true });
    await office.denwaban.command('list', 'add', 'deny', partner, '--reason', 'nuisance');
    const denied = await partnerCalls();
    expect(denied).toMatchObject({ connected: false });
    expect(denied.decision).toMatchObject({ verdict: 'reject', sipCode: 607, source: 'list' });
    await office.denwaban.command('list', 'remove', partner);
    expect(await partnerCalls()).toMatchObject({ connected: true });
  });

  it('holds from the next call on: the disaster mode', async () => {
    await office.denwaban.command('disaster', 'on', '--for', '1h');
    const payphone = await office.call({ ...withheld('Coin line/payphone'), conduct: listen });
    expect(payphone).toMatchObject({ connected: true, heard: [] });
    expect(payphone.rules[0]).toBe('disaster-mode');
    await office.denwaban.command('disaster', 'off');
    const refused = await office.call({ ...withheld('Anonymous'), conduct: listen });
    expect(refused).toMatchObject({ connected: false });
  });
});

describe('observe mode', () => {
  it('does nothing to any call, and records what it would have done', async () => {
    office.denwaban.writeConfig(`${usualConfig}\npolicy: { mode: observe }\n`);
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-reloaded');
    const anonymous = await office.call({ ...withheld('Anonymous'), conduct: listen });
    expect(anonymous).toMatchObject({ connected: true, heard: [] });
    expect(anonymous.decision).toMatchObject({
      verdict: 'allow',
      outcome: 'connected',
      wouldBe: { verdict: 'reject', sipCode: 433 },
    });
    const forged = await office.call({ ...overseas('0422259999'), conduct: listen });
    expect(forged).toMatchObject({ connected: true, heard: [] });
    expect(forged.decision.wouldBe).toMatchObject({ verdict: 'screen', score: 80 });
    const shown = await office.denwaban.command('decisions');
    expect(shown.out).toContain('(observe) would SCREEN 80/40');
  });
});

describe('one trunk, number after number', () => {
  it('is flooded from the twenty-first stranger on: the next ones are suspect, and the operator is told', async () => {
    office.denwaban.writeConfig(usualConfig.replace('mode: off', 'mode: enforce'));
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-reloaded');
    const numbers = Array.from({ length: 24 }, (_, index) => `04222${String(59_000 + index)}`);
    const calls = [];
    for (const number of numbers) calls.push(await office.call({ ...hikari(number), conduct: listen }));
    const flooded = calls.map(({ rules }) => rules.includes('many-callers-one-trunk'));
    expect(flooded.slice(0, 21)).toEqual(Array(21).fill(false));
    expect(flooded.slice(21)).toEqual([true, true, true]);
    expect(calls.every(({ connected }) => connected)).toBe(true);
    await office.denwaban.untilLogged('trunk-flooded');
  });
});
