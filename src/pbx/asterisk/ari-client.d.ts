/** The parts of ari-client 2.2.0 and swagger-client 2.0.26 that this room touches. Neither ships types. */
declare module 'ari-client' {
  import type { EventEmitter } from 'node:events';

  /** The event socket (ws 8): emits `open`, `message` (Buffer), `pong`, `error` and `close`. */
  export interface EventSocket extends EventEmitter {
    ping(): void;
    terminate(): void;
  }

  /** A REST operation of ARI's resource description, e.g. `channels.continueInDialplan`. */
  type Operation = (parameters?: Readonly<Record<string, unknown>>) => PromiseLike<unknown>;

  export interface Client extends EventEmitter {
    readonly applications: Readonly<Record<'filter', Operation>>;
    readonly channels: Readonly<
      Record<
        'answer' | 'continueInDialplan' | 'list' | 'originate' | 'playWithId' | 'record' | 'setChannelVar',
        Operation
      >
    >;
    readonly endpoints: Readonly<Record<'get', Operation>>;
    readonly recordings: Readonly<Record<'deleteStored' | 'getLive' | 'listStored' | 'stop', Operation>>;
    readonly playbacks: Readonly<Record<'stop', Operation>>;
    /** Settles when the socket opens, or never. */
    start(app: string): PromiseLike<void>;
  }

  export function connect(url: string, user: string, password: string): PromiseLike<Client>;
}

declare module 'swagger-client' {
  /** One HTTP exchange as swagger-client describes it. */
  export interface Exchange {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string | object;
    readonly on: {
      response(result: ExchangeResult): void;
      error(result: ExchangeResult): void;
    };
  }

  export interface ExchangeResult {
    readonly url: string;
    readonly method: string;
    readonly status: number;
    /** In error texts of its own. */
    readonly statusText?: string;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly data: string;
    readonly obj?: unknown;
  }

  export class SwaggerHttp {
    execute(exchange: Exchange): void;
  }

  export class PasswordAuthorization {
    apply(): boolean;
  }

  export class SwaggerApi {
    failure(message: string): void;
    fail(message: string): void;
  }
}
