import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Epoch ms. */
  readonly at: number;
}

/** What a receiver answers; `hang`: nothing. */
export type Answer = { readonly status: number; readonly headers?: Record<string, string> } | 'hang';

export interface WebhookReceiver {
  readonly url: string;
  /** Answers to the next requests, one after the other; afterwards 200. */
  readonly answers: Answer[];
  /** Every request so far. */
  readonly posted: readonly Posted[];
  stop(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const answers: Answer[] = [];
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      posted.push({ headers: request.headers, body, at: Date.now() });
      const answer = answers.shift() ?? { status: 200 };
      if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end('so it is');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/denwaban`,
    answers,
    posted,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
