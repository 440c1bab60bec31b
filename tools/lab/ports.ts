import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** Consecutive ports that no other laboratory on this machine uses while they are held. */
export interface PortBlock {
  readonly first: number;
  readonly last: number;
  release(): void;
}

/** Below the range from which Linux picks ports for outgoing connections (32768 and up). */
const LOWEST = 12_000;
const HIGHEST = 32_000;

/**
 * Reserves a block by listening on its first port: the kernel gives that port to one process only,
 * and takes it back however that process ends.
 */
export async function reservePortBlock(size: number): Promise<PortBlock> {
  const blocks = Math.floor((HIGHEST - LOWEST) / size);
  const start = Math.floor(Math.random() * blocks);
  for (let step = 0; step < blocks; step += 1) {
    const first = LOWEST + ((start + step) % blocks) * size;
    const guard = await listen(first);
    if (guard) return { first, last: first + size - 1, release: () => guard.close() };
  }
  throw new Error(`no ${size} consecutive ports are free between ${LOWEST} and ${HIGHEST}`);
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server.unref()));
  });
}

/** A TCP port of the loopback address that is free now. */
export async function freeTcpPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A UDP port of `address` that is free now. */
export async function freeUdpPort(address: string): Promise<number> {
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
