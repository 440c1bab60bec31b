import { createServer } from 'node:net';
import { splitAddress } from '../config/listen-address';
import { type AgiDoor, Conversation } from './conversation';

/** The FastAGI door, open. */
export interface AgiServer {
  gauges(): { readonly questions: number };
  /** Ends the listener. Conversations under way come to their end, which is a matter of seconds at most. */
  close(): Promise<void>;
}

/** Far more than an office has calls at a time; whoever comes on top is let through by the dialplan. */
const mostConnections = 64;

/**
 * Answers dialplans that ask for a verdict: FastAGI's `AGI("agi://ADDRESS/screen?EVIDENCE")`.
 *
 * @param listen `address:port`; an IPv6 address stands in brackets
 * @throws the listener's error, when the address cannot be taken
 */
export async function serveAgi(listen: string, door: AgiDoor): Promise<AgiServer> {
  let questions = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    questions += 1;
    void new Conversation(socket, door).hold().finally(() => {
      questions -= 1;
    });
  });
  server.maxConnections = mostConnections;
  server.on('drop', () => door.log.warn('agi-crowded', { most: mostConnections }));
  const { host, port } = splitAddress(listen);
  await new Promise<void>((resolve, reject) => {
    // Stays: a connection that cannot be accepted later on (no file descriptor is left) costs that connection only.
    server.on('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    gauges: () => ({ questions }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
}
