import type { Config } from '../config/schema';
import type { Assessment, RejectCode } from './assessment';
import type { Evidence } from './finding';
import type { ListMatch, Overruled } from './lists/allow-deny';
import type { Tally } from './tally';

/** Everything a verdict is made from. */
export interface Case {
  readonly evidence: Pick<Evidence, 'trunk' | 'caller'>;
  readonly policy: Config['policy'];
  readonly tally: Tally;
  /** The list entry that speaks for the caller. */
  readonly match: ListMatch | null;
  /** The caller shows an official or protected number: never rejected. */
  readonly official: boolean;
}

export interface Ruling extends Pick<Assessment, 'verdict' | 'rejectCode'> {
  readonly decidedBy: Exclude<Assessment['decidedBy'], 'observe-mode'>;
  /** The rule of the finding that decided; `null` where the score did. */
  readonly deciding: string | null;
  /** Why the list entry did not have its way. */
  readonly overruled: Overruled;
}

/** Force rules decide alone, in this order; what none of them decides, the score does. */
const forceOrder: readonly ((given: Case) => Ruling | null)[] = [
  byException,
  byAllowEntry,
  byDenyEntry,
  byProvenSpoof,
  byWithheldPolicy,
];

export function decide(given: Case): Ruling {
  for (const step of forceOrder) {
    const ruling = step(given);
    if (ruling !== null) return ruling;
  }
  return byScore(given);
}

function byException({ tally: { exception } }: Case): Ruling | null {
  return exception === null ? null : { ...allow, decidedBy: 'exception', deciding: exception.rule };
}

/** A friend's number can be forged: against signs of forgery the entry does not speak, unless it excuses them by name. */
function byAllowEntry({ match, tally, policy }: Case): Ruling | null {
  if (match?.entry.list !== 'allow') return null;
  if (tally.forgeryScore >= policy.screenAt) return { ...screen, decidedBy: 'score', overruled: 'forgery' };
  return { ...allow, decidedBy: 'allow-entry', deciding: match.rule };
}

function byDenyEntry({ match, official, evidence }: Case): Ruling | null {
  if (match?.entry.list !== 'deny') return null;
  const decided = { decidedBy: 'deny-entry', deciding: match.rule } as const;
  return official ? { ...screen, ...decided, overruled: 'official' } : { ...reject(evidence, 607), ...decided };
}

/** The owner of the number said not to have called: whoever shows it from there again is no owner. */
function byProvenSpoof({ tally: { spoof }, official, evidence }: Case): Ruling | null {
  if (spoof === null) return null;
  const decided = { decidedBy: 'proven-spoof', deciding: spoof.rule } as const;
  return official ? { ...screen, ...decided } : { ...reject(evidence, 607), ...decided };
}

function byWithheldPolicy({ tally: { withheld }, policy, evidence }: Case): Ruling | null {
  const { presentation } = evidence.caller;
  if (withheld === null || presentation === 'presented') return null;
  const decided = { decidedBy: 'withheld-policy', deciding: withheld.rule } as const;
  switch (policy.withheld[presentation]) {
    case 'allow':
      return { ...allow, ...decided };
    case 'screen':
      return { ...screen, ...decided };
    case 'reject':
      return { ...reject(evidence, 433), ...decided };
  }
}

/** Rejecting by score is opt-in, and weak signs never add up to it: one must be enough to screen by itself. */
function byScore({ tally: { score, heaviest }, policy: { screenAt, rejectAt }, official, evidence }: Case): Ruling {
  if (score < screenAt) return { ...allow, decidedBy: 'score' };
  const strong = heaviest >= screenAt && !official;
  return rejectAt !== null && score >= rejectAt && strong
    ? { ...reject(evidence, 603), decidedBy: 'score' }
    : { ...screen, decidedBy: 'score' };
}

const allow = { verdict: 'allow', rejectCode: null, deciding: null, overruled: '' } as const;
const screen = { verdict: 'screen', rejectCode: null, deciding: null, overruled: '' } as const;

/** Some carriers retry or mistranslate what they do not know: such a trunk gets 603 only. */
function reject({ trunk }: Pick<Evidence, 'trunk'>, code: RejectCode) {
  const rejectCode: RejectCode = trunk.profile.rejectCodes === 'plain' ? 603 : code;
  return { verdict: 'reject', rejectCode, deciding: null, overruled: '' } as const;
}
