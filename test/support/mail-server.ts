import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const tls = join(__dirname, '../fixtures/tls');
/** Of the server, for whoever shall trust it; it names localhost and 127.0.0.1. */
export const certificateFile = join(tls, 'localhost.crt');

/** What a server says at the end of a mail; `null`: it takes it. `hang`: it says nothing any more. */
export type Answer = { readonly code: number; readonly text: string } | 'hang' | null;

export interface MailServer {
  readonly port: number;
  /** Answers to the next mails, one after the other; afterwards all are taken. */
  readonly answers: Answer[];
  /** Recipients it does not know. */
  readonly unknown: Set<string>;
  /** Mails that were taken, as an independent reader understands them. */
  readonly mails: readonly Email[];
  /** Every mail that came to its end, taken or not. */
  readonly attempts: number;
  /** Who logged in, and whether mails came encrypted. */
  readonly logins: readonly string[];
  readonly encrypted: readonly boolean[];
  stop(): Promise<void>;
}

/** A real SMTP server on loopback. With `user` and `password` it insists on them, and on STARTTLS before. */
export async function startMailServer(
  login: { readonly user: string; readonly password: string } | null = null,
): Promise<MailServer> {
  const state = {
    answers: [] as Answer[],
    unknown: new Set<string>(),
    mails: [] as Email[],
    attempts: 0,
    logins: [] as string[],
    encrypted: [] as boolean[],
  };
  const server = new SMTPServer({
    authOptional: login === null,
    disabledCommands: login === null ? ['AUTH', 'STARTTLS'] : [],
    key: readFileSync(join(tls, 'localhost.key')),
    cert: readFileSync(certificateFile),
    disableReverseLookup: true,
    closeTimeout: 10,
    onAuth({ username, password }, _session, callback) {
      if (login !== null && username === login.user && password === login.password) {
        state.logins.push(login.user);
        return callback(null, { user: username });
      }
      callback(Object.assign(new Error('authentication failed'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, callback) {
      callback(state.unknown.has(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null);
    },
    onData(stream, { secure }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        state.attempts += 1;
        state.encrypted.push(secure);
        const answer = state.answers.shift() ?? null;
        if (answer === 'hang') return;
        if (answer !== null) return callback(Object.assign(new Error(answer.text), { responseCode: answer.code }));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          state.mails.push(mail);
          callback(null);
        });
      });
    },
  });
  // Clients that break off are part of the tests.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, { port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}
