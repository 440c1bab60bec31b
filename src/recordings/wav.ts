/**
 * Speech as the exchange records it: RIFF/WAVE, PCM, 8 kHz, 16 bit, mono (format `wav` of Asterisk). Pure, and no bytes
 * make it throw.
 */

export const samplesPerSecond = 8_000;

/** Where something is said, milliseconds from the beginning. */
export interface SpokenSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The samples, from -32768 to 32767; `null` for anything that is no such file. A length that the header does not know, or
 * promises without there being so much, is what a file has that was not ended properly: what is there counts.
 */
export function readWav(bytes: Uint8Array): Int16Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') return null;
  let fits = false;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = tag(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ') fits = isOurFormat(view, body);
    if (name === 'data') return fits ? samplesOf(view, body, size) : null;
    at = body + size + (size % 2);
  }
  return null;
}

export function writeWav(samples: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(samplesPerSecond, 24);
  bytes.writeUInt32LE(samplesPerSecond * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(sample, 44 + index * 2);
  });
  return bytes;
}

export function cut(samples: Int16Array, { startMs, endMs }: SpokenSpan): Int16Array {
  const at = (ms: number) => Math.round((ms * samplesPerSecond) / 1000);
  return samples.subarray(at(startMs), at(endMs));
}

export function secondsOf(samples: Int16Array): number {
  return Math.round((samples.length / samplesPerSecond) * 10) / 10;
}

function tag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function isOurFormat(view: DataView, at: number): boolean {
  if (at + 16 > view.byteLength) return false;
  const isPcmMono = view.getUint16(at, true) === 1 && view.getUint16(at + 2, true) === 1;
  return isPcmMono && view.getUint32(at + 4, true) === samplesPerSecond && view.getUint16(at + 14, true) === 16;
}

function samplesOf(view: DataView, at: number, size: number): Int16Array {
  const there = view.byteLength - at;
  const promised = size === 0 || size > there ? there : size;
  return Int16Array.from({ length: Math.floor(promised / 2) }, (_, index) => view.getInt16(at + index * 2, true));
}
