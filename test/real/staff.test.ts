import { letOfficeDial, listen, pressRight } from '../../tools/lab/caller';
import { hikari, type Office, openOffice, overseas, withheld } from './office';

/** What staff switch from a telephone, by the codes of [denwaban-staff]: done, said aloud, recorded, and felt by the next call. */

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
});

const dial = async (code: string) => (await letOfficeDial(office, code)).heard;
const lastAction = () => office.denwaban.staffActions().at(-1);
const by = 'office-phone';

describe('from a telephone of the office', () => {
  it('the last caller is denied, allowed, and neither, each time said with the last digits of the number', async () => {
    const caller = { ...hikari('09012340021'), conduct: listen };
    expect(await dial('*1861')).toEqual(['staff-no-last-caller']);
    expect((await office.call(caller)).connected).toBe(true);
    await office.denwaban.untilQuiet();

    const digits = ['staff-number-ends', 'digit-0', 'digit-0', 'digit-2', 'digit-1'];
    expect(await dial('*1861')).toEqual(['staff-deny-last', ...digits]);
    expect(lastAction()).toMatchObject({ action: 'deny-last', by, result: 'done', masked: '090****0021' });
    expect((await office.call(caller)).decision).toMatchObject({ verdict: 'reject', source: 'list', sipCode: 607 });

    expect(await dial('*1862')).toEqual(['staff-allow-last', ...digits]);
    expect((await office.call(caller)).rules).toEqual(['allow-entry']);

    expect(await dial('*1863')).toEqual(['staff-remove-last', ...digits]);
    expect(await dial('*1863')).toEqual(['staff-nothing-to-remove']);
    expect((await office.call(caller)).rules).not.toContain('allow-entry');
    await office.expectAllClear();
  });

  it('the next caller without a number is let through, and no other', async () => {
    const caller = { ...withheld('Anonymous'), conduct: listen };
    expect(await dial('*1864')).toEqual(['staff-next-withheld']);
    expect(lastAction()).toMatchObject({ action: 'next-withheld', by, until: expect.any(String) });
    expect((await office.call(caller)).rules[0]).toBe('expected-call');
    await office.denwaban.untilQuiet();
    expect((await office.call(caller)).call.finalCode).toBe(433);
    await office.expectAllClear();
  });

  it('screening pauses, and decisions say so; disaster mode goes on and off', async () => {
    expect(await dial('*1866')).toEqual(['staff-disaster-on']);
    expect((await office.call({ ...withheld('Anonymous'), conduct: listen })).rules[0]).toBe('disaster-mode');
    expect(await dial('*1867')).toEqual(['staff-disaster-off']);
    expect((await office.call({ ...withheld('Anonymous'), conduct: listen })).call.finalCode).toBe(433);

    const suspect = { ...overseas('+81335000040'), conduct: listen };
    expect(await dial('*1865')).toEqual(['staff-pause']);
    const call = await office.call(suspect);
    expect(call).toMatchObject({ connected: true, heard: [] });
    expect(call.rules[0]).toBe('screening-paused');
    await office.expectAllClear();
  });

  it('hears so when the service is not there, or does not answer within the lease', async () => {
    office.denwaban.freeze();
    expect(await dial('*1865')).toEqual(['staff-not-running']);
    office.denwaban.thaw();
    await office.denwaban.untilReady();
    await office.denwaban.kill();
    expect(await dial('*1865')).toEqual(['staff-not-running']);
    await office.asterisk.untilNoChannels();
  });
});

describe('`denwaban expect`', () => {
  it('lets a suspect through whom the office waits for, and says who waits', async () => {
    await office.denwaban.command('expect', '0335000041', '--for', '30m', '--reason', 'delivery');
    const call = await office.call({ ...overseas('+81335000041'), conduct: listen });
    expect(call).toMatchObject({ connected: true, heard: [] });
    expect(call.rules[0]).toBe('expected-call');
    const other = await office.call({ ...overseas('+81335000042'), conduct: pressRight });
    expect(other.rules).toEqual(['domestic-fixed-from-abroad']);
    await office.expectAllClear();
  });
});
