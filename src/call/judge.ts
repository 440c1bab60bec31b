import type { CallIdentity } from '../caller/caller';
import { readDialplanEvidence } from '../caller/dialplan-evidence';
import { identify } from '../caller/identify';
import { type Config, type TrunkProfile, trunkSchema } from '../config/schema';
import type { ServiceLog } from '../journal/service-log';
import type { Numbering } from '../numbering/number-info';
import { assess } from '../screening/assess';
import type { Assessment } from '../screening/assessment';
import { evidenceKey } from '../screening/cache-key';
import type { Context } from '../screening/context';
import type { Evidence } from '../screening/finding';
import type { Line } from '../store/verdict-cache';
import type { VerdictMemory } from './verdict-memory';

/** What judging depends on besides the call; exchanged as a whole when the configuration is reloaded. */
export interface Screening {
  readonly config: Config;
  readonly numbering: Numbering;
  readonly context: Context;
}

/** One call, judged. */
export interface Judgement {
  readonly identity: CallIdentity;
  readonly trunk: { readonly name: string; readonly profile: TrunkProfile };
  readonly assessment: Assessment;
  /** Age of the remembered verdict; `null` when it was judged afresh. */
  readonly cachedMs: number | null;
  /** Under which this verdict is remembered; says nothing of the call without the secret key. */
  readonly key: string;
}

/** Who an unlisted trunk's calls are taken to come from. */
const ordinaryTrunk: TrunkProfile = trunkSchema.parse({});

/** The dialplan did not hand over what this version of the service reads. */
export class UnreadableEvidence extends Error {
  override readonly name = 'UnreadableEvidence';
}

/** From the dialplan's evidence to a verdict, remembered or fresh. */
export class Judge {
  private readonly strangers = new Set<string>();

  constructor(
    private screening: Screening,
    private readonly memory: VerdictMemory,
    private readonly log: ServiceLog,
  ) {}

  /** Calls that arrive from now on are judged by it. */
  use(screening: Screening): void {
    this.screening = screening;
  }

  get config(): Config {
    return this.screening.config;
  }

  /**
   * Rejects with {@link UnreadableEvidence} where nothing can be said of the call, rather than take the caller for one
   * who withholds the number.
   *
   * @param at epoch milliseconds
   */
  async judge(channel: string, args: readonly string[], at: number): Promise<Judgement> {
    const { config, numbering, context } = this.screening;
    const { trunk: name, invite, damaged } = readDialplanEvidence(args);
    if (damaged.includes('version')) throw new UnreadableEvidence('the dialplan speaks another version');
    if (damaged.length > 0) this.log.warn('evidence-damaged', { channel, keys: damaged.join(' ') });
    const trunk = { name, profile: config.trunks[name] ?? this.stranger(name) };
    const identity = identify(invite, trunk.profile, numbering);
    const { caller, origin, called } = identity;

    const plain: Evidence = { trunk, caller, origin, called, memory: { withheldJustRejected: false }, at };
    const key = this.memory.keyOf(evidenceKey(plain, context));
    const line: Line = { trunk: name, called: called.number?.e164 ?? called.number?.input ?? null };
    const { verdict, withheldJustRejected } = await this.memory.recall(key, line);
    // What is remembered was judged without the memory of that other call: it does not speak for this one.
    const remembered = withheldJustRejected ? null : verdict;
    const assessment = remembered?.value ?? assess({ ...plain, memory: { withheldJustRejected } }, context);
    if (remembered === null && !withheldJustRejected) this.memory.remember(key, assessment, at);
    // The mark speaks for one redialled call, not for everybody who shows a number within its three minutes.
    if (withheldJustRejected && caller.presentation === 'presented') this.memory.forgetWithheldReject(line);
    if (assessment.verdict === 'reject' && caller.presentation !== 'presented') this.memory.noteWithheldReject(line);
    return { identity, trunk, assessment, cachedMs: remembered === null ? null : at - remembered.at, key };
  }

  /** The caller passed the challenge: the same evidence is let through until the memory of it fades. */
  passed({ key, assessment }: Judgement, at: number): void {
    this.memory.rememberPassed(key, assessment, at);
  }

  private stranger(name: string): TrunkProfile {
    if (!this.strangers.has(name)) {
      this.strangers.add(name);
      this.log.warn('unknown-trunk', { trunk: name });
    }
    return ordinaryTrunk;
  }
}
