import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { readLab } from '../../tools/lab/programs';

/**
 * An ARI server that does what it is told, good or bad. Its API description is Asterisk's own; `answer` and `upgrade`
 * decide about each request, and the healthy ways are there to be mixed in.
 */
export interface SickAri {
  readonly url: string;
  /** What it does with requests from now on; healthy in the beginning. */
  answer: Answer;
  upgrade: Upgrade;
  /** Whether it answers the pings of its event sockets. */
  pongs: boolean;
  /** Requests so far, as `GET /ari/channels`. */
  readonly requests: readonly string[];
  /** Connections that are open, event sockets included. */
  openSockets(): number;
  openEventSockets(): number;
  /** Event sockets so far. */
  eventSockets(): number;
  /** To every open event socket: one text frame. */
  send(event: object | string): void;
  /** To every open event socket: these bytes. */
  sendBytes(bytes: Buffer): void;
  /** Breaks every connection. */
  breakAll(): void;
  stop(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void;
export type Upgrade = (request: IncomingMessage, socket: Duplex) => void;

/** Accepts and says nothing. */
export const mute = (): void => undefined;

/** Breaks the connection. */
export function hangUp(request: IncomingMessage): void {
  request.socket.destroy();
}

export function status(code: number, body = ''): Answer {
  return (_request, response) => response.writeHead(code, { 'Content-Type': 'application/json' }).end(body);
}

export async function startSickAri(): Promise<SickAri> {
  const sockets = new Set<Socket>();
  const eventSockets = new Set<Duplex>();
  const requests: string[] = [];
  let upgrades = 0;

  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    requests.push(`${request.method} ${path}`);
    ari.answer(request, response, path);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    // Node's HTTP server leaves the sockets it upgraded half open when the client has gone.
    socket.on('end', () => socket.end());
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    upgrades += 1;
    ari.upgrade(request, socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ari: SickAri = {
    url,
    answer: healthyAnswer(url),
    upgrade(request, socket) {
      eventSockets.add(socket);
      socket.on('close', () => eventSockets.delete(socket));
      acceptWebSocket(request, socket, () => ari.pongs);
    },
    pongs: true,
    requests,
    openSockets: () => sockets.size,
    openEventSockets: () => eventSockets.size,
    eventSockets: () => upgrades,
    send: (event) => ari.sendBytes(textFrame(typeof event === 'string' ? event : JSON.stringify(event))),
    sendBytes(bytes) {
      for (const socket of eventSockets) socket.write(bytes);
    },
    breakAll() {
      for (const socket of sockets) socket.destroy();
    },
    async stop() {
      server.close();
      ari.breakAll();
      await once(server, 'close');
    },
  };
  return ari;
}

/** Asterisk's API description under the server's own address, no channels, and 204 for every command. */
export function healthyAnswer(url: string): Answer {
  const { dataFolder } = readLab();
  return (request, response, path) => {
    const description = /^\/ari\/api-docs\/(\w+\.json)$/.exec(path)?.[1];
    if (description !== undefined) {
      const text = readFileSync(join(dataFolder, 'rest-api', description), 'utf8');
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(text.replace('http://localhost:8088/ari', `${url}/ari`));
    } else if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]');
    } else if (path.startsWith('/ari/applications/')) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"name":"denwaban"}');
    } else {
      response.writeHead(204).end();
    }
  };
}

/** RFC 6455: the handshake, and pongs for as long as `pongs` says so. */
function acceptWebSocket(request: IncomingMessage, socket: Duplex, pongs: () => boolean): void {
  const key = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  socket.on('error', () => undefined);
  socket.on('data', (frame: Buffer) => {
    const ping = frame[0] === 0x89;
    if (ping && pongs()) socket.write(Buffer.from([0x8a, 0x00]));
  });
}

export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.alloc(payload.length < 126 ? 2 : 4);
  head[0] = 0x81;
  if (payload.length < 126) head[1] = payload.length;
  else {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}
