import { hangUpOn, listen } from '../../tools/lab/caller';
import type { RingingCall } from '../../tools/lab/telephone';
import { eventually } from '../support/handles';
import { CallBackLine, callBackConfig, callerOf, hangUpWhenTold } from './called-back';
import { type Office, openOffice, ordinaryCall } from './office';

/** Whatever dies while somebody is called back, the two talk, and no leg is left. */

let office: Office;
let line: CallBackLine;

beforeEach(async () => {
  office = await openOffice({ config: callBackConfig() });
  line = new CallBackLine(office);
});
afterEach(() => office.close());

const number = '0422250060';

/** A caller who is told and hangs up; resolves when whoever is called back has talked to the office. */
async function talkThough(misfortunes: {
  readonly ringing?: () => Promise<unknown>;
  readonly asked?: () => Promise<unknown>;
  readonly talking?: () => Promise<unknown>;
}): Promise<void> {
  const talks = new Promise<void>((resolve, reject) => {
    const owner = async (call: RingingCall) => {
      await misfortunes.ringing?.();
      await call.answer();
      await call.heard(['call-back-ask'], 60_000);
      await misfortunes.asked?.();
      await call.press('1');
      await call.hearsEcho(60_000);
      await misfortunes.talking?.();
      // Still both ways.
      await call.say(Buffer.alloc(800, 0xd5));
      expect(await office.asterisk.channelCount()).toBe(4);
      await call.hangUp();
    };
    line.seat({ number, owner: (call) => owner(call).then(resolve, reject) });
  });
  await office.callUnrecorded(callerOf({ number, caller: hangUpWhenTold }));
  await talks;
  await office.asterisk.untilNoChannels();
  expect(line.dialled(number).map((call) => call.everythingHeard())).toEqual([
    ['call-back-ask', 'call-back-connecting'],
  ]);
  expect(line.rung(number)).toHaveLength(1);
}

const kill = () => office.denwaban.kill();

/** Started again it is well, and calls nobody a second time within ten minutes. */
async function expectRecovery(): Promise<void> {
  if (!office.denwaban.isRunning()) office.denwaban.restart();
  await office.denwaban.untilReady();
  await office.denwaban.untilQuiet();
  const again = await office.callUnrecorded(callerOf({ number, caller: hangUpOn('name-please') }));
  expect(again.heard).toEqual(['name-please']);
  const ordinary = await office.callUnrecorded(ordinaryCall);
  expect(ordinary.connected).toBe(true);
  await office.asterisk.untilNoChannels();
  await office.denwaban.untilQuiet();
  expect(line.dialled(number)).toHaveLength(1);
  expect(await office.asterisk.recordings()).toEqual([]);
}

describe('a service that is killed', () => {
  it.each([
    ['while it rings there', { ringing: kill }],
    ['while the question is asked', { asked: kill }],
  ] as const)('%s loses the answer, and no call', async (_when, misfortunes) => {
    await talkThough(misfortunes);
    await expectRecovery();
    expect(office.denwaban.sequels()).toEqual([]);
  });

  it('while the two talk has learnt of the answer before', async () => {
    await talkThough({ talking: kill });
    const sequels = office.denwaban.sequels();
    expect(sequels).toMatchObject([{ callBack: 'yes' }]);
    office.denwaban.restart();
    await office.denwaban.untilReady();
    const next = await office.call(callerOf({ number, caller: listen }));
    expect(next).toMatchObject({ connected: true, heard: [] });
    expect(next.rules).toContain('call-back-verified');
  });
});

describe('a service that', () => {
  it('freezes while the question is asked hears of the answer when it thaws', async () => {
    await talkThough({ asked: async () => office.denwaban.freeze() });
    office.denwaban.thaw();
    await eventually(() => office.denwaban.sequels()[0], 20_000);
    expect(office.denwaban.sequels()).toMatchObject([{ callBack: 'yes' }]);
    await office.denwaban.untilReady();
    await office.denwaban.untilQuiet();
  });

  it('is stopped while it rings there leaves in good order, and the two talk', async () => {
    await talkThough({
      ringing: async () => expect(await office.denwaban.terminate()).toBe('exit code 0'),
    });
    await expectRecovery();
  });
});
