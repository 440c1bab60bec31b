import { setTimeout as pause } from 'node:timers/promises';
import { decline, pickUp } from '../../tools/lab/answerers';
import type { Conduct, Experience } from '../../tools/lab/caller';
import { utter } from '../../tools/lab/spoken';
import type { PhoneConduct, RingingCall } from '../../tools/lab/telephone';
import { hikari, type Office, openOffice } from './office';
import {
  afterTone,
  doing,
  moment,
  ScreenedCalls,
  screeningConfig,
  stateName,
  wholeName,
  yamada,
} from './screened-calls';

/** Whatever becomes of the service while callers state a name, are announced or leave a message: nobody is lost. */

const leaseMs = 10_000;
/** Longer than a misfortune takes. */
const lecture = utter('lecture', 14);

const config = screeningConfig
  .replace('staffKeySeconds: 5, staffRingSeconds: 10', 'staffKeySeconds: 40, staffRingSeconds: 40')
  .replace('maxSeconds: 10', 'maxSeconds: 30');

/** What four callers met who called at once. */
interface Met {
  readonly office: Office;
  /** Was to be announced: the telephone rang all the while, and was answered afterwards. */
  readonly ringing: Experience;
  readonly heardByStaff: readonly string[];
  /** Was being announced: the office pressed 1 afterwards. */
  readonly announced: Experience;
  /** Was leaving a message, and went on until all was said. */
  readonly leaving: Experience;
  /** Was stating a name. */
  readonly stating: Experience;
  readonly statingFreedAfterMs: number;
}

async function fourMeet(befall: (office: Office) => Promise<unknown>): Promise<Met> {
  const office = await openOffice({ config, voices: [yamada, lecture] });
  offices.push(office);
  const calls = new ScreenedCalls(office);
  const [rings, listens, leaves, over] = [moment(), moment(), moment(), moment()];
  const rung: RingingCall[] = [];
  const place = (conduct: Conduct, staff: PhoneConduct): Promise<Experience> => {
    const delivered = hikari(calls.nextNumber());
    calls.seat(delivered, staff);
    return office.callUnrecorded({ ...delivered, conduct });
  };
  const ringing = place(stateName, async (call) => {
    rung.push(call);
    rings.come();
    await over.hasCome;
    await call.answer();
    await call.heard(['staff-warning'], 60_000);
    await call.press('1');
  });
  const announced = place(stateName, async (call) => {
    await call.answer();
    await call.heard(['yamada-begins'], 60_000);
    listens.come();
    await over.hasCome;
    await call.press('1');
  });
  const hearPrompt: Conduct = async ({ heard }) => {
    await heard(['message-please'], 60_000);
    leaves.come();
  };
  const leavesAll = doing(stateName, hearPrompt, afterTone(lecture.sound), ({ hangUp }) => hangUp());
  const leaving = place(leavesAll, decline());
  await leaves.hasCome;
  let freedAt = Number.NaN;
  const stating = place(afterTone(lecture.sound), (call) => {
    freedAt = Date.now();
    return pickUp(call);
  });
  await Promise.all([rings.hasCome, listens.hasCome]);
  await untilThere(office, 'denwaban-name-', 4);
  await untilThere(office, 'denwaban-message-', 1);
  const at = Date.now();
  await befall(office);
  over.come();
  const met = {
    office,
    ringing: await ringing,
    announced: await announced,
    leaving: await leaving,
    stating: await stating,
    statingFreedAfterMs: freedAt - at,
  };
  await office.asterisk.untilNoChannels();
  return { ...met, heardByStaff: rung[0]?.everythingHeard() ?? [] };
}

/** So many recordings are being made, or have been. */
async function untilThere({ asterisk }: Office, prefix: string, count: number): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (Date.now() < deadline) {
    if ((await asterisk.recordings()).filter((path) => path.includes(prefix)).length >= count) return;
    await pause(20);
  }
  throw new Error(`fewer than ${count} recordings ${prefix}…`);
}

