import type { DialplanPlace } from '../pbx/pbx';
import type { HandOver } from './effects';

/**
 * Where extensions-denwaban.conf takes a caller from us.
 *
 * @param extension where our application was entered: the contexts of that file share it, and keep the dialled number
 *   in `DENWABAN_EXTEN`
 */
export function wayOut(handOver: HandOver, extension: string): DialplanPlace {
  switch (handOver.to) {
    case 'allow':
    case 'pass':
      return { context: 'denwaban-allow', extension };
    case 'present':
      return { context: 'denwaban-present', extension };
    case 'message':
      return { context: 'denwaban-message', extension };
    case 'hang-up':
      return { context: 'denwaban-hang-up', extension };
    case 'open':
      return { context: 'denwaban-open', extension };
    case 'reject':
      return { context: 'denwaban-reject', extension: String(handOver.code) };
  }
}
