import { createHmac } from 'node:crypto';
import type { SecretKey } from './secret-key';
import type { Store } from './store';

export interface VerdictCacheOptions<Verdict> {
  readonly store: Store;
  readonly secretKey: SecretKey;
  /** What was remembered, validated; `null` when it is not what this version of the service writes. */
  readonly parse: (value: unknown) => Verdict | null;
}

/** The line a call came in on: where a withheld call was rejected, and a second one with a number may follow. */
export interface Line {
  readonly trunk: string;
  /** The called number in one fixed form; `null` when the trunk does not tell. */
  readonly called: string | null;
}

/** What earlier calls left behind. */
export interface Recollection<Verdict> {
  readonly verdict: Remembered<Verdict> | null;
  /** A withheld call on the same line was rejected within the last three minutes. */
  readonly withheldJustRejected: boolean;
}

export interface Remembered<Verdict> {
  readonly value: Verdict;
  /** Epoch milliseconds when it was remembered. */
  readonly at: number;
}

export interface VerdictCacheCounts {
  readonly hits: number;
  readonly misses: number;
  /** Times the store was not there for us. */
  readonly failures: number;
  /** Remembered values that could not be understood. */
  readonly damaged: number;
}

const withheldMarkMs = 3 * 60_000;

/** Goes up when the envelope changes its meaning; older values are then not understood, and so forgotten. */
const schemaVersion = 1;

/**
 * Verdicts under the hash of their evidence (never under the number alone: the same number may come with other evidence).
 * No method rejects: a store that fails is a memory that has nothing to say.
 */
export class VerdictCache<Verdict> {
  private readonly counters = { hits: 0, misses: 0, failures: 0, damaged: 0 };

  constructor(private readonly options: VerdictCacheOptions<Verdict>) {}

  get counts(): VerdictCacheCounts {
    return { ...this.counters };
  }

  /** The key of a call's evidence; it says nothing of the evidence to whoever lacks the secret. */
  key(plainEvidence: string): string {
    return this.hash('verdict', plainEvidence);
  }

  /** Verdict and mark in one question to the store. */
  async recall(key: string, line: Line): Promise<Recollection<Verdict>> {
    const found = await this.readOrNull([key, this.markOf(line)]);
    if (found === null) return { verdict: null, withheldJustRejected: false };
    const [stored = null, mark = null] = found;
    return { verdict: this.understand(stored), withheldJustRejected: mark !== null };
  }

  /** Need not be awaited. `now` in epoch milliseconds. */
  remember(key: string, verdict: Verdict, now: number, ttlMs: number): Promise<void> {
    return this.writeOrNot(key, JSON.stringify({ schema: schemaVersion, at: now, verdict }), ttlMs);
  }

  /** Marks the line for three minutes: who calls again with a number did what the announcement asked. Need not be awaited. */
  noteWithheldReject(line: Line): Promise<void> {
    return this.writeOrNot(this.markOf(line), '1', withheldMarkMs);
  }

  /** The redialled call has come: the mark is used up. Need not be awaited. */
  async forgetWithheldReject(line: Line): Promise<void> {
    try {
      await this.options.store.forget(this.markOf(line));
    } catch {
      this.counters.failures += 1;
    }
  }

  private markOf({ trunk, called }: Line): string {
    return this.hash('withheld-reject', JSON.stringify([trunk, called]));
  }

  private hash(purpose: string, text: string): string {
    return `${purpose}:${createHmac('sha256', this.options.secretKey).update(`${purpose}\n${text}`).digest('base64url')}`;
  }

  private understand(stored: string | null): Remembered<Verdict> | null {
    if (stored === null) {
      this.counters.misses += 1;
      return null;
    }
    const remembered = this.open(stored);
    this.counters[remembered === null ? 'damaged' : 'hits'] += 1;
    return remembered;
  }

  private open(stored: string): Remembered<Verdict> | null {
    const envelope = parseJson(stored);
    if (!isEnvelope(envelope)) return null;
    const value = this.options.parse(envelope.verdict);
    return value === null ? null : { value, at: envelope.at };
  }

  private async readOrNull(keys: readonly string[]): Promise<readonly (string | null)[] | null> {
    try {
      return await this.options.store.read(keys);
    } catch {
      this.counters.failures += 1;
      return null;
    }
  }

  private async writeOrNot(key: string, value: string, ttlMs: number): Promise<void> {
    try {
      await this.options.store.write(key, value, ttlMs);
    } catch {
      this.counters.failures += 1;
    }
  }
}

interface Envelope {
  readonly at: number;
  readonly verdict: unknown;
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  if (!('schema' in value && 'at' in value && 'verdict' in value)) return false;
  return value.schema === schemaVersion && typeof value.at === 'number';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
