import { join } from 'node:path';
import type { Config } from '../config/schema';
import { DenwabanError, messageOf } from '../errors';
import { type Addressed, deliver, type NoticeSecrets } from './deliver';
import { Lane, type LaneEvent } from './lane';
import type { News } from './news';
import { Outbox, type OutboxEvent } from './outbox';

/** Tells people of calls, by mail and webhook. */
export interface Notices {
  /** Never throws and never waits: what is told goes out when it can. */
  tell(news: News): void;
  /** Resolves within a few seconds; what did not go out stays for the next start. Idempotent. */
  close(): Promise<void>;
  gauges(): NoticeGauges;
}

export interface NoticeGauges {
  /** Parcels that wait to be sent, or gather calls until they are due. */
  readonly waiting: number;
  /** Since the start: parcels that arrived; calls that were given up. */
  readonly delivered: number;
  readonly dropped: number;
}

export type NoticesEvent = LaneEvent | OutboxEvent;
export type NoticesConfig = Pick<Config, 'notices' | 'language' | 'dataDir'>;

export interface NoticesParts {
  readonly secrets: NoticeSecrets;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly tell: (event: NoticesEvent) => void;
}

/** News that wait for the event loop to have time; no burst of calls is as large. */
const mostNews = 5_000;
const mostAtOnce = 50;
/** For an attempt that is under way when we leave, and then for the disk. */
const graceMs = 2_000;
const diskGraceMs = 1_000;

/** Every notice with what it needs, by name. Throws where a mail server wants a password that is missing. */
export function addressedNotices(
  { notices: { smtp, send }, language }: Pick<Config, 'notices' | 'language'>,
  { smtpPassword }: NoticeSecrets,
): Addressed[] {
  const mails = Object.values(send).some(({ mail }) => mail !== undefined);
  if (mails && smtp?.user && smtpPassword === null) throw new DenwabanError('DENWABAN_SMTP_PASSWORD_MISSING');
  return Object.entries(send).map(([name, config]) => ({ name, config, language: config.language ?? language, smtp }));
}

/** The notices of a running service. */
export class NoticeService implements Notices {
  private readonly outbox: Outbox;
  private lanes = new Map<string, Lane>();
  private readonly news: News[] = [];
  private overflowed = 0;
  private closing: Promise<void> | null = null;

  private constructor(
    { dataDir }: NoticesConfig,
    private readonly parts: NoticesParts,
  ) {
    this.outbox = new Outbox(join(dataDir, 'outbox'), parts.tell);
  }

  /**
   * Takes up what an earlier run left, and begins.
   *
   * @throws DenwabanError DENWABAN_SMTP_PASSWORD_MISSING
   */
  static async open(config: NoticesConfig, parts: NoticesParts): Promise<NoticeService> {
    const service = new NoticeService(config, parts);
    service.use(config);
    for (const parcel of await service.outbox.load()) {
      const lane = service.lanes.get(parcel.notice);
      if (lane !== undefined) lane.adopt(parcel);
      else {
        service.outbox.remove(parcel.id);
        parts.tell({ ...gone, notice: parcel.notice, calls: parcel.accounts.length + parcel.omitted });
      }
    }
    return service;
  }

  /**
   * Takes over the notices of a new configuration; what is on its way goes out by it.
   *
   * @throws DenwabanError DENWABAN_SMTP_PASSWORD_MISSING; nothing has changed then
   */
  use(config: NoticesConfig): void {
    const addressed = addressedNotices(config, this.parts.secrets);
    const before = this.lanes;
    this.lanes = new Map(addressed.map((to) => [to.name, before.get(to.name) ?? this.laneTo(to)]));
    for (const to of addressed) this.lanes.get(to.name)?.use(to);
    for (const [name, lane] of before) if (!this.lanes.has(name)) lane.abandon(gone.reason);
  }

  tell(news: News): void {
    if (this.lanes.size === 0 || this.closing !== null) return;
    if (this.news.length === 0) setImmediate(() => this.handOut());
    if (this.news.length < mostNews) this.news.push(news);
    else this.overflowed += 1;
  }

  close(): Promise<void> {
    this.closing ??= this.leave();
    return this.closing;
  }

  gauges(): NoticeGauges {
    const lanes = [...this.lanes.values()];
    const sum = (count: (lane: Lane) => number) => lanes.reduce((total, lane) => total + count(lane), 0);
    return {
      waiting: sum(({ waiting }) => waiting) + this.news.length,
      delivered: sum(({ delivered }) => delivered),
      dropped: sum(({ dropped }) => dropped),
    };
  }

  private laneTo(to: Addressed): Lane {
    const { secrets, now, chance, tell } = this.parts;
    const send = (...[parcel, addressed, signal]: Parameters<Lane['parts']['send']>) =>
      deliver(parcel, addressed, secrets, now, signal);
    return new Lane(to, { outbox: this.outbox, send, now, chance, tell });
  }

  /** A few at a time: calls come in between. */
  private handOut(): void {
    for (const each of this.news.splice(0, mostAtOnce)) this.handOutOne(each);
    if (this.news.length > 0 && this.closing === null) setImmediate(() => this.handOut());
    if (this.overflowed > 0) {
      this.parts.tell({ type: 'notice-dropped', notice: '*', calls: this.overflowed, reason: 'too many at once' });
      this.overflowed = 0;
    }
  }

  /** What cannot be told must not end the service that screens calls. */
  private handOutOne(news: News): void {
    try {
      for (const lane of this.lanes.values()) lane.receive(news);
    } catch (defect) {
      this.parts.tell({ type: 'notice-dropped', notice: '*', calls: 1, reason: messageOf(defect) });
    }
  }

  private async leave(): Promise<void> {
    while (this.news.length > 0) this.handOut();
    await Promise.all([...this.lanes.values()].map((lane) => lane.close(graceMs)));
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, diskGraceMs);
    });
    await Promise.race([this.outbox.settled(), enough]);
    clearTimeout(timer);
  }
}

const gone = { type: 'notice-dropped', reason: 'no longer configured' } as const;
