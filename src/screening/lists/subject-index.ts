import type { NumberInfo } from '../../numbering/number-info';
import { dialKey } from '../number-groups';
import type { ListSubject } from './subject';

/** Things that are said of numbers, prefixes, carriers and kinds, found by number. */
export class SubjectIndex<T> {
  private readonly said: Readonly<Record<ListSubject['by'], Map<string, T[]>>> = {
    number: new Map(),
    prefix: new Map(),
    carrier: new Map(),
    kind: new Map(),
  };
  /** The longest first. */
  private prefixLengths: readonly number[] = [];

  /** @param order which of two things said of the same comes first */
  constructor(private readonly order: (a: T, b: T) => number) {}

  add({ by, key }: ListSubject, item: T): void {
    const there = this.said[by].get(key);
    if (there === undefined) this.said[by].set(key, [item]);
    else there.splice(placeIn(there, item, this.order), 0, item);
    if (by === 'prefix' && !this.prefixLengths.includes(key.length)) {
      this.prefixLengths = [...this.prefixLengths, key.length].sort((a, b) => b - a);
    }
  }

  /**
   * The first thing said of the number that `accepts`, the most specific first: of the number itself, of a longer prefix
   * before a shorter one, of the carrier its block is allocated to, of its kind.
   */
  find(number: NumberInfo, accepts: (item: T) => boolean): T | null {
    const { number: numbers, prefix: prefixes, carrier: carriers, kind: kinds } = this.said;
    const key = dialKey(number);
    const exact = numbers.get(key)?.find(accepts);
    if (exact !== undefined) return exact;
    for (const length of this.prefixLengths) {
      const found = length > key.length ? undefined : prefixes.get(key.slice(0, length))?.find(accepts);
      if (found !== undefined) return found;
    }
    const found = number.carrier === null ? undefined : carriers.get(number.carrier.id)?.find(accepts);
    return found ?? kinds.get(number.kind)?.find(accepts) ?? null;
  }

  /** Everything said of the number, in the same order. */
  all(number: NumberInfo): readonly T[] {
    const found: T[] = [];
    this.find(number, (item) => {
      found.push(item);
      return false;
    });
    return found;
  }
}

/** Behind all that come before the item, or are equal to it. */
function placeIn<T>(items: readonly T[], item: T, order: (a: T, b: T) => number): number {
  const place = items.findIndex((other) => order(item, other) < 0);
  return place === -1 ? items.length : place;
}
