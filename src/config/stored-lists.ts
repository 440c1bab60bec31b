import type { ListEntry } from './schema';

/** The list entries that commands keep in the store, beside those of the configuration. */
export interface StoredLists {
  /** Another text after every change; empty while nothing was ever stored. */
  readonly version: string;
  readonly entries: readonly ListEntry[];
}

export const noStoredLists: StoredLists = { version: '', entries: [] };
