import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConfigInput } from '../../src/config/schema';
import { noticesSchema } from '../../src/config/schema/notices';
import { NoticeService, type NoticesEvent } from '../../src/notify/notices';
import { eventually, held, untilHeld } from '../support/handles';
import { type MailServer, startMailServer } from '../support/mail-server';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import { callersNumber, news } from '../unit/notify/news';

/** Notices over real connections: an SMTP server and a webhook receiver on loopback. */

let home: string;
let mail: MailServer;
let hook: WebhookReceiver;
let events: NoticesEvent[];
let heldBefore: number;
const open: NoticeService[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-notices-'));
  heldBefore = held();
  mail = await startMailServer();
  hook = await startWebhookReceiver();
  events = [];
});
afterEach(async () => {
  for (const notices of open.splice(0)) await notices.close();
  await mail.stop();
  await hook.stop();
  await untilHeld(heldBefore);
  rmSync(home, { recursive: true, force: true });
});

type Send = NonNullable<ConfigInput['notices']>['send'];

/** A service whose pauses are as short as chance makes them: 2.5 s after the first failure. */
async function start(send: Send, secret: string | null = null): Promise<NoticeService> {
  const smtp = { host: '127.0.0.1', port: mail.port, security: 'none' as const, from: 'denwaban@example.jp' };
  const config = { notices: noticesSchema.parse({ smtp, send }), language: 'ja' as const, dataDir: home };
  const notices = await NoticeService.open(config, {
    secrets: { smtpPassword: null, webhookSecret: secret },
    now: Date.now,
    chance: () => 1,
    tell: (event) => events.push(event),
  });
  open.push(notices);
  return notices;
}

const office = { office: { mail: ['office@example.jp'] } };
const crm = () => ({ crm: { webhook: hook.url } });
const outbox = () => {
  try {
    return readdirSync(join(home, 'outbox'));
  } catch {
    return [];
  }
};
const untilDelivered = (notices: NoticeService, count: number) =>
  eventually(() => (notices.gauges().delivered === count && outbox().length === 0 ? true : undefined), 20_000);
const untilKept = (count: number) => eventually(() => (outbox().length === count ? true : undefined));

describe('a mail', () => {
  it('arrives, readable, with its recording', async () => {
    const wav = join(home, 'x-message.wav');
    writeFileSync(wav, 'RIFF a voice');
    const notices = await start({
      office: { mail: ['office@example.jp', 'chief@example.jp'], attach: true, numbers: 'full' },
    });
    notices.tell(news({ event: 'message', recording: { path: wav, seconds: 12 } }));
    await untilDelivered(notices, 1);
    const [{ from, to, subject, text, html, messageId, attachments, headers } = {} as never] = mail.mails;
    expect(from).toMatchObject({ name: '電話番', address: 'denwaban@example.jp' });
    expect(to?.map(({ address }) => address)).toEqual(['office@example.jp', 'chief@example.jp']);
    expect(subject).toBe('[電話番] 伝言をお預かりしました: 0698769999 (固定電話)');
    expect(text).toContain('録音      12 秒 (添付)');
    expect(html).toBeUndefined();
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@example\.jp>$/);
    expect(headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ filename: 'recording.wav', mimeType: 'audio/wav' });
    expect(Buffer.from(attachments[0]?.content as ArrayBuffer).toString()).toBe('RIFF a voice');
  });

  it('that the server refuses for good is given up, and the log told', async () => {
    mail.answers.push({ code: 550, text: 'no thanks' });
    const notices = await start(office);
    notices.tell(news());
    await eventually(() => (events.length > 0 ? true : undefined));
    expect(events).toEqual([
      { type: 'notice-dropped', notice: 'office', calls: 1, reason: expect.stringContaining('550 no thanks') },
    ]);
    await untilKept(0);
    expect(notices.gauges()).toEqual({ waiting: 0, delivered: 0, dropped: 1 });
  });

  it('that the server cannot take now is sent again, the same, and the log told of both', async () => {
    mail.answers.push({ code: 421, text: 'later' });
    const notices = await start(office);
    notices.tell(news());
    await untilDelivered(notices, 1);
    expect(mail.attempts).toBe(2);
    expect(events.map(({ type }) => type)).toEqual(['notice-delayed', 'notice-recovered']);
  });

  it('reaches whom the server knows, and the log names the rest', async () => {
    mail.unknown.add('gone@example.jp');
    const notices = await start({ office: { mail: ['gone@example.jp', 'office@example.jp'] } });
    notices.tell(news());
    await untilDelivered(notices, 1);
    expect(mail.mails).toHaveLength(1);
    expect(events).toEqual([
      { type: 'notice-refused-in-part', notice: 'office', reason: expect.stringContaining('no such user') },
    ]);
  });

  it('to a server that hangs keeps neither calls nor other notices nor our leaving waiting', async () => {
    mail.answers.push('hang');
    const notices = await start({ ...office, ...crm() });
    notices.tell(news());
    await eventually(() => (mail.attempts === 1 && hook.posted.length === 1 ? true : undefined));
    const since = performance.now();
    await notices.close();
    expect(performance.now() - since).toBeLessThan(3_500);
    expect(outbox()).toHaveLength(1);
    // Cut off by our leaving: no failure of the server's.
    expect(events).toEqual([]);
  });
});

