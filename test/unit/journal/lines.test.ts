import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Line, readLines } from '../../../src/journal/lines';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-lines-'));
const path = join(folder, 'file');
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(content: string | Buffer, from?: number): Promise<Line[]> {
  writeFileSync(path, content);
  const lines: Line[] = [];
  for await (const line of readLines(path, from)) lines.push(line);
  return lines;
}

describe('reading lines', () => {
  it.each<[string, string, Line[]]>([
    ['an empty file', '', []],
    ['one line', 'one\n', [{ text: 'one', end: 4, complete: true }]],
    [
      'a last line without newline',
      'one\ntw',
      [
        { text: 'one', end: 4, complete: true },
        { text: 'tw', end: 6, complete: false },
      ],
    ],
    [
      'an empty line',
      '\none\n',
      [
        { text: '', end: 1, complete: true },
        { text: 'one', end: 5, complete: true },
      ],
    ],
    [
      'more bytes than characters',
      '電話\n番\n',
      [
        { text: '電話', end: 7, complete: true },
        { text: '番', end: 11, complete: true },
      ],
    ],
  ])('of %s', async (_, content, lines) => {
    expect(await linesOf(content)).toEqual(lines);
  });

  it('goes on from an offset', async () => {
    expect(await linesOf('one\ntwo\n', 4)).toEqual([{ text: 'two', end: 8, complete: true }]);
  });

  it('finds nothing behind the end', async () => {
    expect(await linesOf('one\n', 100)).toEqual([]);
  });

  it('gives every line back, wherever the chunks of the file end', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 20_000, size: 'max' })
      .map((text) => text.replaceAll('\n', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const read = await linesOf(lines.map((text) => `${text}\n`).join(''));
        expect(read.map(({ text }) => text)).toEqual(lines);
      }),
      { numRuns: 20 },
    );
  });

  it('does not keep a line that no record can have, and goes on behind it', async () => {
    const lines = await linesOf(Buffer.concat([Buffer.alloc(3_000_000), Buffer.from('\none\n')]));
    expect(lines).toEqual([
      { text: null, end: 3_000_001, complete: true },
      { text: 'one', end: 3_000_005, complete: true },
    ]);
  });
});
