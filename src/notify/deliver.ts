import { readFile } from 'node:fs/promises';
import type { NoticeConfig, SmtpConfig } from '../config/schema/notices';
import type { Language } from '../text/language';
import type { Account } from './account';
import { type Attempt, failed } from './attempt';
import { composeMail } from './compose-mail';
import { composePayload } from './compose-payload';
import { sendMail } from './mail-door';
import type { Parcel } from './parcel';
import { phrases } from './phrases';
import { postWebhook } from './webhook-door';

/** One notice with all it needs to go out. */
export interface Addressed {
  readonly name: string;
  readonly config: NoticeConfig;
  readonly language: Language;
  readonly smtp: SmtpConfig | null;
}

export interface NoticeSecrets {
  readonly smtpPassword: string | null;
  readonly webhookSecret: string | null;
}

/** Whom a notice reaches, for people: addresses, or the host of the URL, whose path may be as good as a password. */
export function recipientOf({ mail, webhook }: NoticeConfig): string {
  return mail?.join(', ') ?? new URL(webhook ?? '').host;
}

/** One attempt: puts the parcel into words and hands it over. Never rejects. */
export async function deliver(
  parcel: Parcel,
  { config, language, smtp }: Addressed,
  { smtpPassword, webhookSecret }: NoticeSecrets,
  now: () => number,
  signal: AbortSignal,
): Promise<Attempt> {
  const { packed, wav } = await packRecording(shownAs(config.numbers, parcel), config.attach);
  const { lookUp } = config;
  const words = composeMail(packed, { language, lookUp, attached: wav !== null });
  const { id } = packed;
  if (config.mail !== undefined && smtp !== null) {
    const mail = { ...words, id, sender: phrases[language].sender, to: config.mail, recording: wav };
    return sendMail(mail, smtp, smtpPassword, signal);
  }
  if (config.webhook === undefined) return failed('no mail server', true);
  const body = JSON.stringify(composePayload({ parcel: packed, words, language, lookUp, wav }));
  return postWebhook({ id, url: config.webhook, body }, webhookSecret, now, signal);
}

/** The setting may have become stricter since the call was told of. */
function shownAs(numbers: NoticeConfig['numbers'], parcel: Parcel): Parcel {
  if (numbers === 'full') return parcel;
  const hide = (account: Account) => ({ ...account, caller: { ...account.caller, number: null } });
  return { ...parcel, accounts: parcel.accounts.map(hide) };
}

/** The recording that travels along; one that is gone by now (its time was over, its caller forgotten) is not told of. */
async function packRecording(parcel: Parcel, attach: boolean): Promise<{ packed: Parcel; wav: Buffer | null }> {
  const [account] = parcel.accounts;
  if (!attach || parcel.gathered || !account?.recording) return { packed: parcel, wav: null };
  try {
    return { packed: parcel, wav: await readFile(account.recording.path) };
  } catch {
    return { packed: { ...parcel, accounts: [{ ...account, recording: null }] }, wav: null };
  }
}
