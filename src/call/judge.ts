import type { CallIdentity } from '../caller/caller';
import { readDialplanEvidence } from '../caller/dialplan-evidence';
import { identify } from '../caller/identify';
import type { Config, TrunkProfile } from '../config/schema';
import { ordinaryTrunk, profileOf } from '../config/trunk-profiles';
import type { ServiceLog } from '../journal/service-log';
import type { Numbering } from '../numbering/number-info';
import type { DialplanPlace } from '../pbx/pbx';
import { assess } from '../screening/assess';
import type { Assessment } from '../screening/assessment';
import { isWorthForging } from '../screening/authority';
import type { Context } from '../screening/context';
import type { Evidence } from '../screening/finding';
import { type Memory, noMemory } from '../screening/memory';
import { expectedCall } from '../screening/rules/expected-call';
import { listsVersionKey } from '../store/list-book';
import type { CallMemory, Recollection, Subject } from './call-memory';
import type { ListFollower } from './list-follower';
import type { Screening } from './screening';
import { TrunkAlerts } from './trunk-alerts';

/** One call, judged. */
export interface Judgement {
  readonly identity: CallIdentity;
  readonly trunk: { readonly name: string; readonly profile: TrunkProfile };
  /** What earlier calls said of it. */
  readonly memory: Memory;
  readonly assessment: Assessment;
  /** Age of the remembered verdict; `null` when it was judged afresh. */
  readonly cachedMs: number | null;
  /** Under what it is remembered. */
  readonly subject: Subject;
  /** Where the office would have rung; `null`: the dialplan did not tell. */
  readonly office: DialplanPlace | null;
}

interface Read {
  readonly evidence: Evidence;
  readonly identity: CallIdentity;
  readonly office: DialplanPlace | null;
}

interface Recalled extends Recollection {
  readonly context: Context;
  readonly subject: Subject;
}

/** Other than every version: whatever the store holds is news. */
const unannounced = '?';

/** The dialplan did not hand over what this version of the service reads. */
export class UnreadableEvidence extends Error {
  override readonly name = 'UnreadableEvidence';
}

/** From the dialplan's evidence to a verdict, remembered or fresh. */
export class Judge {
  private readonly strangers = new Set<string>();
  private readonly alerts: TrunkAlerts;

  constructor(
    private screening: Screening,
    private readonly memory: CallMemory,
    private readonly lists: ListFollower,
    private readonly log: ServiceLog,
  ) {
    this.alerts = new TrunkAlerts(log);
  }

  /** Calls that arrive from now on are judged by it. */
  use(screening: Screening): void {
    this.screening = screening;
  }

  get config(): Config {
    return this.screening.config;
  }

  get inForce(): Screening {
    return this.screening;
  }

  /** Whether the office works at a moment (epoch ms). */
  isOpen(at: number): boolean {
    return this.screening.context.knowledge.isOpen(at);
  }

  get numbering(): Numbering {
    return this.screening.numbering;
  }

  /** Takes the stored lists over before the first call, which then need not wait for them. Never rejects. */
  readLists(): Promise<void> {
    return this.follow(unannounced);
  }

  /**
   * Rejects with {@link UnreadableEvidence} where nothing can be said of the call, rather than take the caller for one
   * who withholds the number.
   *
   * @param at epoch milliseconds
   */
  async judge(channel: string, args: readonly string[], at: number): Promise<Judgement> {
    const { evidence, identity, office } = this.read(channel, args, at);
    const { context, subject, memory, verdict } = await this.recall(evidence);
    const known: Evidence = { ...evidence, memory };
    const assessment = verdict?.assessment ?? assess(known, context);
    if (verdict === null) this.memory.remember(subject, memory, assessment, at);
    this.memory.noteArrival(subject, known);
    this.alerts.watch(evidence.trunk.name, memory.trunk, assessment, at);
    this.mindRedial(subject, known, assessment);
    this.mindExpected(subject, assessment, at);
    const { trunk } = evidence;
    return {
      office,
      identity,
      trunk,
      memory,
      assessment,
      cachedMs: verdict === null ? null : at - verdict.at,
      subject,
    };
  }

  /**
   * The caller passed the challenge: the same evidence is let through until the memory of it fades. Callers without a
   * number cannot be told apart, and a number that is worth forging is challenged each time.
   */
  passed({ identity, subject, assessment }: Judgement, at: number): void {
    const { number } = identity.caller;
    if (number === null || isWorthForging(number, this.screening.context.knowledge)) return;
    this.memory.rememberPassed(subject, assessment, at);
  }

  private read(channel: string, args: readonly string[], at: number): Read {
    const { config, numbering } = this.screening;
    const { trunk: name, extension, next, invite, damaged } = readDialplanEvidence(args);
    if (damaged.includes('version')) throw new UnreadableEvidence('the dialplan speaks another version');
    if (damaged.length > 0) this.log.warn('evidence-damaged', { channel, keys: damaged.join(' ') });
    const trunk = { name, profile: profileOf(name, config) ?? this.stranger(name) };
    const identity = identify(invite, trunk.profile, numbering);
    const { caller, origin, called } = identity;
    const office = next === null || extension === '' ? null : { context: next, extension };
    return { evidence: { trunk, caller, origin, called, memory: noMemory, at }, identity, office };
  }

  /** What is remembered, under the lists that are in force by now. */
  private async recall(evidence: Evidence): Promise<Recalled> {
    const recalled = await this.recallUnder(this.screening.context, evidence);
    const [announced] = recalled.along ?? [];
    if (announced === undefined) return recalled;
    await this.follow(announced ?? '');
    const { context } = this.screening;
    // The lists changed: what was remembered under the old ones does not count.
    return context === recalled.context ? recalled : this.recallUnder(context, evidence);
  }

  private async recallUnder(context: Context, evidence: Evidence): Promise<Recalled> {
    const subject = this.memory.subject(evidence, context);
    return { context, subject, ...(await this.memory.recall(subject, evidence.at, [listsVersionKey])) };
  }

  private async follow(announced: string): Promise<void> {
    const before = this.screening;
    const after = await this.lists.follow(before, announced);
    // A configuration that was reloaded meanwhile is not to be undone; it catches up with the lists at the next call.
    if (this.screening === before) this.screening = after;
  }

  /** Who withheld the number and was turned away is expected to call again and show it. */
  private mindRedial(subject: Subject, { caller, memory }: Evidence, { verdict }: Assessment): void {
    const isPresented = caller.presentation === 'presented';
    // The mark speaks for one redialled call, not for everybody who shows a number within its three minutes.
    if (memory.withheldJustRejected && isPresented) this.memory.forgetWithheldReject(subject);
    if (verdict === 'reject' && !isPresented) this.memory.noteWithheldReject(subject);
  }

  /** Who waits for one call waits no more when it was let through for that: the deciding finding stands first. */
  private mindExpected(subject: Subject, { findings: [deciding] }: Assessment, at: number): void {
    if (deciding?.rule === expectedCall.id && deciding.mode === 'enforce') this.memory.expectedCame(subject, at);
  }

  private stranger(name: string): TrunkProfile {
    if (!this.strangers.has(name)) {
      this.strangers.add(name);
      this.log.warn('unknown-trunk', { trunk: name });
    }
    return ordinaryTrunk;
  }
}
