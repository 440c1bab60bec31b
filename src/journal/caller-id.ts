import { createHmac, type KeyObject } from 'node:crypto';

/** 64 bits: among a million callers two share an id with a probability of about 3 in 100 million. */
const hexDigits = 16;

/**
 * Keyed hash of a number (E.164, or as it arrived where it has no such form): equal for equal callers,
 * and says nothing to whoever lacks the key of the installation.
 */
export function callerId(number: string, key: KeyObject): string {
  return createHmac('sha256', key).update(`caller\n${number}`).digest('hex').slice(0, hexDigits);
}
