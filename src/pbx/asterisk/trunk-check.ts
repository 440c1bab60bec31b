import type { Client } from 'ari-client';
import { toPbxError } from './ari-error';

/** False only when Asterisk says that it has no such PJSIP endpoint. Never rejects: this must cost nothing but itself. */
export async function mayExist(ari: Client, trunk: string): Promise<boolean> {
  try {
    await ari.endpoints.get({ tech: 'PJSIP', resource: trunk });
    return true;
  } catch (error) {
    return toPbxError('look for trunk', error).kind !== 'not-found';
  }
}
