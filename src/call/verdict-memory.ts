import type { Config } from '../config/schema';
import type { Assessment } from '../screening/assessment';
import type { Finding } from '../screening/finding';
import type { Line, Recollection, VerdictCache } from '../store/verdict-cache';

type TimesToLive = Config['cache']['ttl'];

/** Which verdicts are remembered, and how long: the rule book's times to live on top of the cache. */
export class VerdictMemory {
  constructor(
    private readonly cache: VerdictCache<Assessment>,
    private readonly ttl: () => TimesToLive,
  ) {}

  keyOf(evidence: string): string {
    return this.cache.key(evidence);
  }

  recall(key: string, line: Line): Promise<Recollection<Assessment>> {
    return this.cache.recall(key, line);
  }

  /** @param now epoch milliseconds */
  remember(key: string, assessment: Assessment, now: number): void {
    const { allowSeconds, screenSeconds, rejectSeconds } = this.ttl();
    const seconds = { allow: allowSeconds, screen: screenSeconds, reject: rejectSeconds }[assessment.verdict];
    this.keep(key, assessment, now, seconds);
  }

  /** A caller who passed the challenge is let through with the same evidence, and with no other. */
  rememberPassed(key: string, assessment: Assessment, now: number): void {
    this.keep(key, { ...assessment, verdict: 'allow' }, now, this.ttl().passedSeconds);
  }

  noteWithheldReject(line: Line): void {
    void this.cache.noteWithheldReject(line);
  }

  forgetWithheldReject(line: Line): void {
    void this.cache.forgetWithheldReject(line);
  }

  /** Never beyond the moment a list entry ends and the call must be judged anew. */
  private keep(key: string, assessment: Assessment, now: number, seconds: number): void {
    const untilEntryEnds = assessment.validUntil === null ? Number.POSITIVE_INFINITY : assessment.validUntil - now;
    const ttlMs = Math.min(seconds * 1000, untilEntryEnds);
    if (assessment.cacheable && ttlMs > 0) void this.cache.remember(key, assessment, now, ttlMs);
  }
}

/** What the cache holds, as this version writes it; `null` for anything else. */
export function parseRemembered(value: unknown): Assessment | null {
  return isAssessment(value) ? value : null;
}

function isAssessment(value: unknown): value is Assessment {
  if (typeof value !== 'object' || value === null) return false;
  const { verdict, score, threshold, findings, decidedBy, rejectCode, validUntil, cacheable } =
    value as Unproved<Assessment>;
  return (
    (verdict === 'allow' || verdict === 'screen' || verdict === 'reject') &&
    typeof score === 'number' &&
    typeof threshold === 'number' &&
    typeof decidedBy === 'string' &&
    (rejectCode === null || rejectCode === 433 || rejectCode === 603 || rejectCode === 607) &&
    (validUntil === null || typeof validUntil === 'number') &&
    typeof cacheable === 'boolean' &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  );
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, weight, mode, facts } = value as Unproved<Finding>;
  return (
    typeof rule === 'string' &&
    typeof weight === 'number' &&
    (mode === 'enforce' || mode === 'observe') &&
    typeof facts === 'object' &&
    facts !== null
  );
}

type Unproved<T> = Partial<Record<keyof T, unknown>>;
