import { randomUUID } from 'node:crypto';
import { messageOf } from '../errors';
import { accountOf } from './account';
import { type Attempt, attemptMs, type FailedAttempt, failed } from './attempt';
import { longestAgeMs, mostAttempts, pauseAfter } from './back-off';
import type { Addressed } from './deliver';
import { type Delivery, readDelivery } from './delivery';
import type { News } from './news';
import type { Outbox } from './outbox';
import { hourMs, pack } from './pack';
import type { Parcel } from './parcel';
import { isWanted } from './wanted';

export type LaneEvent =
  /** The first failure in a row: it is tried again. */
  | { readonly type: 'notice-delayed'; readonly notice: string; readonly reason: string }
  | { readonly type: 'notice-recovered'; readonly notice: string }
  /** Given up; so many calls are told to nobody by this notice. */
  | { readonly type: 'notice-dropped'; readonly notice: string; readonly calls: number; readonly reason: string }
  | { readonly type: 'notice-refused-in-part'; readonly notice: string; readonly reason: string };

export interface LaneParts {
  readonly outbox: Outbox;
  /** One attempt; never rejects. */
  readonly send: (parcel: Parcel, to: Addressed, signal: AbortSignal) => Promise<Attempt>;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly tell: (event: LaneEvent) => void;
}

const atOnce: Delivery = { type: 'at-once' };

/** Everything on its way by one notice: one attempt at a time, so that a receiver that hangs holds one connection. */
export class Lane {
  private parcels: Parcel[] = [];
  /** When single parcels were made, within the last hour. */
  private singles: number[] = [];
  private failures = 0;
  private restUntil = 0;
  private timer: NodeJS.Timeout | undefined;
  private sending: { readonly id: string; readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  private closed = false;
  delivered = 0;
  dropped = 0;

  constructor(
    private to: Addressed,
    private readonly parts: LaneParts,
  ) {}

  /** Parcels on their way, among them those that still gather. */
  get waiting(): number {
    return this.parcels.length;
  }

  /** The notice as a new configuration has it; what is on its way goes out by it. */
  use(to: Addressed): void {
    this.to = to;
    this.restUntil = 0;
    this.pump();
  }

  /** What an earlier run left. */
  adopt(parcel: Parcel): void {
    this.parcels.push(parcel);
    this.pump();
  }

  receive(news: News): void {
    if (!isWanted(news, this.to.config.when)) return;
    const now = this.parts.now();
    this.singles = this.singles.filter((at) => at > now - hourMs);
    const parcel = pack(accountOf(news, this.to.config.numbers), {
      notice: this.to.name,
      delivery: news.alert ? atOnce : readDelivery(this.to.config.delivery),
      waiting: this.parcels.filter(({ id }) => id !== this.sending?.id),
      singles: this.singles,
      mostPerHour: this.to.config.mostPerHour,
      now,
      newId: randomUUID,
    });
    if (parcel === null) this.tellDropped(1, 'too many wait');
    else {
      if (!parcel.gathered) this.singles.push(now);
      this.keep(parcel);
      this.pump();
    }
  }

  /** Stops; what is under way gets so long to end. What did not arrive stays in the outbox. */
  async close(graceMs: number): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { sending } = this;
    if (sending === null) return;
    const enough = setTimeout(() => sending.abort.abort(), graceMs);
    await sending.done;
    clearTimeout(enough);
  }

  /** Gives up all that is on its way: the notice is no longer configured. */
  abandon(reason: string): void {
    for (const parcel of this.parcels) this.drop(parcel, reason);
    void this.close(0);
  }

  /** In place of itself, or behind the others. */
  private keep(parcel: Parcel): void {
    const at = this.parcels.findIndex(({ id }) => id === parcel.id);
    if (at === -1) this.parcels.push(parcel);
    else this.parcels[at] = parcel;
    this.parts.outbox.save(parcel);
  }

  /** Begins the next attempt, or waits until there is one to make. */
  private pump(): void {
    if (this.closed || this.sending !== null) return;
    clearTimeout(this.timer);
    const now = this.parts.now();
    for (const old of this.parcels.filter(({ due }) => now - due > longestAgeMs)) this.drop(old, 'too old');
    const next = this.parcels.find(({ due }) => due <= now);
    if (next !== undefined && now >= this.restUntil) this.begin(next);
    else this.waitUntil(next === undefined ? Math.min(...this.parcels.map(({ due }) => due)) : this.restUntil);
  }

  private waitUntil(at: number): void {
    if (at === Number.POSITIVE_INFINITY) return;
    // A clock that is set back must not stop a notice for long.
    this.timer = setTimeout(() => this.pump(), Math.min(at - this.parts.now(), hourMs));
  }

  private begin(parcel: Parcel): void {
    const abort = new AbortController();
    const enough = setTimeout(() => abort.abort(), attemptMs);
    const done = this.parts
      .send(parcel, this.to, abort.signal)
      .catch((defect: unknown) => failed(messageOf(defect), true))
      .then((attempt) => {
        clearTimeout(enough);
        this.sending = null;
        if (attempt.ok) this.arrived(parcel, attempt.remark);
        else if (!abort.signal.aborted) this.failedOnce(parcel, attempt);
        // Cut off by our own leaving, it says nothing of the receiver.
        else if (!this.closed) this.failedOnce(parcel, failed(`no answer within ${attemptMs / 1000} s`, false));
        this.pump();
      });
    this.sending = { id: parcel.id, abort, done };
  }

  private arrived(parcel: Parcel, remark: string | null): void {
    const { tell } = this.parts;
    const { name: notice } = this.to;
    if (this.failures > 0) tell({ type: 'notice-recovered', notice });
    if (remark !== null) tell({ type: 'notice-refused-in-part', notice, reason: remark });
    this.failures = 0;
    this.restUntil = 0;
    this.delivered += 1;
    this.forget(parcel);
  }

  private failedOnce(parcel: Parcel, { reason, final, retryAfterMs }: FailedAttempt): void {
    const { tell, now, chance } = this.parts;
    const others = this.parcels.filter(({ id }) => id !== parcel.id);
    // Abandoned meanwhile.
    if (others.length === this.parcels.length) return;
    if (final || parcel.attempts + 1 >= mostAttempts) {
      this.drop(parcel, reason);
      return;
    }
    if (this.failures === 0) tell({ type: 'notice-delayed', notice: this.to.name, reason });
    this.failures += 1;
    this.restUntil = now() + pauseAfter(this.failures, retryAfterMs, chance());
    // Behind the others: one that is never taken must not keep them waiting.
    this.parcels = others;
    this.keep({ ...parcel, attempts: parcel.attempts + 1 });
  }

  private drop(parcel: Parcel, reason: string): void {
    this.forget(parcel);
    this.tellDropped(parcel.accounts.length + parcel.omitted, reason);
  }

  private tellDropped(calls: number, reason: string): void {
    this.dropped += calls;
    this.parts.tell({ type: 'notice-dropped', notice: this.to.name, calls, reason });
  }

  private forget({ id }: Parcel): void {
    this.parcels = this.parcels.filter((parcel) => parcel.id !== id);
    this.parts.outbox.remove(id);
  }
}
