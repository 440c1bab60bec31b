/** The part of RIFF/WAVE that telephone prompts use: uncompressed PCM, 16 bit. */

export interface Sound {
  /** In hertz. */
  readonly rate: number;
  readonly samples: Int16Array;
}

const pcm = 1;
const bytesPerSample = 2;

/** Reads a mono 16-bit PCM file; throws where a file is anything else. */
export function parseWav(file: Buffer): Sound {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('not a RIFF/WAVE file');
  }
  const format = findChunk(file, 'fmt ');
  const [encoding, channels, bits] = [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt16LE(14)];
  if (encoding !== pcm || channels !== 1 || bits !== 8 * bytesPerSample) {
    throw new Error(`not mono 16-bit PCM: encoding ${encoding}, ${channels} channels, ${bits} bits`);
  }
  const data = findChunk(file, 'data');
  const samples = Int16Array.from({ length: Math.floor(data.length / bytesPerSample) }, (_, index) =>
    data.readInt16LE(index * bytesPerSample),
  );
  return { rate: format.readUInt32LE(4), samples };
}

export function encodeWav({ rate, samples }: Sound): Buffer {
  const dataSize = samples.length * bytesPerSample;
  const file = Buffer.alloc(44 + dataSize);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + dataSize, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(pcm, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * bytesPerSample, 28);
  file.writeUInt16LE(bytesPerSample, 32);
  file.writeUInt16LE(8 * bytesPerSample, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataSize, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(sample, 44 + index * bytesPerSample);
  });
  return file;
}

/** The content of the first chunk of that name. Chunks are padded to an even length. */
function findChunk(file: Buffer, name: string): Buffer {
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === name) return file.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error(`no "${name}" chunk`);
}
