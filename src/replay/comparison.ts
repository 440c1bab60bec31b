import type { Verdict } from '../screening/assessment';
import { headline } from '../screening/explain';
import type { Office, Rejudged } from './office';
import type { PastCall, PastDecision } from './past-call';

/** What a call is compared with; `none`: nothing was decided then, or it is not known. */
export type Before = Verdict | 'none';

/** How many calls went from which verdict to which. */
export type Matrix = Readonly<Record<Before, Readonly<Record<Verdict, number>>>>;

export interface RuleCount {
  /** Calls on which the rule fired, where it counts. */
  fired: number;
  /** Calls whose verdict would be another without it. */
  alone: number;
  /** Calls on which it fired in observe mode. */
  observed: number;
}

/** A call whose verdict changes. */
export interface ChangedCall {
  readonly call: PastCall;
  readonly before: Before;
  /** The verdict of today in one line. */
  readonly now: string;
}

/** Changed calls: how many, and the latest of them. */
export interface ChangedCalls {
  readonly count: number;
  readonly latest: readonly ChangedCall[];
}

/**
 * What would change, counted call by call in memory that does not grow with them. A call that the tried office judges is
 * compared with what was decided then; where a usual office is given, also with how that one would judge it today.
 */
export class Comparison {
  calls = 0;
  withoutEvidence = 0;
  /** Epoch ms of the earliest and the latest call. */
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  readonly recorded = newMatrix();
  readonly usually = newMatrix();
  readonly rules = new Map<string, RuleCount>();
  readonly usualRules = new Map<string, RuleCount>();
  readonly newlyRejected: ChangedCalls;
  readonly newlyScreened: ChangedCalls;
  /** Calls that were screened then and would be let through now, by how their challenge ended. */
  readonly released = { passed: 0, failed: 0 };
  /** Calls on trunks that the tried configuration does not name. */
  onUnknownTrunks = 0;
  private readonly rejected: Latest;
  private readonly screened: Latest;

  /** @param show changed calls of each sort to keep */
  constructor(
    private readonly tried: Office,
    private readonly usual: Office | null,
    show: number,
  ) {
    this.newlyRejected = this.rejected = new Latest(show);
    this.newlyScreened = this.screened = new Latest(show);
  }

  add(call: PastCall): void {
    this.calls += 1;
    if (!call.hasEvidence) this.withoutEvidence += 1;
    if (!this.tried.hasTrunk(call.trunk)) this.onUnknownTrunks += 1;
    this.first = Math.min(this.first, call.at);
    this.last = Math.max(this.last, call.at);

    const now = call.judgedBy(this.tried);
    const { verdict } = now.assessment;
    const then = verdictThen(call.decision, verdict);
    this.recorded[then][verdict] += 1;
    countRules(this.rules, now);
    if (then === 'screen' && verdict === 'allow') this.countReleased(call.decision);
    this.noteChange(call, this.usual === null ? then : this.compareWith(this.usual, call, verdict), now);
  }

  private compareWith(usual: Office, call: PastCall, verdict: Verdict): Verdict {
    const before = call.judgedBy(usual);
    this.usually[before.assessment.verdict][verdict] += 1;
    countRules(this.usualRules, before);
    return before.assessment.verdict;
  }

  private noteChange(call: PastCall, before: Before, { assessment }: Rejudged): void {
    const { verdict } = assessment;
    if (verdict === before || verdict === 'allow') return;
    const changed = verdict === 'reject' ? this.rejected : this.screened;
    changed.add(() => ({ call, before, now: headline(assessment) }));
  }

  private countReleased(then: PastDecision | null): void {
    if (then !== null && then.challenge !== null) this.released[then.challenge] += 1;
  }
}

/** The latest few, and how many there were. */
class Latest implements ChangedCalls {
  count = 0;
  readonly latest: ChangedCall[] = [];

  constructor(private readonly most: number) {}

  add(describe: () => ChangedCall): void {
    this.count += 1;
    if (this.most === 0) return;
    if (this.latest.length === this.most) this.latest.shift();
    this.latest.push(describe());
  }
}

function verdictThen(then: PastDecision | null, now: Verdict): Before {
  if (then === null) return 'none';
  return then.passedBefore && now === 'screen' ? 'screen' : then.verdict;
}

function countRules(counts: Map<string, RuleCount>, rejudged: Rejudged): void {
  for (const { rule, mode } of rejudged.assessment.findings) {
    let count = counts.get(rule);
    if (count === undefined) {
      count = { fired: 0, alone: 0, observed: 0 };
      counts.set(rule, count);
    }
    if (mode === 'observe') count.observed += 1;
    else {
      count.fired += 1;
      if (rejudged.hangsOn(rule)) count.alone += 1;
    }
  }
}

function newMatrix(): Record<Before, Record<Verdict, number>> {
  const row = () => ({ allow: 0, screen: 0, reject: 0 });
  return { allow: row(), screen: row(), reject: row(), none: row() };
}
