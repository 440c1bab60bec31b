import type { SmtpConfig } from '../config/schema/notices';
import { messageOf } from '../errors';
import { printable } from '../text/printable';
import { type Attempt, failed } from './attempt';
import type { MailText } from './compose-mail';

export interface OutgoingMail extends MailText {
  /** The same for every attempt: mail systems drop repetitions by it (RFC 5322 §3.6.4). */
  readonly id: string;
  /** What the sender is called. */
  readonly sender: string;
  readonly to: readonly string[];
  /** A WAV file. */
  readonly recording: Buffer | null;
}

/** Sending is given up after so long without a word from the server; all of it after the signal's time. */
const silenceMs = 15_000;

const usualPorts = { tls: 465, starttls: 587, none: 25 } as const;

/** One attempt to hand a mail to the server: one connection, closed afterwards. Never rejects. */
export async function sendMail(
  mail: OutgoingMail,
  smtp: SmtpConfig,
  password: string | null,
  signal: AbortSignal,
): Promise<Attempt> {
  const { host, port, security, user, from } = smtp;
  // Offices without mail need not load it.
  const { createTransport }: typeof import('nodemailer') = require('nodemailer');
  const transport = createTransport({
    host: host.replace(/^\[|\]$/g, ''),
    port: port ?? usualPorts[security],
    secure: security === 'tls',
    // Without it a server, or whoever sits in between, could talk us into sending the password unencrypted.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    dnsTimeout: silenceMs,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: 1_000,
  });
  try {
    const { rejectedErrors = [] } = await transport.sendMail({
      messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      from: { name: mail.sender, address: from },
      to: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      attachments: mail.recording === null ? [] : [attachmentOf(mail.recording)],
      // No "I am away" in answer to a machine (RFC 3834 §5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
    const remark = rejectedErrors.map((error) => printable(messageOf(error))).join('; ');
    return { ok: true, remark: remark === '' ? null : remark };
  } catch (error) {
    return failed(messageOf(error), isFinal(error));
  }
}

function attachmentOf(content: Buffer) {
  return { filename: 'recording.wav', contentType: 'audio/wav', content };
}

/**
 * A server's "no" to this mail (5yz, RFC 5321 §4.2.1) is final. One to our password is not: the operator will mend it,
 * and the mail shall go out then.
 */
function isFinal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const permanent = 'permanent' in error && error.permanent === true;
  return permanent && 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
}
