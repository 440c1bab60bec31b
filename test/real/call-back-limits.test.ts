import type { Conduct } from '../../tools/lab/caller';
import { CallBackLine, callBackConfig, callerOf, hangUpWhenTold } from './called-back';
import { hikari, type Office, openOffice, overseas, withheld } from './office';

/** Whom a call-back never reaches, how seldom it reaches anybody, and what becomes of it when the service dies. */

let office: Office;
let line: CallBackLine;

async function open(callBack?: string): Promise<void> {
  office = await openOffice({ config: callBackConfig(callBack) });
  line = new CallBackLine(office);
}
afterEach(() => office.close());

/** Hangs up at the first word of whatever is asked. */
const hangUpAtOnce: Conduct = async ({ heard, hangUp }) => {
  await heard(['call-back-notice-2', 'name-please', 'dial-published', 'withheld-rejected', 'rejected'], 60_000);
  await hangUp();
};

/** Hangs up as soon as anything is heard. */
const hangUpUnheard: Conduct = async ({ heard, hangUp }) => {
  await heard(['call-back-notice-1', 'name-please'], 60_000);
  await hangUp();
};

describe('a call-back', () => {
  it('reaches the owner of a number once, however many forge it at the same time', async () => {
    await open('atOnce: 10, perHour: 60, perDay: 500, ringSeconds: 5');
    const number = '0422250050';
    let left = 200;
    const outcomes: string[] = [];
    const forger = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        // Most forgers do not listen; those who do are told, and share the one call.
        const conduct = left % 10 === 0 ? hangUpAtOnce : hangUpUnheard;
        const { decision } = await office.call({ ...callerOf({ number }), conduct });
        outcomes.push(decision.outcome);
      }
    };
    await Promise.all(Array.from({ length: 10 }, forger));
    expect(outcomes).toHaveLength(200);
    expect(new Set(outcomes)).toEqual(new Set(['call-back', 'abandoned']));
    expect(line.dialled(number)).toHaveLength(1);
    await office.expectAllClear();
  }, 180_000);

  it.each([
    ['a foreign number', overseas('+8613912340000')],
    ['our own number', hikari('0312345670')],
    ['a police number', hikari('0335814321')],
    ['no number', withheld('Coin line/payphone')],
  ])('is never made to who shows %s', async (_what, delivered) => {
    await open();
    const call = await office.call({ ...delivered, conduct: hangUpAtOnce });
    expect(call.decision.verdict).toBe('screen');
    expect(call.heard).not.toContain('call-back-notice-1');
    expect(office.outside.calls()).toEqual([]);
    await office.expectAllClear();
  });

  it('is not made beyond the hourly limit', async () => {
    await open('atOnce: 10, perHour: 1, perDay: 500, ringSeconds: 5');
    const first = await line.place({ number: '0422250051', caller: hangUpWhenTold });
    const second = await office.call({ ...callerOf({ number: '0422250052' }), conduct: hangUpAtOnce });
    expect([first.decision.outcome, second.heard[0]]).toEqual(['call-back', 'name-please']);
    expect(office.outside.calls()).toHaveLength(1);
    await office.expectAllClear();
  });

  it('goes on when the service is killed meanwhile: the owner reaches the office, and no leg is left', async () => {
    await open();
    const number = '0422250053';
    let talked = false;
    const done = new Promise<void>((resolve, reject) => {
      line.seat({
        number,
        owner: async (call) => {
          try {
            await call.answer();
            await call.heard(['call-back-ask'], 60_000);
            await office.denwaban.kill();
            await call.press('1');
            await line.untilRung(number);
            talked = true;
            await call.hangUp();
            resolve();
          } catch (error) {
            reject(error);
          }
        },
      });
    });
    await office.callUnrecorded({ ...callerOf({ number }), conduct: hangUpWhenTold });
    await done;
    expect(talked).toBe(true);
    await office.asterisk.untilNoChannels();
  });
});
