import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DenwabanError, messageOf, reasonOf } from '../errors';

/**
 * The key of every keyed hash (HMAC-SHA256) of this installation: 32 random bytes in a file.
 * Without it a hashed telephone number is no pseudonym, since all numbers can be tried in minutes.
 * As a KeyObject it does not show itself when an object that holds it is logged.
 */
export type SecretKey = KeyObject;

const keyBytes = 32;
const wholeKey = /^[0-9a-f]{64}\n?$/;

function keyFile(dataDir: string): string {
  return join(dataDir, 'denwaban.key');
}

/**
 * The installation's key, made at the first start. Throws DENWABAN_KEY_UNUSABLE, DENWABAN_KEY_EXPOSED
 * or DENWABAN_KEY_DAMAGED: a key that is wrong silently would make every known caller a stranger.
 */
export function openSecretKey(dataDir: string): SecretKey {
  const file = keyFile(dataDir);
  try {
    makeKeyUnlessThere(file);
  } catch (cause) {
    throw new DenwabanError('DENWABAN_KEY_UNUSABLE', { file, reason: messageOf(cause) }, { cause });
  }
  return readSecretKey(dataDir);
}

/** The same, for whoever only looks: nothing is made when there is no key yet. */
export function readSecretKey(dataDir: string): SecretKey {
  const file = keyFile(dataDir);
  const { mode, text } = readKeyFile(file);
  if ((mode & 0o077) !== 0) throw new DenwabanError('DENWABAN_KEY_EXPOSED', { file });
  if (!wholeKey.test(text)) throw new DenwabanError('DENWABAN_KEY_DAMAGED', { file });
  return createSecretKey(text.trim(), 'hex');
}

function readKeyFile(file: string): { mode: number; text: string } {
  try {
    return { mode: statSync(file).mode, text: readFileSync(file, 'utf8') };
  } catch (cause) {
    throw new DenwabanError('DENWABAN_KEY_UNUSABLE', { file, reason: reasonOf(cause) }, { cause });
  }
}

/** A link appears whole or not at all, and never replaces: of two first starts at once, both read the winner's key. */
function makeKeyUnlessThere(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, `${randomBytes(keyBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isAlreadyThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}
