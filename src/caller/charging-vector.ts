import type { Invite } from './caller';
import { parseParams } from './params';

/** `orig-ioi` of P-Charging-Vector (RFC 7315 §4.6), lower case: the operator in whose network the call began. */
export function readOrigIoi(invite: Invite): string | null {
  const vector = invite.header('p-charging-vector')[0];
  return vector === undefined ? null : parseParams(vector).get('orig-ioi')?.toLowerCase() || null;
}
