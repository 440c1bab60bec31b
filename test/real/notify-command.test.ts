import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFile, type MailServer, startMailServer } from '../support/mail-server';
import { register } from '../support/typescript-process';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

/** `denwaban notify test` as a process of its own, against a real mail server that wants a log-in over STARTTLS. */

const login = { user: 'denwaban', password: 'open sesame' };
let home: string;
let mail: MailServer;
let hook: WebhookReceiver;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-notify-'));
  mail = await startMailServer(login);
  hook = await startWebhookReceiver();
});
afterEach(async () => {
  await mail.stop();
  await hook.stop();
  rmSync(home, { recursive: true });
});

const program = `
  const { run } = require(${JSON.stringify(join(__dirname, '../../src/cli/program.ts'))});
  const { processIo } = require(${JSON.stringify(join(__dirname, '../../src/cli/io.ts'))});
  run(process.argv.slice(1), processIo()).then((code) => { process.exitCode = code; });
`;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function notifyTest(send: object, { env = {}, args = [] as string[], smtp = {} } = {}): Promise<Ended> {
  const from = 'denwaban@example.jp';
  const notices = { smtp: { host: 'localhost', port: mail.port, user: login.user, from, ...smtp }, send };
  const config = join(home, 'denwaban.yaml');
  writeFileSync(config, JSON.stringify({ dataDir: home, notices }));
  const argv = ['notify', 'test', '--lang', 'en', '--config', config, ...args];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['-e', register + program, '--', ...argv],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile, DENWABAN_SMTP_PASSWORD: login.password, ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const office = { office: { mail: ['office@example.jp'] } };

it('sends one sample through each notice, encrypted and logged in', async () => {
  const { code, out, err } = await notifyTest({ ...office, crm: { webhook: hook.url } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`office: sent (office@example.jp)\ncrm: sent (${new URL(hook.url).host})\n`);
  expect(mail).toMatchObject({ logins: ['denwaban'], encrypted: [true] });
  expect(mail.mails[0]?.subject).toBe('[電話番] 【試験】電話をお断りしました: 03****5678 (固定電話)');
  expect(mail.mails[0]?.text).toMatch(/^これは `denwaban notify test` の試験です/);
  expect(JSON.parse(hook.posted[0]?.body ?? '')).toMatchObject({ type: 'test', notice: 'crm' });
});

it.each<[string, Parameters<typeof notifyTest>[1], string]>([
  ['a wrong password', { env: { DENWABAN_SMTP_PASSWORD: 'guess' } }, 'office: Invalid login: 535'],
  ['a certificate that nobody vouches for', { env: { NODE_EXTRA_CA_CERTS: '' } }, 'office: self-signed certificate'],
  ['a port where nobody listens', { smtp: { port: 1 } }, 'ECONNREFUSED'],
  ['a missing password', { env: { DENWABAN_SMTP_PASSWORD: '' } }, 'DENWABAN_SMTP_PASSWORD_MISSING'],
])('fails with exit code 2 and the reason for %s', async (_, circumstances, reason) => {
  const { code, err } = await notifyTest(office, circumstances);
  expect(code).toBe(2);
  expect(err).toContain(reason);
  expect(mail.attempts).toBe(0);
});

it('never sends a password where encryption was asked for and is not to be had', async () => {
  await mail.stop();
  mail = await startMailServer();
  const { code, err } = await notifyTest(office);
  expect(code).toBe(2);
  expect(err).toContain('STARTTLS');
  expect(mail.attempts).toBe(0);
});

it('says with --json which arrived and which did not', async () => {
  hook.answers.push({ status: 404 });
  const { code, out, err } = await notifyTest({ ...office, crm: { webhook: hook.url } }, { args: ['--json'] });
  expect(code).toBe(2);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { notice: 'office', to: 'office@example.jp', ok: true, reason: null },
    { notice: 'crm', to: new URL(hook.url).host, ok: false, reason: 'HTTP 404' },
  ]);
  expect(err).toContain('DENWABAN_NOTICES_FAILED');
  expect(err).toContain('crm: HTTP 404');
});

it('has nothing to send where nothing is configured', async () => {
  const { code, err } = await notifyTest({});
  expect(code).toBe(2);
  expect(err).toContain('DENWABAN_NOTICES_NONE');
});
