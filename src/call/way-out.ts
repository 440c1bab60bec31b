import type { HandOver } from './effects';

/** A place in the dialplan. */
export interface WayOut {
  readonly context: string;
  readonly extension: string;
}

/**
 * Where extensions-denwaban.conf takes a caller from us.
 *
 * @param extension where our application was entered: the contexts of that file share it, and keep the dialled number
 *   in `DENWABAN_EXTEN`
 */
export function wayOut(handOver: HandOver, extension: string): WayOut {
  switch (handOver.to) {
    case 'allow':
    case 'pass':
      return { context: 'denwaban-allow', extension };
    case 'open':
      return { context: 'denwaban-open', extension };
    case 'reject':
      return { context: 'denwaban-reject', extension: String(handOver.code) };
  }
}
