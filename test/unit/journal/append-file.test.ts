import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppendFile } from '../../../src/journal/append-file';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-append-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that is appended to', () => {
  it('takes a line in the very moment in which it has written another', async () => {
    const path = join(folder, 'moment');
    await new Promise<void>((resolve, reject) => {
      let rounds = 0;
      const file = new AppendFile(path, {
        written: () => {
          rounds += 1;
          if (rounds === 1) queueMicrotask(() => file.append('two\n'));
          else resolve();
        },
        failed: reject,
      });
      file.append('one\n');
    });
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  });

  it('keeps what the disk does not take, refuses what is too much, and counts what is lost', async () => {
    let failures = 0;
    const file = new AppendFile('/dev/full', {
      written: () => undefined,
      failed: () => {
        failures += 1;
      },
    });
    const accepted = Array.from({ length: 9 }, () => file.append(`${'x'.repeat(512 * 1024 - 1)}\n`));
    expect(accepted).toEqual([true, true, true, true, true, true, true, true, false]);
    expect(await file.close()).toBe(8);
    // When it was written and when it was closed; fsync of a device fails as well.
    expect(failures).toBeGreaterThanOrEqual(2);
  });
});
