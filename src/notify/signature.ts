import { createHmac } from 'node:crypto';

/**
 * The headers by which a receiver knows that a webhook is ours, and whether it had it before, as the Standard Webhooks
 * specification 1.0 lays down (https://www.standardwebhooks.com): an id that every attempt repeats, the second of sending,
 * and an HMAC-SHA256 of both and the body. Libraries for receivers exist in most languages.
 *
 * @param secret `whsec_` and Base64, as the specification has it; of anything else the bytes of the text are the key
 * @param now epoch milliseconds
 */
export function webhookHeaders(id: string, body: string, secret: string | null, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const named = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (secret === null) return named;
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { ...named, 'webhook-signature': `v1,${signature}` };
}

function keyOf(secret: string): Buffer {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret) ?? [];
  return encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64');
}
