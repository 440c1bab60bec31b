import type { ListEntry } from '../../config/schema';

/** Epoch ms at which an entry ends; `null`: never. */
export function endOf({ expires }: Pick<ListEntry, 'expires'>): number | null {
  return expires === null ? null : Date.parse(expires);
}

/** Whether what ends then (epoch ms, `null`: never) still holds at a moment. */
export function isCurrent(end: number | null, at: number): boolean {
  return end === null || at < end;
}
