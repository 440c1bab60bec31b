import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { messageOf } from '../errors';
import { type Attempt, failed } from './attempt';
import { webhookHeaders } from './signature';

export interface OutgoingWebhook {
  readonly id: string;
  readonly url: string;
  readonly body: string;
}

/** Statuses of the client's making that another time may be better: time-out, too early, too many. */
const passing = new Set([408, 425, 429]);

/**
 * One attempt to post JSON: a connection of its own, closed afterwards. Redirections are not followed: what is told of
 * callers goes where the operator said. Never rejects.
 */
export async function postWebhook(
  { id, url, body }: OutgoingWebhook,
  secret: string | null,
  now: () => number,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    const response = await post(url, body, webhookHeaders(id, body, secret, now()), signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 200 && statusCode < 300) return { ok: true, remark: null };
    const final = statusCode < 500 && !passing.has(statusCode);
    return failed(`HTTP ${statusCode}`, final, readRetryAfter(headers['retry-after'], now()));
  } catch (error) {
    return failed(messageOf(error), false);
  }
}

function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'denwaban',
      },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      // What it says beside its status is of no use to us, and may have no end.
      response.on('error', () => undefined);
      response.destroy();
      resolve(response);
    });
    sending.end(body);
  });
}

/** RFC 9110 §10.2.3: seconds, or a date. In milliseconds from now; `null` where there is none that can be read. */
export function readRetryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return ms > 0 ? ms : null;
}
