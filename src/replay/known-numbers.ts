import { LRUCache } from 'lru-cache';
import type { Config, ListEntry } from '../config/schema';
import type { StoredLists } from '../config/stored-lists';
import type { NumberIds } from '../journal/restored-evidence';
import type { Numbering } from '../numbering/number-info';
import { dialKey } from '../screening/number-groups';

/** Called numbers whose ids are kept at hand; an office has a few. */
const mostRemembered = 1_000;

export interface KnownNumbersOptions {
  readonly configs: readonly Config[];
  readonly stored: StoredLists;
  readonly numbering: Numbering;
  /** Keyed hash of a number; `null` when the installation's key is not at hand. */
  readonly callerId: ((number: string) => string) | null;
}

/** The numbers that the configurations, the lists and the official directory name: a journal's ids of these can be read back. */
export class KnownNumbers implements NumberIds {
  private readonly numbers = new Map<string, string>();
  private readonly ids = new LRUCache<string, string>({ max: mostRemembered });
  private readonly callerId: KnownNumbersOptions['callerId'];

  constructor({ configs, stored, numbering, callerId }: KnownNumbersOptions) {
    this.callerId = callerId;
    if (callerId === null) return;
    const named = [...configs.flatMap(numbersOf), ...numbersIn(stored.entries), ...numbering.officialNumbers()];
    for (const number of named) {
      const key = dialKey(numbering.lookUp(number));
      this.numbers.set(callerId(key), key);
    }
  }

  numberOf(id: string): string | null {
    return this.numbers.get(id) ?? null;
  }

  idOf(number: string): string | null {
    if (this.callerId === null) return null;
    const id = this.ids.get(number) ?? this.callerId(number);
    this.ids.set(number, id);
    return id;
  }
}

function numbersOf({ office, lists }: Config): readonly string[] {
  return [
    ...office.numbers,
    ...office.lines.map(({ number }) => number),
    ...office.protectedNumbers.map(({ number }) => number),
    ...numbersIn(lists),
  ];
}

function numbersIn(entries: readonly ListEntry[]): readonly string[] {
  return entries.flatMap(({ number }) => number ?? []);
}
