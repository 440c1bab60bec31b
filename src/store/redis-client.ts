import { setTimeout as delay } from 'node:timers/promises';
import Redis from 'ioredis';

/** A server that has fallen silent is given this many deadlines before its connection is dropped and made anew. */
const silentDeadlines = 10;
const connectTimeoutMs = 1_000;
const longestRetryMs = 2_000;

export interface RedisAddress {
  /** `redis://host:port/database`, or `rediss://` for TLS; a user name may be in it. */
  readonly url: string;
  readonly password: string | null;
}

/**
 * An ioredis client that settles every command within `timeoutMs`, whatever the server does, and reconnects for ever.
 * It begins to connect at once.
 */
export function createRedisClient({ url, password }: RedisAddress, timeoutMs: number): Redis {
  return new Redis(url, {
    ...(password === null ? {} : { password }),
    connectionName: 'denwaban',
    disableClientInfo: true,
    connectTimeout: connectTimeoutMs,
    // Bounds every command, the handshake's too, but leaves a dead connection in place: socketTimeout ends that.
    commandTimeout: timeoutMs,
    socketTimeout: silentDeadlines * timeoutMs,
    // A connection is closed by FIN, and destroyed when the server has not answered that.
    disconnectTimeout: timeoutMs,
    // A command that cannot be sent now, or whose connection broke, fails now: a call waits for its answer.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    // While Redis loads its data every command says LOADING, which is answer enough;
    // ioredis' own check would wait on a timer that closing does not clear.
    enableReadyCheck: false,
    retryStrategy: (attempt) => jitter(Math.min(50 * 2 ** Math.min(attempt, 10), longestRetryMs)),
  });
}

/** Resolves when the client is connected or has failed to connect for the first time. */
export function firstAttempt(client: Redis): Promise<void> {
  return new Promise((resolve) => {
    for (const sign of ['ready', 'close', 'end'] as const) client.once(sign, () => resolve());
  });
}

/** Leaves no socket and no timer, even when the server does not answer the goodbye: it is given one deadline. */
export async function closeRedisClient(client: Redis, timeoutMs: number): Promise<void> {
  const { status } = client;
  if (status === 'end') return;
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  client.disconnect();
  // Between two attempts ioredis emits no `end`, but still runs its disconnectTimeout.
  await (status === 'reconnecting' ? delay(timeoutMs) : ended);
}

/** Spreads reconnections: many screeners must not return to a restarted Redis in the same instant. */
function jitter(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random() / 2);
}
