import type { Decision } from '../journal/decision';
import type { Sequel } from '../journal/sequel';

/**
 * What may be told of. `call`: it was decided. `message`: its caller left one. `proven-spoof`: whoever was called back
 * had not called. `staff`: whoever heard the stated name decided.
 */
export const newsEvents = ['call', 'message', 'proven-spoof', 'staff'] as const;
export type NewsEvent = (typeof newsEvents)[number];

/** Something that happened, and that somebody may want to be told of. */
export interface News {
  readonly event: NewsEvent;
  readonly decision: Decision;
  /** All digits, in national form; `null` when withheld. */
  readonly number: string | null;
  /** To be told at once and to everybody, whatever the notices say. */
  readonly alert: boolean;
  /** What was recorded, as a WAV file. */
  readonly recording: { readonly path: string; readonly seconds: number } | null;
  /** What became of the call; `null`: nothing is known yet. */
  readonly sequel: Sequel | null;
}
