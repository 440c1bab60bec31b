import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { type Exchange, PasswordAuthorization, SwaggerApi, SwaggerHttp } from 'swagger-client';
import { messageOf } from '../../errors';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object | undefined;
}

/** Status 0 stands for "no HTTP answer at all"; `data` then says why. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

export interface TransportOptions {
  readonly username: string;
  readonly password: string;
  /** Milliseconds for one exchange. */
  readonly timeoutMs: number;
}

/** Asterisk closes a connection after 15 s without a request (http.conf `session_keep_alive`); we do before. */
const idleMs = 10_000;
/** A message of ninety seconds has 1.5 MB; nothing else that we ask for comes near it. */
const mostBytes = 8_000_000;

/**
 * The HTTP under ari-client's REST operations.
 *
 * swagger-client 2.0.26 brings its own (shred, 2013), which never gives up on a mute server, hides the HTTP status
 * and throws out of its callbacks. It has one seam, `SwaggerHttp.execute`; this stands there instead: connections
 * kept alive, one deadline for each exchange, and the status kept in front of every error text.
 */
export class Transport {
  private readonly open = new Set<ClientRequest>();
  private readonly agents = {
    'http:': new Agent({ keepAlive: true, maxSockets: 64, timeout: idleMs }),
    'https:': new SecureAgent({ keepAlive: true, maxSockets: 64, timeout: idleMs }),
  };
  private closed = false;

  private readonly authorization: string;

  constructor(private readonly options: TransportOptions) {
    const { username, password } = options;
    this.authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  /** Takes the seams. They are global, as ari-client's credentials are: one exchange a process. */
  install(): void {
    // The original encodes the password anew for every request; here it is a header like any other.
    PasswordAuthorization.prototype.apply = () => true;
    SwaggerHttp.prototype.execute = (exchange) => {
      void this.send(exchange).then((answer) => deliver(exchange, answer));
    };
    // It logs through a global of its own making, straight to the console.
    Object.assign(globalThis, { log: () => undefined });
    // The original throws after reporting, inside a socket callback, where nobody can catch it.
    SwaggerApi.prototype.fail = function fail(message) {
      this.failure(message);
    };
  }

  get pending(): number {
    return this.open.size;
  }

  /** Ends every exchange and every idle connection; there is no answer to whatever is sent afterwards. */
  close(): void {
    this.closed = true;
    for (const outgoing of this.open) outgoing.destroy(new Error('closed'));
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  /** Never rejects. */
  send({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
    if (this.closed) return Promise.resolve(silence('closed'));
    const target = new URL(url);
    const secure = target.protocol === 'https:';
    const text = bodyText(body);
    return new Promise((resolve) => {
      const outgoing = (secure ? secureRequest : request)(target, {
        method,
        agent: secure ? this.agents['https:'] : this.agents['http:'],
        headers: { ...headers, Authorization: this.authorization, 'Content-Length': Buffer.byteLength(text) },
      });
      this.open.add(outgoing);
      const deadline = setTimeout(() => outgoing.destroy(new Error('no answer in time')), this.options.timeoutMs);
      const settle = (answer: HttpAnswer): void => {
        clearTimeout(deadline);
        this.open.delete(outgoing);
        resolve(answer);
      };
      outgoing.on('error', (error) => settle(silence(error.message)));
      outgoing.on('response', (incoming) => receive(incoming, settle));
      outgoing.end(text);
    });
  }
}

function receive(incoming: IncomingMessage, settle: (answer: HttpAnswer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else incoming.destroy(new Error('an answer too large'));
  });
  incoming.on('error', (error) => settle(silence(error.message)));
  incoming.on('end', () => {
    const bytes = Buffer.concat(chunks);
    settle({ status: incoming.statusCode ?? 0, headers: incoming.headers, data: bytes.toString(), bytes });
  });
}

function silence(reason: string): HttpAnswer {
  return { status: 0, headers: {}, data: reason, bytes: Buffer.alloc(0) };
}

function bodyText(body: string | object | undefined): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function deliver(exchange: Exchange, answer: HttpAnswer): void {
  const { url, method } = exchange;
  const { status, headers, data } = answer;
  const fail = (code: number, reason: string): void =>
    exchange.on.error({ url, method, headers, status: code, statusText: reason, data: `${code} ${reason}` });
  if (status < 200 || status >= 300) {
    fail(status, data);
    return;
  }
  try {
    const json = String(headers['content-type'] ?? '').startsWith('application/json');
    const obj: unknown = json && data !== '' ? JSON.parse(data) : {};
    exchange.on.response({ url, method, status, headers, data, obj });
  } catch (error) {
    // Neither a truncated answer nor an API description it cannot digest may end in silence.
    fail(0, `unreadable answer: ${messageOf(error)}`);
  }
}
