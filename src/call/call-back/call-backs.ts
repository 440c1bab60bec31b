import { messageOf } from '../../errors';
import type { Decision } from '../../journal/decision';
import type { Journal } from '../../journal/journal';
import type { Sequel } from '../../journal/sequel';
import type { ServiceLog } from '../../journal/service-log';
import type { News } from '../../notify/news';
import { maskNumber } from '../../numbering/mask';
import { type CallOrder, type DialplanPlace, type Pbx, PbxError } from '../../pbx/pbx';
import type { Store } from '../../store/store';
import type { CallBackAnswer } from '../../text/answers';
import type { ServiceMessage } from '../../text/service-messages';
import { Background } from '../background';
import type { Subject } from '../call-memory';
import type { Clock } from '../clock';
import type { Judgement } from '../judge';
import type { Screening } from '../screening';
import { toldNumber } from '../told-number';
import { CallBackBudget, type CallBackLimits } from './budget';
import { type Conclusion, conclude, distinct } from './conclusion';
import { callBackRefusal } from './guards';
import { callOrderOf } from './order';
import { type Joiner, PendingCallBack } from './pending';

export interface CallBacksParts {
  readonly pbx: Pick<Pbx, 'callOut'>;
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly journal: Pick<Journal, 'record'>;
  readonly log: ServiceLog;
  readonly notices: { tell(news: News): void };
  readonly memory: { prove(subject: Subject, result: 'verified' | 'spoof', at: number): void };
  /** In force now. */
  readonly screening: () => Pick<Screening, 'config' | 'numbering' | 'context'>;
  /** Of a new order. */
  readonly newId: () => string;
  /** The caller called, and is put through to the office now. */
  readonly connected: (judgement: Judgement) => void;
}

/** A judged call, and where it would have gone; `null`: the dialplan did not tell. */
export type ReturnableCall = Judgement & { readonly office: DialplanPlace | null };

const conclusionMessages = {
  verified: 'call-back-verified',
  ambiguous: 'call-back-ambiguous',
  inconclusive: 'call-back-inconclusive',
  spoof: 'proven-spoof',
} as const satisfies Readonly<Record<Conclusion, ServiceMessage>>;

/** Beyond the time in which an answer comes: then something was lost, and nothing will be heard any more. */
const lostMs = 40_000;

/**
 * Verification by calling the presented number back. Whoever is told of it has a reservation, and hangs up; then the
 * number is called, once, however many calls showed it. The call itself is the dialplan's: it goes on without us.
 */
export class CallBacks {
  /** From the reservation to the answer, by caller id. */
  private readonly pending = new Map<string, PendingCallBack>();
  /** By the id of each call that is told of it. */
  private readonly joined = new Map<string, PendingCallBack>();
  private readonly budget: CallBackBudget;
  private readonly background = new Background();
  /** Told once, not with every call. */
  private exhausted = false;
  private closed = false;

  constructor(private readonly parts: CallBacksParts) {
    this.budget = new CallBackBudget(parts.store);
  }

  gauges(): { readonly pending: number; readonly timers: number } {
    let timers = 0;
    for (const { timerCount } of this.pending.values()) timers += timerCount;
    return { pending: this.pending.size, timers };
  }

  /**
   * A call was judged, whatever the verdict. While its number is to be called back, "yes, that was me" may be said of this
   * one.
   */
  note({ subject }: Judgement): void {
    if (subject.callerId !== null) this.pending.get(subject.callerId)?.note(subject.fingerprint);
  }

  /**
   * Whether the caller of this call (by the id of its decision) may be told that we call back. Never rejects, and takes no
   * longer than the store's deadline allows; with the store away nobody is called. What is reserved must be begun or cancelled.
   */
  async reserve(id: string, call: ReturnableCall): Promise<boolean> {
    this.note(call);
    const { office } = call;
    const callBack = office === null ? null : this.place(call);
    if (office === null || callBack === null) return false;
    callBack.joiners.set(id, { judgement: call, office, decision: null });
    this.joined.set(id, callBack);
    await callBack.asked;
    // The caller may have hung up meanwhile.
    const holds = callBack.grant !== null && callBack.joiners.has(id);
    if (!holds) this.leave(id, callBack);
    return holds;
  }

  /** The caller hung up before hearing of it, or goes another way. Nothing happens for a call without a reservation. */
  cancel(id: string): void {
    const callBack = this.joined.get(id);
    if (callBack === undefined) return;
    this.leave(id, callBack);
    if (callBack.isIdle) this.giveUp(callBack);
  }

  /** The caller was told, and the channel is gone: the number is called, unless it is already. */
  begin(decision: Decision): void {
    const callBack = this.joined.get(decision.id);
    const joiner = callBack?.joiners.get(decision.id);
    if (callBack === undefined || joiner === undefined || callBack.grant === null) return;
    joiner.decision = decision;
    if (callBack.answer !== null) this.record(decision.id, callBack, callBack.answer);
    else if (!callBack.dialled) this.dial(callBack, joiner);
  }

  /** What became of an order, as the dialplan tells it. Of an earlier run's nothing is known any more. */
  answered(order: string, answer: CallBackAnswer): void {
    const callBack = [...this.pending.values()].find(({ id, dialled }) => id === order && dialled);
    if (callBack === undefined) return;
    callBack.stopTimer();
    callBack.answer = answer;
    this.pending.delete(callBack.callerId);
    this.conclude(callBack, answer);
    // Who still listens to the announcement is recorded after hanging up.
    for (const [id, { decision }] of [...callBack.joiners]) if (decision !== null) this.record(id, callBack, answer);
  }

