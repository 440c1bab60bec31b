import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { KnownPrompt } from './prompt-ear';
import { createVoice, type Voice } from './voice';

/** A voice with a port of its own: the caller's ear, mouth and fingers. */
export interface Handset extends Voice {
  /** Goes into the caller's SDP. */
  readonly port: number;
  /** Opens the mouth: the caller's voice goes where the other side's SDP says. Calls after the first change nothing. */
  speakTo(address: string, port: number): void;
  /** Whoever still waits for something gives up. */
  close(): void;
}

export async function openHandset(address: string, prompts: readonly KnownPrompt[] = []): Promise<Handset> {
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  // Whoever waits for something heard keeps the process alive; an open handset alone does not.
  socket.unref();
  const voice = createVoice(prompts, 'own-noise');
  socket.on('message', (packet) => voice.take(packet));
  return {
    ...voice,
    port: socket.address().port,
    speakTo: (to, port) => voice.open((packet) => socket.send(packet, port, to)),
    close() {
      voice.close();
      socket.close();
    },
  };
}
