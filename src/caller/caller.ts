import type { NumberInfo } from '../numbering/number-info';

/**
 * Whether the caller showed a number, and if not, why (TTC JJ-90.22, RFC 3323).
 * `user`: the caller refused. `unknown`: anonymous without a reason, maybe only our line's missing option.
 */
export const presentations = ['presented', 'user', 'payphone', 'unavailable', 'unknown'] as const;
export type Presentation = (typeof presentations)[number];

/** Who calls. When withheld, no number and no name leave this room, whatever the headers carried. */
export interface Caller {
  readonly presentation: Presentation;
  /** The presented number (CLI); `null` exactly when withheld. */
  readonly number: NumberInfo | null;
  /** Display name, when it says more than the number does. */
  readonly displayName: string | null;
}

/** What the network says of where the call came from. Fields a trunk is not trusted for are `null`. */
export interface Origin {
  /** Number of the first P-Asserted-Identity value (RFC 3325), on trunks trusted for it; `null` when withheld. */
  readonly assertedNumber: NumberInfo | null;
  /** True when a trusted P-Asserted-Identity (or Remote-Party-ID) is there, whatever it carries. */
  readonly asserted: boolean;
  /** Host of P-Asserted-Identity, lower case. */
  readonly assertedHost: string | null;
  /** Host of From, lower case. */
  readonly fromHost: string | null;
  /** P-Charging-Vector orig-ioi (RFC 7315). */
  readonly origIoi: string | null;
  /** Diverting number of the first Diversion (RFC 5806) or of a History-Info entry with cause 302 and the like (RFC 7044). */
  readonly divertedBy: NumberInfo | null;
  /** True when a trusted Diversion or History-Info says the call was forwarded, even where it carries no number. */
  readonly diverted: boolean;
  /** `verstat` of From or P-Asserted-Identity (RFC 8588 / 3GPP 24.229). */
  readonly verstat: 'passed' | 'failed' | 'not-validated' | null;
  /** SHAKEN attestation (RFC 8588), only when an Identity header was there. */
  readonly attestation: 'A' | 'B' | 'C' | null;
  /** The PBX's verify result of an Identity header: `success`, or any other word; `null` without Identity. */
  readonly shakenResult: string | null;
  /** Calling party's category, lower case (`payphone`, `ordinary` …). */
  readonly callingPartyCategory: string | null;
  /** Source address of the INVITE without port. */
  readonly peerAddress: string | null;
  /** Privacy tokens, lower case (RFC 3323). */
  readonly privacy: readonly string[];
  /** True when From itself is anonymous. */
  readonly fromAnonymous: boolean;
}

/** The number that was called, as far as the INVITE tells. */
export interface Called {
  /** The best the INVITE offers: P-Called-Party-ID, To, then the request URI's user. */
  readonly number: NumberInfo | null;
  /** Every candidate as it arrived, for matching the office's own lines. */
  readonly candidates: readonly NumberInfo[];
}

/** One inbound call as read from SIP. */
export interface CallIdentity {
  readonly sipCallId: string | null;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly called: Called;
}

/** The part of a trunk's profile this room needs. */
export interface TrunkTrust {
  /** P-Asserted-Identity, Diversion, History-Info, P-Charging-Vector, verstat and cpc are believed only on such a trunk. */
  readonly trustsAssertedIdentity: boolean;
}

/**
 * An INVITE reduced to what identification needs. Both doors build it: the dialplan's evidence arguments
 * and the raw-message parser. Names are lower case and long form; values unfolded.
 */
export interface Invite {
  readonly requestUri: string;
  /** All values of a header in order; a comma list counts as several values only where its grammar says so. */
  header(name: string): readonly string[];
  /** Source address, when known. */
  readonly peerAddress: string | null;
  /** STIR/SHAKEN result and attestation as the PBX reports them. */
  readonly shaken: { readonly result: string; readonly attestation: string | null } | null;
  /** What the PBX itself says of the call; `null` for a message read without one. */
  readonly pbx: PbxView | null;
}

/** The PBX's own view of a call, beside the headers. */
export interface PbxView {
  /** The dialled extension. */
  readonly extension: string | null;
  /** `CALLERID(num)`: counts only when From cannot be read. */
  readonly callerNumber: string | null;
  /** `CALLERID(pres)`: `allowed_not_screened`, `prohib_passed_screen`, `unavailable` … */
  readonly presentation: string | null;
}
