import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openSecretKey, readSecretKey } from '../../../src/store/secret-key';
import { startTypeScript } from '../../support/typescript-process';

let folder: string;
let dataDir: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denwaban-key-'));
  dataDir = join(folder, 'data');
  file = join(dataDir, 'denwaban.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the first start', () => {
  it('makes a key of 32 bytes that only its owner can read', () => {
    expect(openSecretKey(dataDir).symmetricKeySize).toBe(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('leaves nothing but the key behind', () => {
    openSecretKey(dataDir);
    expect(readdirSync(dataDir)).toEqual(['denwaban.key']);
  });

  it('makes another key for another installation', () => {
    const other = openSecretKey(join(folder, 'other'));
    expect(openSecretKey(dataDir).equals(other)).toBe(false);
  });
});

describe('later starts', () => {
  it('use the same key', () => {
    const first = openSecretKey(dataDir);
    expect(openSecretKey(dataDir).equals(first)).toBe(true);
    expect(readSecretKey(dataDir).equals(first)).toBe(true);
  });

  it('accept a key that was put there by hand, with or without a last newline', () => {
    mkdirSync(dataDir);
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 });
    expect(openSecretKey(dataDir).export().toString('hex')).toBe('ab'.repeat(32));
  });
});

it('lets two first starts at the same moment agree on one key', async () => {
  // Two real processes meet at 50 moments, each time over another folder: within one process the starts could not overlap.
  const program = `
    const { openSecretKey } = require(${JSON.stringify(require.resolve('../../../src/store/secret-key'))});
    for (let round = 0; round < 50; round += 1) {
      while (Date.now() < Number(process.argv[1]) + 4 * round);
      console.log(openSecretKey(process.argv[2] + round).export().toString('hex'));
    }`;
  const moment = String(Date.now() + 500);
  const starts = [1, 2].map(() => startTypeScript(program, moment, join(folder, 'installation-')));
  const [one, other] = await Promise.all(starts.map(({ stdout }) => text(stdout)));
  expect(one).toMatch(/^([0-9a-f]{64}\n){50}$/);
  expect(other).toBe(one);
});

describe('a key that must not be used', () => {
  it.each([
    ['640', 0o640],
    ['604', 0o604],
    ['666', 0o666],
  ])('is refused with mode %s, and the cure is named', (_, mode) => {
    openSecretKey(dataDir);
    chmodSync(file, mode);
    expect(() => openSecretKey(dataDir)).toThrow(
      expect.objectContaining({
        code: 'DENWABAN_KEY_EXPOSED',
        message: expect.stringContaining(`chmod 600 ${file}`),
      }),
    );
  });

  it.each([
    ['empty', ''],
    ['cut short', 'ab'.repeat(31)],
    ['too long', 'ab'.repeat(33)],
    ['not hexadecimal', 'xy'.repeat(32)],
    ['followed by something else', `${'ab'.repeat(32)}\nand more`],
  ])('is refused when it is %s', (_, content) => {
    mkdirSync(dataDir);
    writeFileSync(file, content, { mode: 0o600 });
    expect(() => openSecretKey(dataDir)).toThrow(expect.objectContaining({ code: 'DENWABAN_KEY_DAMAGED' }));
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is told when the folder cannot be made', () => {
    writeFileSync(dataDir, 'a file');
    expect(() => openSecretKey(dataDir)).toThrow(expect.objectContaining({ code: 'DENWABAN_KEY_UNUSABLE' }));
  });

  it('is not made by whoever only reads', () => {
    expect(() => readSecretKey(dataDir)).toThrow(
      expect.objectContaining({
        code: 'DENWABAN_KEY_UNUSABLE',
        message: expect.stringContaining('there is no such file'),
      }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
