import { once } from 'node:events';
import { join } from 'node:path';
import { AsteriskPbx } from '../../src/pbx/asterisk/asterisk-pbx';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { type Call, placeCall } from '../../tools/lab/call';
import { dialOut, startOutside } from '../../tools/lab/dial-out';
import { type OfficePhone, startOfficePhone } from '../../tools/lab/office-phone';
import { type Ears, listen } from '../conformance/pbx-ears';
import { pbxOptions } from '../support/pbx-options';
import { startTypeScript } from '../support/typescript-process';

/** What asterisk-conf/extensions-denwaban.conf does by itself, whatever the service is or does. */

let asterisk: AsteriskInstance;
let ears: Ears;
const leaving: (() => Promise<void>)[] = [];

beforeAll(async () => {
  asterisk = await startAsterisk({ configuration: join(__dirname, '../../asterisk-conf') });
}, 30_000);
afterAll(() => asterisk.stop());

beforeEach(() => {
  ears = listen();
});
afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave();
  await asterisk.untilNoChannels();
});

async function startClient(): Promise<AsteriskPbx> {
  const pbx = new AsteriskPbx(pbxOptions(asterisk, 60_000));
  leaving.push(() => pbx.stop());
  await pbx.start(ears.hear);
  return pbx;
}

/** A service of its own that is connected, and stands still from then on. */
async function startFrozenService(): Promise<void> {
  const service = startTypeScript(
    `const { AsteriskPbx } = require(process.argv[1]);
     new AsteriskPbx(JSON.parse(process.argv[2])).start(() => undefined).then(() => console.log('connected'));`,
    join(__dirname, '../../src/pbx/asterisk/asterisk-pbx.ts'),
    JSON.stringify(pbxOptions(asterisk, 60_000)),
  );
  await once(service.stdout, 'data');
  service.kill('SIGSTOP');
  leaving.push(async () => {
    service.kill('SIGKILL');
    await once(service, 'exit');
  });
}

const services = {
  absent: async () => undefined,
  frozen: startFrozenService,
  alive: startClient,
} as const;

describe('the end of a call', () => {
  async function phoneThat(manners: { readonly ringFor?: number; readonly talkFor?: number }): Promise<OfficePhone> {
    const phone = await startOfficePhone({ at: asterisk.officePhone, ...manners });
    leaving.push(() => phone.stop());
    return phone;
  }

  function ring(): Promise<Call> {
    const fromHeader = 'From: <sip:0312340000@carrier.example>';
    return placeCall({ from: '127.0.1.10', to: asterisk, called: '0312345678', fromHeader });
  }

  /** The only call's end, as the client heard it. */
  async function told(channel: string): Promise<boolean> {
    const { answered } = await ears.until('ended', (event) => event.channel === channel);
    await asterisk.untilNoChannels();
    expect(ears.all('ended')).toHaveLength(1);
    return answered;
  }

  it.each([
    ['that the office took', [], { talkFor: 50 }, true],
    ['that the office took after a challenge', ['answer'], { talkFor: 50 }, true],
    ['that rang in vain', [], { ringFor: 60_000 }, false],
    ['that rang in vain after a challenge', ['answer'], { ringFor: 60_000 }, false],
  ] as const)('%s is told', async (_what, before, manners, answered) => {
    const phone = await phoneThat(manners);
    const pbx = await startClient();
    const call = await ring();
    const { channel } = await ears.until('arrived');
    for (const command of before) await pbx[command](channel);
    await pbx.continueAt(channel, 'denwaban-allow', 's');
    await phone.untilRung();
    if (!answered) await call.hangUp();
    await call.result;
    expect(await told(channel)).toBe(answered);
  });

  it('that was rejected is told', async () => {
    const pbx = await startClient();
    const call = await ring();
    const { channel } = await ears.until('arrived');
    await pbx.continueAt(channel, 'denwaban-reject', '607');
    expect((await call.result).finalCode).toBe(607);
    expect(await told(channel)).toBe(false);
  });

  it('that the lease freed is told', async () => {
    await phoneThat({ talkFor: 50 });
    await startClient();
    const call = await ring();
    const { channel } = await ears.until('arrived');
    expect((await call.result).connected).toBe(true);
    expect(await told(channel)).toBe(true);
  });

  it('of a call that came while no service was there is nobody’s news', async () => {
    const phone = await phoneThat({ ringFor: 60_000 });
    const call = await ring();
    await phone.untilRung();
    await startClient();
    await call.hangUp();
    await asterisk.untilNoChannels();
    expect(ears.count()).toBe(1);
    expect(ears.order('connected')).toEqual(['connected']);
  });

  it('leaves no channel behind when the service froze meanwhile', async () => {
    const phone = await phoneThat({ ringFor: 60_000 });
    const pbx = await startClient();
    const call = await ring();
    const { channel } = await ears.until('arrived');
    await pbx.continueAt(channel, 'denwaban-allow', 's');
    await phone.untilRung();
    await pbx.stop();
    await startFrozenService();
    await call.hangUp();
    await asterisk.untilNoChannels();
  });
});

