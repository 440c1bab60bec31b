import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot, readSnapshot } from '../../../src/cli/snapshot';
import { DenwabanError } from '../../../src/errors';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true }));

function failure(file: string): DenwabanError {
  try {
    readSnapshot(file);
  } catch (error) {
    if (error instanceof DenwabanError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

it('reads the snapshot that ships', () => {
  expect(openSnapshot(readSnapshot(), '').lookUp('0335810000').carrier?.id).toBe('ntt-east');
});

it('reads any other one', () => {
  const file = join(folder, 'copy.txt');
  writeFileSync(file, readSnapshot());
  expect(openSnapshot(readSnapshot(file), file).snapshot.date).toBe('2026-07-17');
});

it('names the file that is missing, and the cure', () => {
  const file = join(folder, 'nowhere.txt');
  const error = failure(file);
  expect(error.code).toBe('DENWABAN_NUMBERING_UNREADABLE');
  expect(error.say('en')).toContain(file);
  expect(error.say('ja')).toContain('入れ直してください');
});

it('names the file that is damaged, why, and the cure', () => {
  const file = join(folder, 'half.txt');
  writeFileSync(file, readSnapshot().slice(0, 100_000));
  const error = failure(file);
  expect(error.code).toBe('DENWABAN_NUMBERING_DAMAGED');
  expect(error.say('en')).toContain(file);
  expect(error.say('en')).toContain('its end is missing');
  expect(error.say('ja')).toContain('入れ直すか');
});
