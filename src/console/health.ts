import { createServer, type Server } from 'node:http';
import { splitAddress } from '../config/listen-address';

/** What the health page tells. `ok` decides between 200 and 503. */
export interface Health {
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

export interface HealthPage {
  /** Ends the listener and every connection. */
  close(): Promise<void>;
}

/**
 * Serves `GET /health` as JSON, for systemd, Docker and monitoring.
 *
 * @param listen `address:port`; an IPv6 address stands in brackets
 * @throws the listener's error, when the address cannot be taken
 */
export async function serveHealth(listen: string, health: () => Health): Promise<HealthPage> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/health') {
      response.writeHead(404).end();
      return;
    }
    const state = health();
    response.writeHead(state.ok ? 200 : 503, { 'Content-Type': 'application/json' });
    response.end(`${JSON.stringify(state)}\n`);
  });
  const { host, port } = splitAddress(listen);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
