import { createHmac } from 'node:crypto';
import type { SecretKey } from './secret-key';

/** What holds for the whole office. */
export const officeKey = 'office';

/** Habits and latest callers of a trunk. */
export function trunkKey(trunk: string): string {
  return `trunk:${trunk}`;
}

/** Everything that is kept of one caller stands under keys that begin so: to forget the caller is to forget them. */
export function callerPrefix(callerId: string): string {
  return `caller:${callerId}:`;
}

/** How the caller's earlier calls went, and when the office dialled the number. */
export function callerKey(callerId: string): string {
  return `${callerPrefix(callerId)}record`;
}

/** What calling the number back brought. */
export function proofKey(callerId: string): string {
  return `${callerPrefix(callerId)}proof`;
}

/** Keys made from what must not be readable in the store: they say nothing to whoever lacks the secret. */
export class SecretKeys {
  constructor(private readonly secretKey: SecretKey) {}

  /** Of the verdict on a call's evidence; `callerId` is `null` for a caller who shows no number. */
  verdict(callerId: string | null, evidence: string): string {
    return `${callerId === null ? '' : callerPrefix(callerId)}verdict:${this.hash(`verdict\n${evidence}`)}`;
  }

  /** Of the mark that a withheld call was rejected on the line. */
  withheldReject(line: string): string {
    return `withheld-reject:${this.hash(`withheld-reject\n${line}`)}`;
  }

  private hash(text: string): string {
    return createHmac('sha256', this.secretKey).update(text).digest('base64url');
  }
}