  /** Leaves no timer. What the exchange was asked for goes on by the dialplan alone; nobody will learn of its answer. */
  async close(): Promise<void> {
    this.closed = true;
    for (const callBack of this.pending.values()) callBack.stopTimer();
    this.pending.clear();
    this.joined.clear();
    await this.background.settled();
  }

  /** The call-back that this call takes part in; `null`: none. */
  private place({ identity, memory, subject }: ReturnableCall): PendingCallBack | null {
    const { number } = identity.caller;
    const { callerId, fingerprint } = subject;
    const { config, numbering, context } = this.parts.screening();
    const { callBack: settings } = config.challenge;
    const { caller, called } = identity;
    const { knowledge } = context;
    const question = { caller, called, fingerprint, proof: memory.caller.proof, settings, knowledge, numbering };
    if (this.closed || callBackRefusal(question) !== null || number === null || callerId === null) return null;
    const there = this.pending.get(callerId);
    if (there !== undefined) return there.isOpen ? there : null;
    if (this.pending.size >= settings.atOnce) return null;
    const callBack = new PendingCallBack(this.parts.newId(), callerId, number);
    callBack.note(fingerprint);
    this.pending.set(callerId, callBack);
    callBack.asked = this.ask(callBack);
    return callBack;
  }

  private async ask(callBack: PendingCallBack): Promise<void> {
    const { clock, screening } = this.parts;
    const { callerId, id } = callBack;
    const limits = screening().config.challenge.callBack;
    const taken = await this.budget.take(callerId, id, limits, clock.now()).catch(() => null);
    if (taken === null || typeof taken === 'string') {
      this.forget(callBack);
      if (taken === 'limit') this.complain(limits);
      return;
    }
    this.exhausted = false;
    callBack.grant = taken;
    if (callBack.isIdle) this.giveUp(callBack);
  }

  private complain({ perHour, perDay }: CallBackLimits): void {
    if (!this.exhausted) this.parts.log.warn('call-backs-exhausted', { perHour, perDay });
    this.exhausted = true;
  }

  private leave(id: string, callBack: PendingCallBack): void {
    callBack.joiners.delete(id);
    this.joined.delete(id);
  }

  /** Nobody is to be called after all. */
  private giveUp(callBack: PendingCallBack): void {
    this.forget(callBack);
    if (callBack.grant !== null) this.background.run(this.budget.giveBack(callBack.grant));
  }

  private forget({ callerId, id }: PendingCallBack): void {
    if (this.pending.get(callerId)?.id === id) this.pending.delete(callerId);
  }

  private dial(callBack: PendingCallBack, { office }: Joiner): void {
    const { log, screening } = this.parts;
    const { id, number } = callBack;
    callBack.dialled = true;
    const order = callOrderOf({ id, number, office, config: screening().config });
    if (order === null) {
      // The configuration was changed since.
      this.answered(id, 'failed');
      return;
    }
    log.info('call-back-ordered', {
      number: maskNumber(number),
      trunk: screening().config.challenge.callBack.trunk ?? '',
    });
    callBack.startTimer(order.answerSeconds * 1000 + lostMs, () => this.answered(id, 'failed'));
    this.background.run(this.callOut(order, callBack));
  }

  private async callOut(order: CallOrder, { id, number, grant }: PendingCallBack): Promise<void> {
    const limits = this.parts.screening().config.challenge.callBack;
    try {
      // Whoever was told waits for our call: a store that went away since is no reason to break our word.
      const isOurs = grant !== null && (await this.budget.spend(grant, limits).catch(() => true));
      if (!isOurs) throw new Error('it was reserved too long ago');
      await this.parts.pbx.callOut(order);
    } catch (error) {
      this.parts.log.warn('call-back-failed', { number: maskNumber(number), reason: messageOf(error) });
      // An exchange that did not answer may have taken the order all the same.
      const unknown = error instanceof PbxError && error.kind === 'unreachable';
      if (!unknown) this.answered(id, 'failed');
    }
  }

  /** What is learnt of the number's callers, and who is told. */
  private conclude({ number, joiners, fingerprints }: PendingCallBack, answer: CallBackAnswer): void {
    const { clock, memory, log, connected } = this.parts;
    const judgements = [...joiners.values()].map(({ judgement }) => judgement);
    const subjects = distinct(judgements.map(({ subject }) => subject));
    const data = { number: maskNumber(number), answer, calls: joiners.size };
    const conclusion = conclude(answer, fingerprints);
    if (conclusion === 'verified' || conclusion === 'spoof') {
      for (const subject of subjects) memory.prove(subject, conclusion, clock.now());
    }
    const [first] = judgements;
    if (answer === 'yes' && first !== undefined) connected(first);
    const urgent = conclusion === 'spoof' || conclusion === 'ambiguous';
    log[urgent ? 'warn' : 'info'](conclusionMessages[conclusion], data);
  }

  /** One line for each call. One piece of news for all of them: whoever forges a number does it by the hundred. */
  private record(id: string, callBack: PendingCallBack, answer: CallBackAnswer): void {
    const { journal, notices, clock } = this.parts;
    const joiner = callBack.joiners.get(id);
    this.leave(id, callBack);
    if (joiner === undefined || joiner.decision === null) return;
    const { decision, judgement } = joiner;
    const at = new Date(clock.now()).toISOString();
    const sequel = sequelOf(decision, answer, at);
    journal.record(sequel);
    if (answer !== 'no' || callBack.told) return;
    callBack.told = true;
    const number = toldNumber(judgement.identity.caller);
    notices.tell({ event: 'proven-spoof', decision, number, alert: true, recording: null, sequel });
  }
}

function sequelOf({ id, channel }: Decision, callBack: CallBackAnswer, at: string): Sequel {
  return { schema: 1, record: 'sequel', at, decision: id, channel, staff: null, name: null, message: null, callBack };
}
