/** G.711 µ-law, exactly as Asterisk's codec_ulaw makes it from signed linear: its table drops the two lowest bits. */
export function encodeUlaw(samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, (sample) => ulaw(sample | 3)));
}

function ulaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), 32_635) + 132;
  const exponent = 24 - Math.clz32(magnitude);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}
