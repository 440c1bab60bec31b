import { createSocket } from 'node:dgram';
import type { SipMessage } from './sip-trace';

/** Orders to a SIPp that waits in the middle of a call: an INFO of ours, of which SIPp asks only for To and Call-ID. */

const ORDER = 'INFO sip:order@lab';

/** SIP's words for busy and declined; the scenario knows these two. */
export type Refusal = 486 | 603;

/** `answer` and a refusal are for telephones that ring; `hang-up` is for whoever is in a call. */
export type Order = 'answer' | 'hang-up' | Refusal;

export async function orderSipp(
  at: { readonly address: string; readonly port: number },
  callId: string,
  order: Order,
): Promise<void> {
  const request = [
    `${ORDER} SIP/2.0`,
    'To: <sip:order@lab>',
    `Call-ID: ${callId}`,
    'CSeq: 1 INFO',
    `X-Order: ${order}`,
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) =>
    socket.send(request, at.port, at.address, (error) => (error ? reject(error) : resolve())),
  );
  socket.close();
}

/** An order is no part of the call. */
export function isOrder({ text }: SipMessage): boolean {
  return text.startsWith(ORDER);
}
