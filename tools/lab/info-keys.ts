import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { headerValues, type SipMessage } from './sip-trace';

/**
 * Keys by SIP INFO (`application/dtmf-relay`), as gateways without RFC 4733 send them. They go past SIPp, from a port of
 * their own: Asterisk finds the dialogue by Call-ID and tags.
 */

const KEY_MILLISECONDS = 160;
const PATIENCE = 5_000;

/**
 * Presses keys in the answered call whose messages these are; resolves when the last is acknowledged. `nextCount` gives
 * the CSeq of each: after SIPp's INVITE, which is 1, and before its BYE, which is 1000.
 */
export async function pressByInfo(
  messages: readonly SipMessage[],
  from: string,
  keys: string,
  nextCount: () => number,
): Promise<void> {
  const dialogue = readDialogue(messages);
  const socket = createSocket('udp4').bind(0, from);
  await once(socket, 'listening');
  const here = `${from}:${socket.address().port}`;
  try {
    for (const key of keys) {
      const answer = once(socket, 'message', { signal: AbortSignal.timeout(PATIENCE) });
      socket.send(infoRequest(dialogue, here, nextCount(), key), dialogue.port, dialogue.address);
      const [status = ''] = String((await answer)[0]).split('\r\n', 1);
      if (!status.startsWith('SIP/2.0 200')) throw new Error(`the key ${key} by INFO: ${status}`);
    }
  } finally {
    socket.close();
  }
}

interface Dialogue {
  readonly callId: string;
  readonly from: string;
  readonly to: string;
  /** Contact of the other side: where requests within the call go. */
  readonly target: string;
  readonly address: string;
  readonly port: number;
}

function readDialogue(messages: readonly SipMessage[]): Dialogue {
  const invite = messages.find(({ method, direction }) => method === 'INVITE' && direction === 'sent');
  const answer = messages.find(({ status, transaction }) => status === 200 && transaction === 'INVITE');
  if (invite === undefined || answer === undefined) throw new Error('no keys by INFO: the call is not answered');
  const header = (name: string) => headerValues(answer, name)[0] ?? '';
  const [, target = '', address = '', port = '5060'] =
    /<(sips?:(?:[^@>]+@)?([\d.]+)(?::(\d+))?[^>]*)>/.exec(header('Contact')) ?? [];
  return { callId: invite.callId, from: header('From'), to: header('To'), target, address, port: Number(port) };
}

function infoRequest(dialogue: Dialogue, here: string, count: number, key: string): string {
  const body = `Signal=${key}\r\nDuration=${KEY_MILLISECONDS}\r\n`;
  return [
    `INFO ${dialogue.target} SIP/2.0`,
    `Via: SIP/2.0/UDP ${here};branch=z9hG4bK${randomBytes(8).toString('hex')}`,
    `From: ${dialogue.from}`,
    `To: ${dialogue.to}`,
    `Call-ID: ${dialogue.callId}`,
    `CSeq: ${count} INFO`,
    'Max-Forwards: 70',
    'Content-Type: application/dtmf-relay',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}
