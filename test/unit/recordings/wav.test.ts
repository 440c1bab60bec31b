import fc from 'fast-check';
import { cut, readWav, secondsOf, writeWav } from '../../../src/recordings/wav';

const samples = Int16Array.from({ length: 800 }, (_, index) => (index * 83) % 32_768);
const unfinished = 0xffff_ffff;

/** A file of the exchange with some bytes changed. */
function changed(change: (file: Buffer) => void, given = samples): Uint8Array {
  const file = Buffer.from(writeWav(given));
  change(file);
  return file;
}

/** With a chunk between format and data, padded to an even length as RIFF asks. */
function withChunk(content: Buffer): Uint8Array {
  const file = Buffer.from(writeWav(samples));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([file.subarray(0, 36), Buffer.from('LIST'), size, content, padding, file.subarray(36)]);
}

describe('a recording', () => {
  it('is read as it was written', () => {
    const anySamples = fc.int16Array({ maxLength: 2_000 });
    fc.assert(fc.property(anySamples, (given) => expect(readWav(writeWav(given))).toEqual(given)));
  });

  it.each<[string, Uint8Array]>([
    ['has no length in its header yet', changed((file) => file.writeUInt32LE(0, 4) && file.writeUInt32LE(0, 40))],
    ['was streamed', changed((file) => file.writeUInt32LE(unfinished, 4) && file.writeUInt32LE(unfinished, 40))],
    ['promises more than is there', changed((file) => file.writeUInt32LE(1_602, 40))],
    ['holds a chunk that we do not know', withChunk(Buffer.from('even'))],
    ['holds a chunk of odd length', withChunk(Buffer.from('odd'))],
    ['ends with half a sample', Buffer.concat([changed((file) => file.writeUInt32LE(0, 40)), Buffer.from([1])])],
    ['has something behind its samples', Buffer.concat([writeWav(samples), Buffer.from('LIST    ')])],
    ['lies in the middle of other bytes', Buffer.concat([Buffer.from('x'), writeWav(samples)]).subarray(1)],
  ])('that %s is read', (_, bytes) => {
    expect(readWav(bytes)).toEqual(samples);
  });

  it.each<[string, Uint8Array]>([
    ['no bytes', new Uint8Array()],
    ['text', Buffer.from('{"message":"Recording not found"}')],
    ['another RIFF file', changed((file) => file.write('AVI ', 8, 'latin1'))],
    ['µ-law', changed((file) => file.writeUInt16LE(7, 20))],
    ['stereo', changed((file) => file.writeUInt16LE(2, 22))],
    ['16 kHz', changed((file) => file.writeUInt32LE(16_000, 24))],
    ['8 bit', changed((file) => file.writeUInt16LE(8, 34))],
    ['a header that breaks off', writeWav(samples).subarray(0, 30)],
    ['a chunk that leads out of the file', changed((file) => file.writeUInt32LE(unfinished, 16))],
  ])('is none: %s', (_, bytes) => {
    expect(readWav(bytes)).toBeNull();
  });

  it('may be any bytes', () => {
    const header = fc.constantFrom(...[0, 12, 20, 36, 44].map((length) => writeWav(samples).subarray(0, length)));
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        const read = readWav(Buffer.concat([head, rest]));
        expect(read === null || read.length <= 100 + 22).toBe(true);
      }),
    );
  });

  it('is cut to the millisecond, and to what is there', () => {
    expect([...cut(samples, { startMs: 1, endMs: 2 })]).toEqual([...samples.slice(8, 16)]);
    expect(cut(samples, { startMs: 50, endMs: 900 })).toHaveLength(400);
  });

  it('is measured to a tenth of a second', () => {
    expect(secondsOf(new Int16Array(10_050))).toBe(1.3);
  });
});
