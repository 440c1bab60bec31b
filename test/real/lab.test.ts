import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { placeCall } from '../../tools/lab/call';
import { openHandset } from '../../tools/lab/handset';
import { type OfficePhone, startOfficePhone } from '../../tools/lab/office-phone';
import { learnPrompts } from '../../tools/lab/prompt-ear';
import { type RedisInstance, startRedis } from '../../tools/lab/redis';
import { headerValues } from '../../tools/lab/sip-trace';
import { createWorkspace } from '../../tools/lab/workspace';

/** The laboratory itself: what the other tests of this folder rely on. */

const configuration = join(__dirname, '..', '..', 'asterisk-conf');
const prompts = learnPrompts(join(configuration, 'sounds', 'ja'));
const trunk = '127.0.1.10';
const fromHeader = 'From: <sip:0312340000@carrier.example>';

/** Says a seven, reads one digit, and refuses the call with it: 607 for a seven. Numbers ring the office. */
const dialplan = `
[from-hikari]
exten => early,1,Progress()
 same => n,Goto(menu,s,1)
exten => answered,1,Answer()
 same => n,Goto(menu,s,1)
exten => _X.,1,Dial(PJSIP/office-phone,30)
[menu]
exten => s,1,Set(CHANNEL(language)=ja)
 same => n,Read(DIGIT,denwaban/digit-7,1,n,1,10)
 same => n,Set(CDR(userfield)=pressed \${DIGIT})
 same => n,PJSIPHangup(60\${DIGIT})
`;

let asterisk: AsteriskInstance;
let other: AsteriskInstance;
let redis: RedisInstance;
let phone: OfficePhone;

beforeAll(async () => {
  [asterisk, other, redis] = await Promise.all([
    startAsterisk({ configuration, files: { 'extensions.conf': dialplan } }),
    startAsterisk({ configuration }),
    startRedis(),
  ]);
  await asterisk.cli('module load app_read.so');
  phone = await startOfficePhone({ at: asterisk.officePhone });
}, 60_000);

afterAll(async () => {
  await Promise.all([phone?.stop(), asterisk?.stop(), other?.stop(), redis?.stop()]);
});

describe('Asterisk', () => {
  test('two run side by side, each with its own password', async () => {
    const status = async (instance: AsteriskInstance, password: string) => {
      const authorization = `Basic ${Buffer.from(`${instance.ariUser}:${password}`).toString('base64')}`;
      return (await fetch(`${instance.ariUrl}/ari/asterisk/info`, { headers: { authorization } })).status;
    };
    expect(await status(asterisk, asterisk.ariPassword)).toBe(200);
    expect(await status(other, other.ariPassword)).toBe(200);
    expect(await status(other, asterisk.ariPassword)).toBe(401);
  });

  test('comes back at the same address after a crash', async () => {
    await other.kill();
    expect(other.isRunning()).toBe(false);
    await other.start();
    expect(await other.channelCount()).toBe(0);
  }, 30_000);

  test('frozen it answers nothing, thawed it answers again', async () => {
    const ask = () => fetch(`${other.ariUrl}/ari/asterisk/info`, { signal: AbortSignal.timeout(500) });
    other.freeze();
    await expect(ask()).rejects.toThrow('timeout');
    other.thaw();
    expect((await ask()).status).toBe(401);
  });
});

describe('a caller', () => {
  test.each(['early', 'answered'])('hears the digit to press and presses it, %s', async (called) => {
    const handset = await openHandset(trunk, prompts);
    const call = await placeCall({ from: trunk, to: asterisk, called, fromHeader, handset });
    await handset.heard(['digit-7']);
    await handset.press('7');
    const result = await call.result;
    expect(handset.everythingHeard()).toEqual(['digit-7']);
    handset.close();
    expect(result.finalCode).toBe(called === 'early' ? 607 : 200);
    expect(result.endedBy).toBe('callee');
    expect((await asterisk.readCdr()).at(-1)?.userField).toBe('pressed 7');
  });

  test('sends its header lines as they stand', async () => {
    const headers = ['X-Folded: one,\r\n "two"', 'P-Asserted-Identity: "山田, \\"太郎\\"" <tel:+81312340000>'];
    const call = await placeCall({
      from: trunk,
      to: asterisk,
      called: '0398760000',
      fromHeader: 'f: 山田 <sip:a@b.example>',
      headers,
    });
    await call.untilAnswer(200);
    const { sent } = await call.hangUp();
    expect(sent[0]?.text).toContain(`\r\n${headers.join('\r\n')}\r\n`);
    expect(sent[0]?.text).toContain('\r\nf: 山田 <sip:a@b.example>;tag=');
    const [seenByOffice] = phone
      .invites()
      .slice(-1)
      .flatMap((invite) => headerValues(invite, 'From'));
    expect(seenByOffice).toContain('山田');
  });

  test('hangs up before the office answers, and after', async () => {
    const slow = await startOfficePhone({ at: other.officePhone, ringFor: 60_000 });
    const before = await placeCall({ from: trunk, to: other, called: '0398760000', fromHeader });
    await slow.untilRung();
    expect(await before.hangUp()).toMatchObject({ connected: false, finalCode: 487, endedBy: 'caller' });
    expect(slow.answeredCalls()).toBe(0);
    await slow.stop();

    const handset = await openHandset(trunk);
    const after = await placeCall({ from: trunk, to: asterisk, called: '0398760000', fromHeader, handset });
    await handset.hearsEcho();
    handset.close();
    expect(await after.hangUp()).toMatchObject({ connected: true, finalCode: 200, endedBy: 'caller' });
  });
});

test('the office hangs up', async () => {
  const brief = await startOfficePhone({ at: other.officePhone, talkFor: 100 });
  const call = await placeCall({ from: trunk, to: other, called: '0398760000', fromHeader });
  expect(await call.result).toMatchObject({ connected: true, endedBy: 'callee' });
  expect(brief.answeredCalls()).toBe(1);
  await brief.stop();
});

test('Redis freezes, thaws, dies and comes back', async () => {
  const port = Number(new URL(redis.url).port);
  const ping = () =>
    new Promise<string>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
      const settle = (answer: string) => {
        resolve(answer);
        socket.destroy();
      };
      socket.setTimeout(300, () => settle('nothing'));
      socket.once('data', (data) => settle(data.toString().trim()));
      socket.once('error', () => settle('refused'));
    });
  expect(await ping()).toBe('+PONG');
  redis.freeze();
  expect(await ping()).toBe('nothing');
  redis.thaw();
  expect(await ping()).toBe('+PONG');
  await redis.kill();
  expect(await ping()).toBe('refused');
  const risen = await startRedis(port);
  expect(await ping()).toBe('+PONG');
  await risen.stop();
});

test('a workspace takes its programs and its folder with it', async () => {
  const workspace = await createWorkspace('lab-test');
  const program = workspace.start(['sleep', '3600']);
  await workspace.dispose();
  expect(await program.ended).toBe('SIGKILL');
  expect(existsSync(workspace.folder)).toBe(false);
});
