import { type Client, connect, type EventSocket } from 'ari-client';
import { knock } from './knock';
import type { Transport } from './transport';

/**
 * One life of an ari-client: connected once, thrown away when it ails, never mended.
 *
 * ari-client re-connects by itself, but gives up after ten tries, cannot be told to stop, and may then take the
 * application's name away from its successor; its reader throws on an event it does not know and stays deaf with
 * the socket open. So the fence stands where it assigns its socket: our listeners come first, a socket that closes
 * is reported to us and not to it, and frames go to a reader that cannot throw.
 */
export interface AriConnection {
  readonly client: Client;
  /** Resolves with the reason when the connection is over. Never rejects. */
  readonly ended: Promise<string>;
  /** Ends it: no frame is delivered afterwards, no socket or timer is left. Idempotent. */
  discard(reason: string): void;
}

export interface AriConnectionOptions {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly app: string;
  /** Milliseconds for the whole of connecting. */
  readonly connectTimeoutMs: number;
  /** Milliseconds between pings; a socket that misses one answer is dead, so it is found within two. */
  readonly heartbeatMs: number;
}

/**
 * Rejects with what went wrong, after at most `connectTimeoutMs` or as soon as `signal` aborts; nothing is left
 * behind then.
 */
export async function openAriConnection(
  options: AriConnectionOptions,
  transport: Transport,
  onFrame: (frame: string) => void,
  signal: AbortSignal,
): Promise<AriConnection> {
  const limit = limitOf(options.connectTimeoutMs, signal);
  try {
    await Promise.race([knock(transport, options.url), limit.passed]);
    const client = await Promise.race([connect(options.url, options.username, options.password), limit.passed]);
    const connection = fence(client, options.heartbeatMs, onFrame);
    // ari-client's own promise stays open for ever on a failed start; the fence knows.
    client.start(options.app).then(undefined, () => undefined);
    const failure = await Promise.race([
      connection.opened.then(() => null),
      connection.ended,
      limit.passed.catch((error: Error) => error.message),
    ]);
    if (failure === null) return connection;
    connection.discard(failure);
    throw new Error(failure);
  } finally {
    limit.lift();
  }
}

function fence(
  client: Client,
  heartbeatMs: number,
  onFrame: (frame: string) => void,
): AriConnection & { readonly opened: Promise<void> } {
  let socket: EventSocket | undefined;
  let over = false;
  let heartbeat: NodeJS.Timeout | undefined;
  let end: (reason: string) => void = () => undefined;
  let open: () => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });

  const discard = (reason: string): void => {
    if (over) return;
    over = true;
    clearInterval(heartbeat);
    socket?.terminate();
    end(reason);
  };

  const adopt = (fresh: EventSocket): void => {
    socket = fresh;
    let heard = true;
    fresh.on('error', (error: Error) => discard(error.message));
    fresh.on('close', (code: number) => discard(`the event socket closed (${code})`));
    fresh.on('pong', () => {
      heard = true;
    });
    fresh.on('open', () => {
      fresh.removeAllListeners('message');
      fresh.on('message', (data: Buffer) => {
        if (!over) onFrame(data.toString('utf8'));
      });
      heartbeat = setInterval(() => {
        if (!heard) return discard('the event socket does not answer');
        heard = false;
        fresh.ping();
      }, heartbeatMs);
      open();
    });
  };

  Object.defineProperties(client, {
    _ws: { get: () => socket, set: adopt },
    // What ari-client asks before it re-connects: for a socket of ours the answer is always "closed on purpose".
    _wsClosed: { get: () => over, set: () => undefined },
  });
  return { client, ended, opened, discard };
}

/** Rejects when the time is up or the signal aborts, until it is lifted. */
function limitOf(ms: number, signal: AbortSignal): { readonly passed: Promise<never>; lift(): void } {
  let lift = (): void => undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(new Error('stopping'));
    const timer = setTimeout(() => reject(new Error('no answer in time')), ms);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    lift = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
  });
  passed.catch(() => undefined);
  return { passed, lift };
}
