import { parseAddresses } from './address';
import type { Invite } from './caller';
import { firstNumberText } from './number-text';

/** A forwarded call; the number of whoever forwarded it, `null` where it is hidden or not a number. */
export interface Forwarding {
  readonly by: string | null;
}

/** The first Diversion value, which is the most recent diversion (RFC 5806); `null` when there is none. */
export function readDiversion(invite: Invite): Forwarding | null {
  const latest = parseAddresses(invite.header('diversion'))[0];
  if (latest === undefined) return null;
  const privacy = latest.params.get('privacy')?.toLowerCase();
  const hidden = privacy === 'full' || privacy === 'uri';
  return { by: hidden ? null : firstNumberText([latest.user]) };
}
