import { Agent, type ClientRequest, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { type Exchange, type ExchangeResult, SwaggerApi, SwaggerHttp } from 'swagger-client';

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
    'http:': new Agent({ keepAlive: true, maxSockets: 64 }),
    'https:': new SecureAgent({ keepAlive: true, maxSockets: 64 }),
  };

  constructor(private readonly timeoutMs: number) {}

  /** Takes swagger-client's seam. The seam is global, as ari-client's credentials are: one exchange a process. */
  install(): void {
    SwaggerHttp.prototype.execute = (exchange) => this.execute(exchange);
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

  /** Ends every exchange and every idle connection. */
  close(): void {
    for (const outgoing of this.open) outgoing.destroy(new Error('closed'));
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private execute(exchange: Exchange): void {
    const target = new URL(exchange.url);
    const secure = target.protocol === 'https:';
    const body = bodyText(exchange.body);
    const outgoing = (secure ? secureRequest : request)(target, {
      method: exchange.method,
      agent: secure ? this.agents['https:'] : this.agents['http:'],
      headers: { ...exchange.headers, 'Content-Length': Buffer.byteLength(body) },
    });
    this.open.add(outgoing);
    const deadline = setTimeout(() => outgoing.destroy(new Error('no answer in time')), this.timeoutMs);
    let settled = false;
    const settle = (status: number, headers: Readonly<Record<string, unknown>>, data: string): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      this.open.delete(outgoing);
      deliver(exchange, status, headers, data);
    };
    outgoing.on('error', (error) => settle(0, {}, error.message));
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', (error) => settle(0, {}, error.message));
      incoming.on('end', () => settle(incoming.statusCode ?? 0, incoming.headers, Buffer.concat(chunks).toString()));
    });
    outgoing.end(body);
  }
}

function bodyText(body: string | object | undefined): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Status 0 stands for "no HTTP answer at all". */
function deliver(exchange: Exchange, status: number, headers: Readonly<Record<string, unknown>>, data: string): void {
  const { url, method } = exchange;
  if (status < 200 || status >= 300) {
    exchange.on.error({ url, method, status, headers, data: `${status} ${data}` });
    return;
  }
  const result: ExchangeResult = { url, method, status, headers, data };
  const json = String(headers['content-type'] ?? '').startsWith('application/json');
  let obj: unknown;
  try {
    obj = json && data !== '' ? JSON.parse(data) : {};
  } catch {
    exchange.on.error({ ...result, data: `0 unreadable answer` });
    return;
  }
  exchange.on.response({ ...result, obj });
}
