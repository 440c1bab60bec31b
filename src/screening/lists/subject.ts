import type { ListEntry } from '../../config/schema';
import type { Numbering } from '../../numbering/number-info';
import { dialKey } from '../number-groups';

/** What an entry is about; `key` is equal for equal things, however they are written. */
export interface ListSubject {
  readonly by: 'number' | 'prefix' | 'carrier' | 'kind';
  readonly key: string;
}

export function subjectOf({ number, prefix, carrier, kind }: Named, numbering: Numbering): ListSubject {
  if (number !== undefined) return { by: 'number', key: dialKey(numbering.lookUp(number)) };
  if (prefix !== undefined) return { by: 'prefix', key: prefixKey(prefix) };
  return carrier === undefined ? { by: 'kind', key: kind ?? '' } : { by: 'carrier', key: carrier };
}

/** The same as one text, which `readNamed` understands: `number:+81312345678`, `prefix:+44`. */
export function subjectText(named: Named, numbering: Numbering): string {
  const { by, key } = subjectOf(named, numbering);
  return `${by}:${key}`;
}

/** The part of an entry that names what it is about. */
export type Named = Partial<Pick<ListEntry, 'number' | 'prefix' | 'carrier' | 'kind'>>;

/** A prefix in the form of {@link dialKey}: `03-3`, `+8133` and `+81033` mean the same, `010 1` is dialled for `+1`. */
export function prefixKey(prefix: string): string {
  const compact = prefix.replaceAll('-', '');
  if (compact.startsWith('010')) return `+${compact.slice(3)}`;
  if (compact.startsWith('+810')) return `+81${compact.slice(4)}`;
  return compact.startsWith('0') ? `+81${compact.slice(1)}` : compact;
}
