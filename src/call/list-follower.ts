import { messageOf } from '../errors';
import type { ServiceLog } from '../journal/service-log';
import type { ListBook } from '../store/list-book';
import type { Screening } from './screening';

/** A change of the lists that is being taken over. */
interface Change {
  readonly from: Screening;
  readonly announced: string;
  readonly to: Promise<Screening>;
}

/** Keeps the lists that calls are judged with those of the store: what an operator enters holds from the next call on. */
export class ListFollower {
  private change: Change | null = null;
  /** Told once, not with every call. */
  private unreadable: string | null = null;

  constructor(
    private readonly book: Pick<ListBook, 'read'>,
    private readonly log: ServiceLog,
  ) {}

  /**
   * The screening with the lists of the announced version; as it was where that is in force, or cannot be read.
   * Calls that come at the same moment wait for one reading. Never rejects.
   */
  follow(screening: Screening, announced: string): Promise<Screening> {
    if (announced === screening.listsVersion) return Promise.resolve(screening);
    if (this.change?.from !== screening || this.change.announced !== announced) {
      this.change = { from: screening, announced, to: this.takeOver(screening, announced) };
    }
    return this.change.to;
  }

  private async takeOver(screening: Screening, announced: string): Promise<Screening> {
    try {
      const lists = await this.book.read();
      this.unreadable = null;
      if (lists.version === screening.listsVersion) return screening;
      this.log.info('lists-changed', { count: lists.entries.length });
      return screening.withLists(lists);
    } catch (error) {
      if (this.unreadable !== announced) this.log.error('lists-kept', { reason: messageOf(error) });
      this.unreadable = announced;
      return screening;
    } finally {
      this.change = null;
    }
  }
}
