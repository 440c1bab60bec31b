import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hangUpWhenAsked, type Line, listen, pressRight } from '../../tools/lab/caller';
import { startRedis } from '../../tools/lab/redis';
import { hikari, type Office, openOffice, ordinaryCall, overseas, usualConfig, withheld } from './office';

/** Whatever dies, no caller is lost: each reaches the office within one lease. */

const leaseMs = 10_000;

describe('a service that', () => {
  let office: Office;

  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  /** A suspect who waits for the digit, at which moment something happens to the service. */
  const suspectMeets = (misfortune: (line: Line) => Promise<unknown>) =>
    office.callUnrecorded({
      ...overseas('+81335000030'),
      conduct: async (line) => {
        await line.heard(['challenge-end']);
        await misfortune(line);
      },
    });

  it('is killed in mid-challenge loses no caller: the dialplan rings the office within one lease', async () => {
    let killedAt = 0;
    const got = await suspectMeets(async () => {
      await office.denwaban.kill();
      killedAt = Date.now();
    });
    expect(got.connected).toBe(true);
    expect(Date.now() - killedAt).toBeLessThan(leaseMs + 2_000);
    expect(office.shownOnPhone()).toContain('335000030');
    await office.asterisk.untilNoChannels();
    expect(await userFields(office)).toContain('denwaban OPEN lease-expired');
  });

  it('freezes in mid-challenge loses no caller, and knows afterwards what happened', async () => {
    const got = await suspectMeets(async () => office.denwaban.freeze());
    expect(got.connected).toBe(true);
    office.denwaban.thaw();
    const [decision] = await office.denwaban.untilDecisions(1);
    expect(decision).toMatchObject({ verdict: 'screen', outcome: 'failed-open' });
    await office.denwaban.untilReady();
    await office.denwaban.untilQuiet();
  });

  it('is not there at all leaves the office its telephone', async () => {
    await office.denwaban.kill();
    const got = await office.callUnrecorded(ordinaryCall);
    expect(got.connected).toBe(true);
    expect(got.call.answeredAfter).toBeLessThan(1_000);
    await office.asterisk.untilNoChannels();
    expect(await userFields(office)).toEqual(['denwaban OPEN service-absent']);
  });

  it('is stopped releases the challenged caller at once, and leaves in good order', async () => {
    let ended: Promise<string> = Promise.resolve('');
    const got = await suspectMeets(async () => {
      ended = office.denwaban.terminate();
    });
    expect(got.connected).toBe(true);
    expect(await ended).toBe('exit code 0');
    expect(office.denwaban.decisions()).toMatchObject([{ outcome: 'failed-open', failedOpen: 'shutting-down' }]);
  });

  it('is stopped still refuses whom it was refusing', async () => {
    const got = await office.callUnrecorded({
      ...withheld('Anonymous'),
      conduct: async ({ heard }) => {
        await heard(['withheld-rejected']);
        await office.denwaban.terminate();
      },
    });
    expect(got.call.finalCode).toBe(433);
    expect(office.denwaban.decisions()).toMatchObject([{ verdict: 'reject', outcome: 'refused' }]);
  });

  it('is killed and started again frees the caller it finds waiting, and says so', async () => {
    const got = await suspectMeets(async () => {
      await office.denwaban.kill();
      office.denwaban.restart();
    });
    expect(got.connected).toBe(true);
    const decisions = await office.denwaban.untilDecisions(1);
    expect(decisions).toMatchObject([{ source: 'fail-open', outcome: 'failed-open', failedOpen: 'left-over' }]);
    await office.denwaban.untilQuiet();
  });

  it('cannot write its journal goes on screening, says so, and tells how much is lost', async () => {
    const journal = join(office.denwaban.dataDir, 'journal');
    renameSync(journal, `${journal}-away`);
    // A file where the folder should be stops even root.
    writeFileSync(journal, '');
    const got = await office.callUnrecorded({ ...withheld('Anonymous'), conduct: listen });
    expect(got.call.finalCode).toBe(433);
    await office.denwaban.untilLogged('journal-degraded');
    rmSync(journal);
    const call = await office.call(ordinaryCall);
    expect(call.connected).toBe(true);
    await office.denwaban.untilLogged('journal-recovered');
    await office.denwaban.untilQuiet();
  });

  it('loses its database file goes on screening', async () => {
    rmSync(join(office.denwaban.dataDir, 'state'), { recursive: true });
    const call = await office.call({ ...overseas('+81335000031'), conduct: pressRight });
    expect(call).toMatchObject({ connected: true, rules: ['domestic-fixed-from-abroad'] });
    await office.expectAllClear();
  });
});

describe('an Asterisk that', () => {
  it('restarts is found again, and its calls are screened as before', async () => {
    const office = await openOffice();
    try {
      await office.call(ordinaryCall);
      await office.asterisk.kill();
      await office.denwaban.untilLogged('exchange-lost');
      await office.asterisk.start();
      await office.denwaban.untilReady();
      const call = await office.call({ ...withheld('Anonymous'), conduct: listen });
      expect(call.call.finalCode).toBe(433);
      await office.expectAllClear();
    } finally {
      await office.close();
    }
  });
});

describe('a configuration', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());
  afterEach(() => office.expectAllClear());

  const stranger = { ...hikari('09012349999'), conduct: listen };

  it('with a mistake changes nothing when it is reloaded', async () => {
    await office.call(stranger);
    office.denwaban.writeConfig(`${usualConfig}polcy: {}\n`);
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-kept');
    const call = await office.call(stranger);
    expect(call.connected).toBe(true);
  });

  it('that is reloaded counts from the next call on, remembered verdicts notwithstanding', async () => {
    office.denwaban.writeConfig(`${usualConfig}  - { list: deny, number: "09012349999", reason: test }\n`);
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-reloaded');
    const call = await office.call(stranger);
    expect(call.call.finalCode).toBe(607);
  });
});

describe('a Redis that', () => {
  it('stalls costs its deadline and no call, and serves again when it wakes', async () => {
    const redis = await startRedis();
    const office = await openOffice({ config: `${usualConfig}cache: { url: "${redis.url}" }\n` });
    try {
      const suspect = { ...overseas('+81335000040'), conduct: pressRight };
      await office.call(suspect);
      expect((await office.call(suspect)).decision.source).toBe('cache');

      await redis.freeze();
      const stalled = await office.call({ ...overseas('+81335000041'), conduct: hangUpWhenAsked });
      expect(stalled.decision).toMatchObject({ verdict: 'screen', source: 'rules' });
      expect(stalled.decision.ms.verdict).toBeLessThan(200);
      const ordinary = await office.call(ordinaryCall);
      expect(ordinary.connected).toBe(true);
      expect(ordinary.decision.ms.firstAction).toBeLessThan(200);

      redis.thaw();
      await office.denwaban.untilLogged('store-recovered');
      expect((await office.call(suspect)).decision.source).toBe('cache');
      await office.expectAllClear();
    } finally {
      await office.close();
      await redis.stop();
    }
  });

  it('is not there at the start is no reason not to start', async () => {
    const office = await openOffice({ config: `${usualConfig}cache: { url: "redis://127.0.0.1:1" }\n` });
    try {
      const call = await office.call(ordinaryCall);
      expect(call.connected).toBe(true);
      await office.denwaban.untilLogged('store-degraded');
      await office.expectAllClear();
    } finally {
      await office.close();
    }
  });
});

async function userFields(office: Office): Promise<readonly string[]> {
  return (await office.asterisk.readCdr()).map(({ userField }) => userField);
}
