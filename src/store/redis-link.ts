import { type Redis, ReplyError } from 'ioredis';
import { messageOf } from '../errors';
import { Breaker } from './breaker';
import { closeRedisClient } from './redis-client';
import { type RedisCommand, type RedisPart, readKeys, replaceKey, writeKey } from './redis-commands';
import { type StoreListener, StoreUnavailable } from './store';
import { StoreHealth } from './store-health';

const breakerThreshold = 3;
const coolDownMs = 1_000;

const probeKey = 'probe';
const probeMs = 1_000;
const probes: readonly RedisCommand<unknown>[] = [
  writeKey(probeKey, '1', probeMs),
  readKeys([probeKey]),
  replaceKey(probeKey, '1', '1', probeMs),
];

/**
 * The way to a Redis that may be sick. It costs a call the deadline at most, and mostly nothing: without a connection
 * commands reject at once; with one that does not answer, a breaker refuses them after a few. Each part has its own.
 */
export class RedisLink {
  private readonly health: StoreHealth<RedisPart | 'connection'>;
  private readonly breakers: Readonly<Record<RedisPart, Breaker>> = {
    reading: newBreaker(),
    writing: newBreaker(),
    replacing: newBreaker(),
  };
  private connectionError = 'connection closed';
  private nextProbe: NodeJS.Timeout | null = null;
  private closing: Promise<void> | null = null;

  constructor(
    private readonly client: Redis,
    private readonly options: { readonly timeoutMs: number; readonly tell: StoreListener },
  ) {
    this.health = new StoreHealth(options.tell);
    // Without a listener ioredis prints every failed attempt. What it means is told on `close`.
    client.on('error', (error: Error) => {
      this.connectionError = error.message;
    });
    client.on('close', () => {
      if (this.closing === null) this.health.sick('connection', this.connectionError);
    });
    client.on('ready', () => void this.prove());
  }

  /** Sends one command; the client bounds it in time. Rejects with {@link StoreUnavailable}. */
  async ask<Reply>({ part, send, fits }: RedisCommand<Reply>): Promise<Reply> {
    if (this.closing !== null) throw new StoreUnavailable('the store is closed');
    if (this.client.status !== 'ready') throw new StoreUnavailable(`not connected: ${this.connectionError}`);
    const breaker = this.breakers[part];
    if (!breaker.admits()) throw new StoreUnavailable(`${part} is suspended after failures`);
    try {
      const reply = await send(this.client);
      if (!fits(reply)) throw new TypeError(`unexpected reply of type ${typeof reply}`);
      breaker.succeeded();
      this.health.well(part);
      this.health.well('connection');
      return reply;
    } catch (error) {
      const reason = messageOf(error);
      // READONLY, LOADING, OOM, NOPERM …: a server that says no says it again; one that is late may have hiccuped.
      if (error instanceof ReplyError) breaker.trip();
      else breaker.failed();
      if (breaker.state.kind === 'open' && this.closing === null) {
        this.health.sick(part, reason);
        this.proveLater();
      }
      throw new StoreUnavailable(reason, { cause: error });
    }
  }

  close(): Promise<void> {
    this.closing ??= closeRedisClient(this.client, this.options.timeoutMs);
    if (this.nextProbe !== null) clearTimeout(this.nextProbe);
    return this.closing;
  }

  /**
   * Whether Redis works is found out here rather than by a call: with each new connection (that it was made proves
   * little: a frozen server's kernel accepts connections, a proxy with nothing behind it shakes hands), and while a
   * breaker is open.
   */
  private async prove(): Promise<void> {
    for (const breaker of Object.values(this.breakers)) breaker.relent();
    for (const probe of probes) await this.ask(probe).catch(ignore);
  }

  private proveLater(): void {
    this.nextProbe ??= setTimeout(() => {
      this.nextProbe = null;
      void this.prove();
    }, coolDownMs);
  }
}

function newBreaker(): Breaker {
  return new Breaker({ threshold: breakerThreshold, coolDownMs, now: () => performance.now() });
}

function ignore(): void {
  // A failed probe has already told the breaker and the health.
}
