import type { Transport } from './transport';

const refusals: Readonly<Record<number, string>> = {
  401: 'Asterisk refuses the user or the password (HTTP 401)',
  403: 'Asterisk forbids this user to enter (HTTP 403)',
  404: 'there is no ARI at this address (HTTP 404)',
};

/**
 * Asks for the API description once, before ari-client does: that would hide why it is refused, and wait for ever for
 * a server that accepts and says nothing. Rejects with the reason in words.
 */
export async function knock(transport: Transport, url: string): Promise<void> {
  const { status, data } = await transport.send({
    method: 'GET',
    url: new URL('/ari/api-docs/resources.json', url).href,
  });
  if (status === 200) return;
  throw new Error(refusals[status] ?? (status === 0 ? data : `Asterisk's HTTP server answers ${status}`));
}
