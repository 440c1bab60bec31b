import type { HandOver } from './effects';

/** A place in the dialplan. */
export interface WayOut {
  readonly context: string;
  readonly extension: string;
}

/**
 * Where extensions-denwaban.conf takes a caller from us.
 *
 * @param dialled the extension the caller dialled: the office's dialplan goes on with it
 */
export function wayOut(handOver: HandOver, dialled: string): WayOut {
  switch (handOver.to) {
    case 'allow':
    case 'pass':
      return { context: 'denwaban-allow', extension: dialled };
    case 'open':
      return { context: 'denwaban-open', extension: dialled };
    case 'reject':
      return { context: 'denwaban-reject', extension: String(handOver.code) };
  }
}
