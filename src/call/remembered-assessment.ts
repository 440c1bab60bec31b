import type { Assessment, Verdict, WouldBe } from '../screening/assessment';
import type { Finding } from '../screening/finding';

/** An assessment that was remembered, as this version writes it; `null` for anything else. */
export function parseRemembered(value: unknown): Assessment | null {
  return isAssessment(value) ? value : null;
}

function isAssessment(value: unknown): value is Assessment {
  if (!isObject(value)) return false;
  const { verdict, score, threshold, findings, decidedBy, rejectCode, validUntil, wouldBe, cacheable } =
    value as Unproved<Assessment>;
  return (
    isVerdict(verdict) &&
    typeof score === 'number' &&
    typeof threshold === 'number' &&
    typeof decidedBy === 'string' &&
    isRejectCode(rejectCode) &&
    (validUntil === null || typeof validUntil === 'number') &&
    (wouldBe === null || isWouldBe(wouldBe)) &&
    typeof cacheable === 'boolean' &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  );
}

function isWouldBe(value: unknown): value is WouldBe {
  if (!isObject(value)) return false;
  const { verdict, score, rejectCode } = value as Unproved<WouldBe>;
  return isVerdict(verdict) && typeof score === 'number' && isRejectCode(rejectCode);
}

function isFinding(value: unknown): value is Finding {
  if (!isObject(value)) return false;
  const { rule, weight, mode, facts } = value as Unproved<Finding>;
  return (
    typeof rule === 'string' &&
    typeof weight === 'number' &&
    (mode === 'enforce' || mode === 'observe') &&
    isObject(facts)
  );
}

function isVerdict(value: unknown): value is Verdict {
  return value === 'allow' || value === 'screen' || value === 'reject';
}

function isRejectCode(value: unknown): value is Assessment['rejectCode'] {
  return value === null || value === 433 || value === 603 || value === 607;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

type Unproved<T> = Partial<Record<keyof T, unknown>>;
