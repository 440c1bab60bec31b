import { type Address, addressParam } from './address';
import { type AssertedIdentity, readAssertedIdentity } from './asserted-identity';
import type { Invite, Origin } from './caller';
import { readOrigIoi } from './charging-vector';
import { type Forwarding, readDiversion } from './diversion';
import { readHistoryInfo } from './history-info';
import { readVerstat } from './verification';

/** What only the network may say of a call. Any caller can write these headers, so they count on trusted trunks alone. */
export interface NetworkEvidence {
  readonly asserted: AssertedIdentity | null;
  readonly forwarding: Forwarding | null;
  readonly origIoi: string | null;
  readonly verstat: Origin['verstat'];
  /** `cpc` (RFC 4694 and national variants), lower case. */
  readonly callingPartyCategory: string | null;
}

/** What a trunk says that is not trusted. */
export const noNetworkEvidence: NetworkEvidence = {
  asserted: null,
  forwarding: null,
  origIoi: null,
  verstat: null,
  callingPartyCategory: null,
};

export function readNetworkEvidence(invite: Invite, from: Address, privacy: readonly string[]): NetworkEvidence {
  const asserted = readAssertedIdentity(invite);
  const callers = [from, ...(asserted?.addresses ?? [])];
  return {
    asserted,
    forwarding: readDiversion(invite) ?? readHistoryInfo(invite, privacy),
    origIoi: readOrigIoi(invite),
    verstat: readVerstat(callers),
    callingPartyCategory: readCategory(callers),
  };
}

function readCategory(addresses: readonly Address[]): string | null {
  const categories = addresses.map((address) => addressParam(address, 'cpc')?.toLowerCase() ?? '');
  return categories.find((category) => category !== '') ?? null;
}
