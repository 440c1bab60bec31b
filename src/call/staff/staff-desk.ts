import { messageOf } from '../../errors';
import type { Journal } from '../../journal/journal';
import { type StaffAction, type StaffActionName, staffActions } from '../../journal/sequel';
import type { ServiceLog } from '../../journal/service-log';
import { maskNumber } from '../../numbering/mask';
import type { NumberInfo } from '../../numbering/number-info';
import type { Pbx, PbxEvent } from '../../pbx/pbx';
import { doubtsAmong, sayDoubt } from '../../screening/lists/doubts';
import {
  expectWithheld,
  type OfficeRecord,
  pauseScreening,
  switchDisasterOff,
  switchDisasterOn,
} from '../../screening/records/office-record';
import { days, hours, minutes } from '../../screening/records/record';
import { ListBook } from '../../store/list-book';
import type { Store } from '../../store/store';
import type { Clock } from '../clock';
import type { Judgement } from '../judge';
import { changeOffice } from '../office-book';
import type { Screening } from '../screening';
import { within } from '../within';
import { entryOf, withEntry, withoutEntries } from './entries';
import { callerOf, type LastCaller, type RememberedCaller } from './last-caller';

export interface StaffDeskParts {
  readonly pbx: Pick<Pbx, 'setVariable' | 'continueAt'>;
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly journal: Pick<Journal, 'record'>;
  readonly log: ServiceLog;
  readonly lastCaller: Pick<LastCaller, 'get'>;
  /** In force now. */
  readonly screening: () => Pick<Screening, 'config' | 'numbering' | 'context'>;
  /** Of a new record. */
  readonly newId: () => string;
}

type StaffCode = Extract<PbxEvent, { readonly type: 'staff-code' }>;

/** What became of an action. */
type Outcome = Pick<StaffAction, 'result'> & {
  readonly number: NumberInfo | null;
  readonly callerId: string | null;
  /** Epoch ms; `null`: it does not end, or needs no end. */
  readonly until: number | null;
};

/** The dialplan's lease is ten seconds: so much for the work, and the rest for the answer. */
const workMs = 4_000;

/** Where extensions-denwaban.conf says what became of it. */
const answerContext = 'denwaban-staff-answer';

/** What whoever pressed a key on an announced call is called in the journal: any of the telephones that rang. */
const office = 'office';

/** What staff switch from a telephone: each code is done, recorded with the telephone it came from, and answered aloud. */
export class StaffDesk {
  private readonly lists: ListBook;

  constructor(private readonly parts: StaffDeskParts) {
    this.lists = new ListBook(parts.store);
  }

  /** Never rejects; a channel that cannot be answered is freed by its lease. */
  async serve({ channel, action, by }: StaffCode): Promise<void> {
    const known = staffActions.find((name) => name === action);
    if (known === undefined) {
      this.parts.log.warn('staff-failed', { by, action, reason: 'unknown action' });
      await this.say(channel, 'failed', null);
      return;
    }
    const { result, number } = await this.perform(known, by, this.parts.lastCaller.get());
    await this.say(channel, result === 'done' ? known : result, result === 'done' ? number : null);
  }

  /** Whoever heard the announced name wants no call of this caller again. Never rejects. */
  async denyCaller(judgement: Judgement, by = office): Promise<void> {
    await this.perform('deny-last', by, callerOf(judgement));
  }

  private async perform(action: StaffActionName, by: string, last: RememberedCaller | null): Promise<Outcome> {
    const failed: Outcome = { ...acted('failed', last), until: null };
    const work = this.work(action, by, last).catch((error: unknown) => {
      this.parts.log.warn('staff-failed', { by, action, reason: messageOf(error) });
      return failed;
    });
    const outcome = await within(workMs, work, null);
    // Whatever hangs may still be done after we have said that it failed: the other way round would be worse.
    if (outcome === null) this.parts.log.warn('staff-failed', { by, action, reason: `${workMs} ms` });
    this.record(action, by, outcome ?? failed);
    return outcome ?? failed;
  }