describe('a webhook', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

  it('is posted once, signed so that its receiver knows us', async () => {
    const notices = await start(crm(), secret);
    notices.tell(news());
    await untilDelivered(notices, 1);
    expect(hook.posted).toHaveLength(1);
    const [{ headers, body } = {} as never] = hook.posted;
    expect(JSON.parse(body)).toMatchObject({
      schema: 1,
      id: headers['webhook-id'],
      type: 'call',
      calls: [{ verdict: 'reject', caller: { masked: '06****9999', number: null } }],
    });
    expect(body).not.toContain(callersNumber);
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  });

  it('is repeated with the same id and content until the receiver is well again', async () => {
    hook.answers.push({ status: 500 }, { status: 503 });
    const notices = await start(crm());
    notices.tell(news());
    await untilDelivered(notices, 1);
    expect(hook.posted).toHaveLength(3);
    expect(new Set(hook.posted.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(hook.posted.map(({ body }) => body)).size).toBe(1);
    const [first, second, third] = hook.posted.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(2_400);
    expect(third - second).toBeGreaterThanOrEqual(4_900);
  });

  it('waits as long as the receiver asks', async () => {
    hook.answers.push({ status: 429, headers: { 'retry-after': '4' } });
    const notices = await start(crm());
    notices.tell(news());
    await untilDelivered(notices, 1);
    const [first, second] = hook.posted.map(({ at }) => at) as [number, number];
    expect(second - first).toBeGreaterThanOrEqual(3_900);
    expect(second - first).toBeLessThan(6_000);
  });

  it.each([404, 400, 401, 301])('that is answered with %i is given up at once', async (status) => {
    hook.answers.push({ status, headers: { location: `${hook.url}/elsewhere` } });
    const notices = await start(crm());
    notices.tell(news());
    await eventually(() => (events.length > 0 ? true : undefined));
    expect(events).toEqual([{ type: 'notice-dropped', notice: 'crm', calls: 1, reason: `HTTP ${status}` }]);
    expect(hook.posted).toHaveLength(1);
  });

  it('to a receiver that hangs ends with our leaving', async () => {
    hook.answers.push('hang');
    const notices = await start(crm());
    notices.tell(news());
    await eventually(() => (hook.posted.length === 1 ? true : undefined));
    await notices.close();
    expect(outbox()).toHaveLength(1);
  });
});

