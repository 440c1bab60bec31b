import { CallBacks, type CallBacksParts, type ReturnableCall } from '../../../../src/call/call-back/call-backs';
import type { Judgement } from '../../../../src/call/judge';
import { composeScreening } from '../../../../src/cli/compose';
import { type ConfigInput, configSchema } from '../../../../src/config/schema';
import type { Decision } from '../../../../src/journal/decision';
import type { Sequel } from '../../../../src/journal/sequel';
import type { News } from '../../../../src/notify/news';
import type { CallOrder, PbxError } from '../../../../src/pbx/pbx';
import { fingerprintOf } from '../../../../src/screening/fingerprint';
import { dialKey } from '../../../../src/screening/number-groups';
import type { Store } from '../../../../src/store/store';
import { decision } from '../../journal/decisions';
import { type CallWords, call, numbering, numbers } from '../../screening/evidence';
import { judged } from '../judgement';

export const office = { context: 'office', extension: '0422229999' };

/** A screened call of this number, as the judge has it. */
export function screened(words: CallWords = {}): ReturnableCall {
  const evidence = call(words);
  const { number } = evidence.caller;
  const callerId = number === null ? null : `id-${dialKey(number)}`;
  const fingerprint = fingerprintOf(evidence);
  const base: Judgement = judged(words);
  return { ...base, subject: { ...base.subject, callerId, fingerprint }, office };
}

export const decided = (id: string): Decision => decision({ id, channel: `channel of ${id}` });

/** One service with call-backs, and what came of them. */
export class House {
  now = Date.parse('2026-11-24T12:00:00+09:00');
  readonly orders: CallOrder[] = [];
  readonly proofs: string[] = [];
  readonly sequels: Sequel[] = [];
  readonly news: News[] = [];
  readonly log: string[] = [];
  /** Of the log's lines. */
  readonly data: unknown[] = [];
  readonly connected: Judgement[] = [];
  /** What the next order meets. */
  refusal: PbxError | null = null;
  private count = 0;

  service(store: Store, callBack: NonNullable<ConfigInput['challenge']>['callBack'] = {}): CallBacks {
    const settings = { trunk: 'hikari', callerNumber: numbers.ours, atOnce: 10, ...callBack };
    const config = configSchema.parse({ challenge: { callBack: settings }, office: { numbers: [numbers.ours] } });
    const screening = composeScreening(config, numbering);
    const note = (event: string, data?: unknown): void => {
      this.log.push(event);
      this.data.push(data);
    };
    const parts: CallBacksParts = {
      pbx: {
        callOut: async (order) => {
          const { refusal } = this;
          this.refusal = null;
          if (refusal !== null) throw refusal;
          this.orders.push(order);
        },
      },
      store,
      clock: { now: () => this.now },
      journal: {
        record: (entry) => {
          if ('record' in entry && entry.record === 'sequel') this.sequels.push(entry);
        },
      },
      log: { info: note, warn: note, error: note },
      notices: { tell: (news) => void this.news.push(news) },
      memory: {
        prove: ({ fingerprint }, result) =>
          void this.proofs.push(`${result} ${fingerprint?.trunk} ${fingerprint?.form}`),
      },
      screening: () => screening,
      newId: () => `order-${++this.count}`,
      connected: (judgement) => void this.connected.push(judgement),
    };
    return new CallBacks(parts);
  }

  /** The order that went out last. */
  get order(): string {
    return this.orders.at(-1)?.id ?? 'none';
  }
}