  private async work(action: StaffActionName, by: string, last: RememberedCaller | null): Promise<Outcome> {
    const at = this.parts.clock.now();
    const { denyDays, withheldMinutes, pauseMinutes, disasterHours } = this.parts.screening().config.staff;
    switch (action) {
      case 'deny-last':
        return this.enter('deny', by, last, at + denyDays * days);
      case 'allow-last':
        return this.enter('allow', by, last, at + denyDays * days);
      case 'remove-last':
        return this.remove(last);
      case 'next-withheld':
        return this.switch(at + withheldMinutes * minutes, (record, until) =>
          expectWithheld(record, { until, by, reason: '', at }),
        );
      case 'pause':
        return this.switch(at + pauseMinutes * minutes, (record, until) => pauseScreening(record, { until, by, at }));
      case 'disaster-on':
        return this.switch(at + disasterHours * hours, (record, until) =>
          switchDisasterOn(record, { until, reason: this.reason(by), at }),
        );
      case 'disaster-off':
        return this.switch(null, switchDisasterOff);
    }
  }

  private async enter(
    list: 'allow' | 'deny',
    by: string,
    last: RememberedCaller | null,
    until: number,
  ): Promise<Outcome> {
    const number = last?.number ?? null;
    if (number === null) return { ...acted('no-last-caller', null), until: null };
    const { numbering } = this.parts.screening();
    const entry = entryOf(list, number, { reason: this.reason(by), expires: new Date(until).toISOString() });
    if (entry === null) throw new Error('no telephone number');
    const { entries } = await this.lists.change((before) => ({ entries: withEntry(before, entry, numbering) }));
    this.tellDoubts(number, entry, entries);
    return { ...acted('done', last), until };
  }

  private async remove(last: RememberedCaller | null): Promise<Outcome> {
    const number = last?.number ?? null;
    if (number === null) return { ...acted('no-last-caller', null), until: null };
    const { numbering } = this.parts.screening();
    const { removed } = await this.lists.change((before) => {
      const entries = withoutEntries(before, number, numbering);
      return { entries, removed: before.length - entries.length };
    });
    return { ...acted(removed > 0 ? 'done' : 'nothing-to-remove', last), until: null };
  }

  private async switch<T extends number | null>(
    until: T,
    change: (record: OfficeRecord, until: T) => OfficeRecord,
  ): Promise<Outcome> {
    await changeOffice(this.parts.store, (record) => change(record, until));
    return { ...acted('done', null), until };
  }

  /** Who hears of an entry aloud cannot be warned aloud: that an official number is screened and never rejected, and the like. */
  private tellDoubts(
    number: NumberInfo,
    entry: Parameters<ReturnType<typeof doubtsAmong>>[0],
    entries: readonly (typeof entry)[],
  ): void {
    const { screening, clock, log } = this.parts;
    const { config, numbering, context } = screening();
    const doubtsOf = doubtsAmong([...config.lists, ...entries], context.knowledge, numbering, clock.now());
    for (const doubt of doubtsOf(entry)) {
      log.warn('staff-doubtful', { number: maskNumber(number), doubt: sayDoubt(doubt)[config.language] });
    }
  }

  private record(action: StaffActionName, by: string, { result, number, callerId, until }: Outcome): void {
    const { journal, log, clock, newId } = this.parts;
    const masked = number === null ? null : maskNumber(number);
    journal.record({
      schema: 1,
      record: 'staff-action',
      at: new Date(clock.now()).toISOString(),
      id: newId(),
      by,
      action,
      result,
      masked,
      callerId,
      until: until === null ? null : new Date(until).toISOString(),
    });
    if (result === 'done') log.info('staff-acted', { by, action, number: masked ?? '' });
    else if (result !== 'failed') log.info('staff-had-nothing', { by, action, result });
  }

  private async say(channel: string, extension: string, number: NumberInfo | null): Promise<void> {
    const { pbx, screening, log } = this.parts;
    const { language } = screening().config;
    const said = number === null ? '' : lastDigits(number).join('|');
    // What cannot be set is not said; that the channel goes on matters more.
    await Promise.allSettled([
      pbx.setVariable(channel, 'CHANNEL(language)', language),
      ...(said === '' ? [] : [pbx.setVariable(channel, 'DENWABAN_SAID', said)]),
    ]);
    try {
      await pbx.continueAt(channel, answerContext, extension);
    } catch (error) {
      log.warn('call-error', { channel, operation: 'staff-answer', reason: messageOf(error) });
    }
  }

  private reason(by: string): string {
    return { ja: `電話機 ${by} から登録`, en: `from telephone ${by}` }[this.parts.screening().config.language];
  }
}

function acted(result: Outcome['result'], last: RememberedCaller | null): Omit<Outcome, 'until'> {
  return { result, number: last?.number ?? null, callerId: last?.callerId ?? null };
}

/** Enough to tell which caller was meant. */
function lastDigits({ national, e164, input }: NumberInfo): readonly string[] {
  return [...(national ?? e164 ?? input).replace(/\D/g, '').slice(-4)];
}
