import { randomBytes } from 'node:crypto';
import type { ListEntry } from '../config/schema';
import type { StoredLists } from '../config/stored-lists';
import { DenwabanError } from '../errors';
import { type Store, StoreUnavailable } from './store';
import { formatStoredLists, parseStoredLists } from './stored-lists-text';
import { updateRecord } from './update-record';

const listsKey = 'lists';

/**
 * Under this key stands the version of the lists, short enough to be read along with each call. It changes after the
 * lists did, so whoever reads them because of it finds these or newer ones.
 */
export const listsVersionKey = 'lists-version';

export const mostEntries = 100_000;

/** Enough for several people who change the lists at once. */
const attempts = 8;

/** The list entries that commands keep in the store: for the commands, which change them, and for the service. */
export class ListBook {
  constructor(private readonly store: Store) {}

  /**
   * The entries with the version they themselves have, which may be newer than the announced one.
   *
   * @throws StoreUnavailable, DenwabanError DENWABAN_LISTS_UNREADABLE
   */
  async read(): Promise<StoredLists> {
    const [text = null] = await this.store.read([listsKey]);
    return parseStoredLists(text);
  }

  /**
   * Changes the entries, and resolves with what `update` returned for it. That may run several times, since others may
   * change them too; when it returns the very array it was given, nothing is written.
   *
   * @throws StoreUnavailable, DenwabanError DENWABAN_LISTS_FULL, DENWABAN_LISTS_UNREADABLE, and what `update` throws
   */
  async change<T extends Changed>(update: (entries: readonly ListEntry[]) => T): Promise<T> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const [was = null, announced = null] = await this.store.read([listsKey, listsVersionKey]);
      const before = parseStoredLists(was);
      const changed = bounded(update(before.entries));
      const isSame = changed.entries === before.entries;
      const version = isSame ? before.version : versionAfter(before.version, announced);
      const text = isSame ? null : formatStoredLists({ version, entries: changed.entries });
      if (text === null || (await this.store.replace(listsKey, was, text, Number.POSITIVE_INFINITY))) {
        await this.announce(version);
        return changed;
      }
    }
    throw new StoreUnavailable('others kept changing the lists');
  }

  /** What {@link change} would resolve with. Nothing is written. */
  async preview<T extends Changed>(update: (entries: readonly ListEntry[]) => T): Promise<T> {
    const { entries } = await this.read();
    return bounded(update(entries));
  }

  /** Done even when nothing changed: an earlier change may have died between its two steps. */
  private async announce(version: string): Promise<void> {
    await updateRecord(this.store, listsVersionKey, (announced) =>
      serialOf(announced) >= serialOf(version) ? null : { value: version, ttlMs: Number.POSITIVE_INFINITY },
    );
  }
}

interface Changed {
  readonly entries: readonly ListEntry[];
}

function bounded<T extends Changed>(changed: T): T {
  const { length: count } = changed.entries;
  if (count > mostEntries) throw new DenwabanError('DENWABAN_LISTS_FULL', { count, most: mostEntries });
  return changed;
}

/** The number orders what several writers announce; the chance behind it keeps the versions of a lost store apart. */
function versionAfter(version: string, announced: string | null): string {
  return `${Math.max(serialOf(version), serialOf(announced)) + 1}.${randomBytes(6).toString('base64url')}`;
}

function serialOf(version: string | null): number {
  return Number.parseInt(version ?? '', 10) || 0;
}