describe('what could not be sent', () => {
  it('survives a restart, for its owner only, and goes out then', async () => {
    hook.answers.push({ status: 500 });
    const first = await start(crm());
    first.tell(news());
    await eventually(() => (events.some(({ type }) => type === 'notice-delayed') ? true : undefined));
    await first.close();
    const [file = ''] = outbox();
    expect(statSync(join(home, 'outbox', file)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'outbox')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(home, 'outbox', file), 'utf8')).not.toContain(callersNumber);

    const second = await start(crm());
    await untilDelivered(second, 1);
    expect(hook.posted[1]?.headers['webhook-id']).toBe(hook.posted[0]?.headers['webhook-id']);
  });

  it('survives one while it gathers, and goes on gathering', async () => {
    const hourly = { crm: { ...crm().crm, delivery: 'every 60m' } };
    const first = await start(hourly);
    first.tell(news());
    first.tell(news());
    await first.close();
    expect(outbox()).toHaveLength(1);

    const second = await start(hourly);
    second.tell(news());
    await pause(50);
    expect(second.gauges()).toEqual({ waiting: 1, delivered: 0, dropped: 0 });
    await second.close();
    expect(JSON.parse(readFileSync(join(home, 'outbox', outbox()[0] ?? ''), 'utf8')).accounts).toHaveLength(3);
  });

  it('goes nowhere when its notice is no longer configured', async () => {
    const first = await start({ crm: { ...crm().crm, delivery: 'every 60m' } });
    first.tell(news());
    await first.close();
    await start(office);
    await untilKept(0);
    expect(events).toEqual([{ type: 'notice-dropped', notice: 'crm', calls: 1, reason: 'no longer configured' }]);
  });

  it('goes out also where the disk keeps nothing; the log is told once', async () => {
    writeFileSync(join(home, 'outbox'), 'in the way');
    const notices = await start(crm());
    for (let call = 0; call < 3; call += 1) notices.tell(news());
    await eventually(() => (hook.posted.length === 3 ? true : undefined));
    await notices.close();
    expect(events).toEqual([{ type: 'outbox-degraded', reason: expect.stringContaining('EEXIST') }]);
  });

  it('and is no parcel is removed; the log is told', async () => {
    const first = await start({ crm: { ...crm().crm, delivery: 'every 60m' } });
    first.tell(news());
    await first.close();
    writeFileSync(join(home, 'outbox', outbox()[0] ?? ''), '{"schema": 9}');
    await start(crm());
    expect(events).toEqual([{ type: 'outbox-damaged', file: expect.stringMatching(/\.json$/) }]);
    expect(outbox()).toEqual([]);
  });
});

describe('an alert', () => {
  it('goes out at once and to everybody, whatever the notice says', async () => {
    const notices = await start({ crm: { ...crm().crm, delivery: 'daily 18:00', when: { verdicts: [], events: [] } } });
    notices.tell(news());
    notices.tell(news({ alert: true }));
    await untilDelivered(notices, 1);
    expect(JSON.parse(hook.posted[0]?.body ?? '')).toMatchObject({ type: 'call', calls: [{ alert: true }] });
  });
});

describe('a burst of a thousand calls', () => {
  it('costs each call microseconds, and its receiver a measure of notices', async () => {
    const notices = await start({ crm: { ...crm().crm, mostPerHour: 5 } });
    const told = news();
    const took: number[] = [];
    for (let call = 0; call < 1_000; call += 1) {
      const since = performance.now();
      notices.tell(told);
      took.push((performance.now() - since) * 1_000);
    }
    took.sort((one, other) => one - other);
    const [median = 0, worst = 0] = [took[500], took[999]];
    process.stdout.write(`tell: median ${median.toFixed(2)} µs, worst ${worst.toFixed(0)} µs\n`);
    expect(median).toBeLessThan(20);
    const settled = JSON.stringify({ waiting: 1, delivered: 5, dropped: 0 });
    await eventually(() => (JSON.stringify(notices.gauges()) === settled ? true : undefined));
    await notices.close();
    const kept = JSON.parse(readFileSync(join(home, 'outbox', outbox()[0] ?? ''), 'utf8'));
    expect(kept.accounts.length + kept.omitted).toBe(995);
  });
});
