import type { Decision } from '../journal/decision';
import type { Journal } from '../journal/journal';
import type { ServiceLog } from '../journal/service-log';
import type { Notices } from '../notify/notices';
import type { CallEnd, Pbx, PbxEvent } from '../pbx/pbx';
import type { RecordingShelf } from '../recordings/shelf';
import type { Store } from '../store/store';
import { CallBacks } from './call-back/call-backs';
import type { CallMemory } from './call-memory';
import type { Clock } from './clock';
import type { Ending } from './effects';
import { FollowUps, type ScreenedCall } from './follow-ups';
import type { Judge } from './judge';
import type { LiveCall } from './live-call';
import { RecordedSpeech } from './recorded-speech';
import { Sequels } from './sequels';
import { LastCaller } from './staff/last-caller';
import { StaffDesk } from './staff/staff-desk';
import { toldNumber } from './told-number';

export interface AftermathParts {
  readonly pbx: Pbx;
  readonly store: Store;
  readonly shelf: RecordingShelf;
  readonly memory: CallMemory;
  readonly judge: Judge;
  readonly journal: Pick<Journal, 'record'>;
  readonly notices: Pick<Notices, 'tell'>;
  readonly log: ServiceLog;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface AftermathGauges {
  /** Calls whose end is waited for, to learn from it. */
  readonly following: number;
  /** Calls that the dialplan goes on with by itself, and those whose sequel is being written. */
  readonly sequels: number;
  readonly callBacks: { readonly pending: number; readonly timers: number };
}

/**
 * What follows a decision: who is rung next learns who called, recordings are fetched, numbers called back, people told,
 * and what became of the call is learnt. Nothing in it holds up a call.
 */
export class Aftermath {
  readonly callBacks: CallBacks;
  readonly speech: RecordedSpeech;
  private readonly sequels: Sequels;
  private readonly staff: StaffDesk;
  private readonly lastCaller: LastCaller;
  private readonly followUps: FollowUps;
  private readonly notices: AftermathParts['notices'];

  constructor(parts: AftermathParts) {
    const { clock, judge } = parts;
    const screening = () => judge.inForce;
    this.notices = parts.notices;
    this.followUps = new FollowUps(parts.memory, clock.now);
    this.lastCaller = new LastCaller(clock.now);
    this.speech = new RecordedSpeech(parts);
    this.staff = new StaffDesk({ ...parts, screening, lastCaller: this.lastCaller });
    this.callBacks = new CallBacks({
      ...parts,
      screening,
      connected: (judgement) => this.lastCaller.talks(judgement),
    });
    this.sequels = new Sequels({
      ...parts,
      speech: this.speech,
      deny: async (judgement) => void (await this.staff.denyCaller(judgement)),
      taken: (judgement) => judge.passed(judgement, clock.now()),
    });
  }

  /** The call is recorded. Who goes on to the office is followed to the end of the call; of all others the end is known. */
  decided(call: LiveCall, { outcome, challenge }: Ending, decision: Decision): void {
    const { id, judgement, leg, arrivedAt, name } = call;
    if (judgement === null) return;
    const screened: ScreenedCall = { subject: judgement.subject, challenge, arrivedAt, refused: outcome === 'refused' };
    if (outcome === 'connected' || outcome === 'presented' || outcome === 'failed-open') {
      this.followUps.follow(leg.channel, screened);
      this.lastCaller.handedOver(leg.channel, judgement);
    } else this.followUps.learn(screened, false);
    if (outcome === 'presented' || outcome === 'message') this.sequels.expect({ decision, judgement, name });
    else if (challenge?.kind === 'state-name') this.speech.dropNames(id);
    if (outcome === 'call-back') this.callBacks.begin(decision);
    else this.callBacks.cancel(id);
    const number = toldNumber(judgement.identity.caller);
    this.notices.tell({ event: 'call', decision, number, alert: call.alert, recording: null, sequel: null });
  }

  /** Nothing more will be heard of the call. */
  ended(channel: string, end: CallEnd): void {
    this.followUps.ended(channel, end.answered);
    this.sequels.ended(channel, end);
    this.lastCaller.ended(channel, end.answered || wasHeard(end));
  }

  calledBack({ order, answer }: Extract<PbxEvent, { type: 'called-back' }>): void {
    this.callBacks.answered(order, answer);
  }

  staffDialled(code: Extract<PbxEvent, { type: 'staff-code' }>): void {
    void this.staff.serve(code);
  }

  connected(): void {
    this.sequels.adopt();
  }

  /** Nobody will tell how the calls under way end. */
  disconnected(): void {
    this.followUps.loseAll();
  }

  gauges(): AftermathGauges {
    return { following: this.followUps.count, sequels: this.sequels.count, callBacks: this.callBacks.gauges() };
  }

  /** What was begun is finished, while the exchange is still there. */
  async close(): Promise<void> {
    this.followUps.loseAll();
    await this.callBacks.close();
    await this.sequels.settled();
    await this.speech.settled();
  }
}

/** Whoever heard the stated name means that caller when they speak of the last one. */
function wasHeard({ staff }: CallEnd): boolean {
  return staff !== null && staff !== 'unanswered' && staff !== 'hung-up';
}
