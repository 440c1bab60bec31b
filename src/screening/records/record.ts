import type { z } from 'zod';
import { parseJson } from '../../text/json';

export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** The date in Greenwich, `2026-11-24`. */
export function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A record as it was kept; `null` where there is none, or none that this version of the service wrote. */
export function parseRecord<T>(schema: z.ZodType<T>, text: string | null): T | null {
  return text === null ? null : (schema.safeParse(parseJson(text)).data ?? null);
}
