import { z } from 'zod';
import { say, verdict } from './fields';

/** Notices (着信お知らせ): what people outside the telephone room are told of calls, and how. */

/** What can be told beside verdicts. */
export const noticeEvents = ['message', 'proven-spoof', 'failed-open', 'staff'] as const;

/** One address without a name: nothing in it can end the header line or begin another address. */
const mailAddress = z.string().regex(/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,190}$/, 'mail-address');

const smtpSchema = z
  .strictObject({
    host: z
      .string()
      .regex(/^(\[[0-9a-fA-F:]+\]|[\w.-]+)$/, 'host')
      .describe(say('メールサーバー (SMTP)', 'mail server (SMTP)')),
    security: z
      .enum(['starttls', 'tls', 'none'])
      .default('starttls')
      .describe(
        say(
          'starttls: 平文でつないでから暗号化 (ポート 587)、tls: 初めから暗号化 (465)、none: 暗号化しない (25)。証明書はいつも確かめる',
          'starttls: encrypted after connecting (port 587); tls: from the start (465); none: not encrypted (25). Certificates are always checked',
        ),
      ),
    port: z
      .number()
      .int()
      .min(1)
      .max(65_535)
      .nullable()
      .default(null)
      .describe(say('ポート。null は security に応じた番号', 'port; null: the usual one for that security')),
    user: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .describe(
        say(
          'ユーザー名。null は認証なし。パスワードは環境変数 DENWABAN_SMTP_PASSWORD で渡す',
          'user; null: no log-in. Its password comes from DENWABAN_SMTP_PASSWORD',
        ),
      ),
    from: mailAddress.describe(say('差出人のアドレス', 'address the mails come from')),
  })
  .refine(({ user, security, host }) => user === null || security !== 'none' || isLoopback(host), {
    path: ['security'],
    message: 'password-unencrypted',
  })
  .nullable()
  .default(null)
  .describe(say('お知らせのメールを送るサーバー', 'the server that sends notices by mail'));

const whenSchema = z
  .strictObject({
    verdicts: z.array(verdict).default(['reject']).describe(say('この判定の電話', 'calls with one of these verdicts')),
    events: z
      .array(z.enum(noticeEvents))
      .default(['message', 'proven-spoof'])
      .describe(
        say(
          'message: 伝言が残された、proven-spoof: 掛け直しでなりすましと分かった、failed-open: 判定できずに通した、staff: 名乗りを聞いた人が応対を決めた',
          'message: a message was left; proven-spoof: calling back proved a forged number; failed-open: let through unjudged; staff: whoever heard the stated name decided',
        ),
      ),
  })
  .prefault({})
  .describe(
    say(
      'どの電話を知らせるか。challenge.choices の alert はいつもただちに知らせる',
      'of which calls it tells; alerts (challenge.choices) are always told, and at once',
    ),
  );

const noticeSchema = z
  .strictObject({
    mail: z
      .array(mailAddress)
      .min(1)
      .max(20)
      .optional()
      .describe(say('メールの宛先 (webhook とどちらか一方)', 'mail: to these addresses (either this or webhook)')),
    webhook: z
      .url({ protocol: /^https?$/, error: 'http-url' })
      .max(1000)
      .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), 'webhook-with-password')
      .optional()
      .describe(
        say(
          'JSON を POST する URL。DENWABAN_WEBHOOK_SECRET があれば署名する',
          'URL that JSON is posted to; signed if DENWABAN_WEBHOOK_SECRET is set',
        ),
      ),
    when: whenSchema,
    delivery: z
      .string()
      .regex(/^(at-once|daily ([01]\d|2[0-3]):[0-5]\d|every [1-9]\d{0,3}m)$/, 'notice-delivery')
      .default('at-once')
      .describe(
        say(
          'at-once: そのつど、daily 18:00: 毎日この時刻にまとめて、every 60m: この間隔 (分) でまとめて',
          'at-once: each by itself; daily 18:00: gathered, at this time of day; every 60m: gathered for so many minutes',
        ),
      ),
    mostPerHour: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .describe(
        say(
          'そのつど送る数の上限 (1時間あたり)。超えた分はまとめて 1 通にする',
          'how many are sent one by one in an hour; what comes on top is gathered into one',
        ),
      ),
    numbers: z
      .enum(['masked', 'full'])
      .default('masked')
      .describe(
        say('masked: 番号の一部を伏せる、full: すべて書く', 'masked: part of each number is hidden; full: shown'),
      ),
    attach: z
      .boolean()
      .default(false)
      .describe(
        say(
          '名乗りや伝言の録音を添えるか (そのつど送るものだけ)',
          'whether recordings are attached (not when gathered)',
        ),
      ),
    language: z
      .enum(['ja', 'en'])
      .nullable()
      .default(null)
      .describe(say('お知らせの言語。null は language と同じ', 'language of the notice; null: as language')),
    lookUp: z
      .string()
      .max(500)
      .refine((template) => isLookUp(template), 'look-up-url')
      .nullable()
      .default(null)
      .describe(
        say(
          '番号を調べるリンク。{number} に番号が入る (numbers: full のときだけ)。null は無し',
          'link that looks the number up; {number} stands for it (only with numbers: full); null: none',
        ),
      ),
  })
  .refine(({ mail, webhook }) => (mail === undefined) !== (webhook === undefined), 'one-of-mail-webhook')
  .describe(say('お知らせの宛先と内容', 'where a notice goes, and what it says'));

export const noticesSchema = z
  .strictObject({
    smtp: smtpSchema,
    send: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'notice-name'), noticeSchema)
      .default({})
      .describe(say('お知らせの名前 → 宛先と内容', 'name of a notice → where it goes and what it says')),
  })
  .superRefine(({ smtp, send }, context) => {
    if (smtp !== null) return;
    for (const [name, { mail }] of Object.entries(send)) {
      if (mail !== undefined) {
        context.addIssue({ code: 'custom', path: ['send', name, 'mail'], message: 'mail-without-smtp' });
      }
    }
  })
  .prefault({})
  .describe(
    say('着信お知らせ。書かなければ何も送らない', 'notices of calls by mail or webhook; none unless configured'),
  );

export type NoticesConfig = z.infer<typeof noticesSchema>;
export type NoticeConfig = z.infer<typeof noticeSchema>;
export type SmtpConfig = NonNullable<NoticesConfig['smtp']>;

/** A password may pass unencrypted only where nobody can listen. */
function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

function isLookUp(template: string): boolean {
  return /^https?:\/\//.test(template) && template.includes('{number}') && URL.canParse(template);
}
