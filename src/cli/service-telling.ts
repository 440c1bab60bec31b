import type { JournalEvent } from '../journal/jsonl-journal';
import type { ServiceLog } from '../journal/service-log';
import type { NoticesEvent } from '../notify/notices';
import type { PbxEvent } from '../pbx/pbx';
import type { StoreListener } from '../store/store';
import type { ChosenNumbering } from './choose-numbering';

/** What the parts of the service tell of themselves, as lines of its log. */

export function tellExchange(log: ServiceLog, event: PbxEvent): void {
  if (event.type === 'connected') log.info('exchange-connected');
  if (event.type === 'trunk-unknown') log.warn('trunk-unknown', { trunk: event.trunk });
  if (event.type === 'disconnected') log.warn('exchange-lost', { reason: event.reason });
}

export function tellStore(log: ServiceLog): StoreListener {
  return (event) => {
    switch (event.type) {
      case 'degraded':
        return log.warn('store-degraded', { reason: event.reason });
      case 'recovered':
        return log.info('store-recovered');
      case 'moved-aside':
        return log.error('store-set-aside', { file: event.file, reason: event.reason });
    }
  };
}

export function tellJournal(log: ServiceLog): (event: JournalEvent) => void {
  return (event) => {
    switch (event.type) {
      case 'degraded':
        return log.error('journal-degraded', { reason: event.reason });
      case 'recovered':
        return log.info('journal-recovered', { lost: event.lost });
    }
  };
}

export function tellNotices(log: ServiceLog): (event: NoticesEvent) => void {
  return (event) => {
    switch (event.type) {
      case 'notice-delayed':
        return log.warn('notice-delayed', { notice: event.notice, reason: event.reason });
      case 'notice-recovered':
        return log.info('notice-recovered', { notice: event.notice });
      case 'notice-dropped':
        return log.error('notice-dropped', { notice: event.notice, calls: event.calls, reason: event.reason });
      case 'notice-refused-in-part':
        return log.warn('notice-refused-in-part', { notice: event.notice, reason: event.reason });
      case 'outbox-degraded':
        return log.error('outbox-degraded', { reason: event.reason });
      case 'outbox-recovered':
        return log.info('outbox-recovered');
      case 'outbox-damaged':
        return log.warn('outbox-damaged', { file: event.file });
    }
  };
}

/** @param before what was in use until now; `null` at the start */
export function tellNumbering(log: ServiceLog, data: ChosenNumbering, before: ChosenNumbering | null = null): void {
  const { file, numbering, passedOver } = data;
  if (passedOver?.why === 'damaged') {
    log.warn('numbering-damaged', { file: passedOver.file, reason: passedOver.reason });
  }
  if (before !== null && numbering !== before.numbering) {
    log.info('numbering-replaced', { file, date: numbering.snapshot.date });
  }
}