/** The dialplan goes on as if nothing had happened; who was with the service reaches the office. */
function expectNobodyLost({ ringing, announced, leaving, stating, heardByStaff }: Met): void {
  expect(heardByStaff.slice(0, 4)).toEqual(['staff-name', ...wholeName, 'staff-warning']);
  expect(leaving.heard).toEqual(['name-please', 'tone', 'message-please', 'tone']);
  expect(leaving.call.endedBy).toBe('caller');
  // The office's telephone echoes the rest of the lecture.
  expect(stating.heard.filter((name) => !name.startsWith('lecture'))).toEqual(['name-please', 'tone']);
  expect([ringing, announced, stating].map(({ connected }) => connected)).toEqual([true, true, true]);
}

/** What the service finds when it is back: the one message, and nothing is left with the exchange. */
async function expectMessageFound({ office }: Met): Promise<void> {
  const { denwaban, asterisk } = office;
  await denwaban.untilReady();
  await denwaban.untilLogged('message-found');
  await denwaban.untilQuiet();
  expect(await asterisk.recordings()).toEqual([]);
  const found = denwaban.sequels().filter(({ message }) => message !== null);
  expect(found).toHaveLength(1);
  expect(found[0]?.message?.seconds).toBeGreaterThan(lecture.seconds - 0.5);
  const presented = denwaban.decisions().filter(({ outcome }) => outcome === 'presented');
  expect(presented.map(({ id }) => id)).toContain(found[0]?.decision);
}

const offices: Office[] = [];
const userFieldsOf = async ({ office }: Met) => (await office.asterisk.readCdr()).map(({ userField }) => userField);

/** A pair at a time: both mostly wait. */
function story(befall: (office: Office) => Promise<unknown>): () => Promise<Met> {
  let met: Promise<Met> | undefined;
  return () => {
    met ??= fourMeet(befall);
    met.catch(() => undefined);
    return met;
  };
}

const killed = story(({ denwaban }) => denwaban.kill());
const frozen = story(async ({ denwaban }) => denwaban.freeze());
const stopped = story(({ denwaban }) => denwaban.terminate());
const killedAndStarted = story(async ({ denwaban }) => {
  await denwaban.kill();
  denwaban.restart();
  await denwaban.untilReady();
  await denwaban.untilQuiet();
});

afterAll(async () => {
  for (const office of offices) await office.close();
});

describe('a service that', () => {
  it('is killed loses nobody: who states a name reaches the office within one lease', async () => {
    void frozen();
    const met = await killed();
    expectNobodyLost(met);
    expect(met.statingFreedAfterMs).toBeLessThan(leaseMs + 2_000);
    expect(await userFieldsOf(met)).toContain('denwaban OPEN lease-expired');
    met.office.denwaban.restart();
    await expectMessageFound(met);
    expect(met.office.denwaban.decisions().map(({ outcome }) => outcome)).toEqual(Array(3).fill('presented'));
  });

  it('freezes loses nobody, and knows afterwards what became of all', async () => {
    const met = await frozen();
    expectNobodyLost(met);
    expect(met.statingFreedAfterMs).toBeLessThan(leaseMs + 2_000);
    const { denwaban, asterisk } = met.office;
    denwaban.thaw();
    const decisions = await denwaban.untilDecisions(4);
    expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['failed-open', ...Array(3).fill('presented')]);
    await denwaban.untilReady();
    await denwaban.untilQuiet();
    expect(await asterisk.recordings()).toEqual([]);
    expect(denwaban.sequels().flatMap(({ message }) => message ?? [])).toHaveLength(1);
  });

  it('is stopped sends on at once who states a name', async () => {
    void killedAndStarted();
    const met = await stopped();
    expectNobodyLost(met);
    expect(met.statingFreedAfterMs).toBeLessThan(leaseMs / 2);
    met.office.denwaban.restart();
    await expectMessageFound(met);
    const opened = met.office.denwaban.decisions().filter(({ outcome }) => outcome === 'failed-open');
    expect(opened).toMatchObject([{ failedOpen: 'shutting-down', challenge: { kind: 'state-name' } }]);
  });

  it('is killed and started again sends on who states a name, and leaves others the name they are to hear', async () => {
    const met = await killedAndStarted();
    expectNobodyLost(met);
    await expectMessageFound(met);
    const opened = met.office.denwaban.decisions().filter(({ outcome }) => outcome === 'failed-open');
    expect(opened).toMatchObject([{ source: 'fail-open', failedOpen: 'left-over' }]);
  });
});