describe('a caller’s name', () => {
  // What ExecIf() takes for the application of its other branch.
  it.each(['x):Hangup(', 'x):Set(CALLERID(name)=forged', 'x):Goto(denwaban-reject,603,1', 'x,1)?y:z&|'])(
    'is told as it is and runs nothing: %s',
    async (name) => {
      const phone = await startOfficePhone({ at: asterisk.officePhone, talkFor: 50 });
      leaving.push(() => phone.stop());
      const fromHeader = `From: "${name}" <sip:0312340000@carrier.example>`;
      const call = await placeCall({ from: '127.0.1.10', to: asterisk, called: '0312345678', fromHeader });
      expect((await call.result).connected).toBe(true);
      await asterisk.untilNoChannels();
      expect((await asterisk.readCdr()).at(-1)?.userField).toBe('denwaban OPEN service-absent');
      expect(phone.invites()[0]?.text).toContain(`From: "${name}" <`);
    },
  );
});

describe('a call that the office makes', () => {
  let outside: OfficePhone;
  beforeEach(async () => {
    outside = await startOutside(asterisk, { talkFor: 50 });
  });
  afterEach(() => outside.stop());

  /** Milliseconds from the telephone's INVITE to the trunk's. */
  async function dial(number: string): Promise<number> {
    const before = outside.invites().length;
    const { connected, sent } = await (await dialOut(asterisk, number)).result;
    expect(connected).toBe(true);
    const [invite] = outside.invites().slice(before);
    expect(invite?.text).toMatch(`INVITE sip:${number}@`);
    return (invite?.at ?? 0) - (sent[0]?.at ?? 0);
  }

  /** An idle machine needs five milliseconds, two of them for the notice. */
  const promptly = 300;

  it.each(['absent', 'frozen', 'alive'] as const)('goes out at once while the service is %s', async (state) => {
    await services[state]();
    const recorded = (await asterisk.readCdr()).length;
    for (const number of ['110', '0312345678']) expect(await dial(number)).toBeLessThan(promptly);
    await asterisk.untilNoChannels();
    const contexts = (await asterisk.readCdr()).slice(recorded).map(({ context }) => context);
    expect(contexts).toEqual(['office-outbound', 'office-outbound']);
  });

  it.each(['110', '0312345678', '+81312345678', '*67'])(
    'to %s is told, by a notice that goes by itself',
    async (number) => {
      const pbx = await startClient();
      await dial(number);
      const { channel, args } = await ears.until('arrived');
      expect(args).toEqual(['dialled', number]);
      await ears.until('left', (event) => event.channel === channel);
      expect(ears.all('arrived')).toHaveLength(1);
      expect(await pbx.waitingChannels()).toEqual([]);
    },
  );

  it('goes out where notices cannot be made', async () => {
    await asterisk.cli('module unload app_originate.so');
    leaving.push(async () => void (await asterisk.cli('module load app_originate.so')));
    expect(await dial('110')).toBeLessThan(promptly);
  });
});
