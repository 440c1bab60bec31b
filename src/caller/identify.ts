import type { NumberInfo, Numbering } from '../numbering/number-info';
import { type Address, addressOfUser, parseAddress, parseAddresses } from './address';
import { readRemoteParty, remotePartyHidesCaller } from './asserted-identity';
import { readCalled } from './called';
import type { Caller, CallIdentity, Invite, Origin, Presentation, TrunkTrust } from './caller';
import { type NetworkEvidence, noNetworkEvidence, readNetworkEvidence } from './network-evidence';
import { firstNumberText, isNumberText, longestNumberText } from './number-text';
import { decidePresentation, isAbsenceWord, withheldByFrom } from './presentation';
import { hidesCaller, readPrivacy } from './privacy';
import { redact } from './redaction';
import { toAttestation } from './verification';

/**
 * Who calls, where from and whom, as one INVITE tells it. Never throws, whatever the headers hold.
 *
 * The number is From's; what the network asserts (RFC 3325) counts only on trunks trusted for it, and never brings back
 * a number that From or Privacy withholds: NTT asserts the number of withheld callers too.
 */
export function identify(invite: Invite, trust: TrunkTrust, numbering: Pick<Numbering, 'lookUp'>): CallIdentity {
  const lookUp = rememberingLookUp(numbering);
  const privacy = readPrivacy(invite);
  const from = readFrom(invite);
  const network = trust.trustsAssertedIdentity ? readNetworkEvidence(invite, from, privacy) : noNetworkEvidence;
  const presentation = decidePresentation(from, {
    privacyAsked: hidesCaller(privacy) || remotePartyHidesCaller(invite),
    pbxPresentation: invite.pbx?.presentation ?? null,
    callingPartyCategory: network.callingPartyCategory,
  });
  const identity: CallIdentity = {
    sipCallId: invite.header('call-id')[0] ?? null,
    caller: describeCaller(presentation, from, network, lookUp),
    origin: describeOrigin(invite, presentation, from, privacy, network, lookUp),
    called: readCalled(invite, lookUp),
  };
  return presentation === 'presented' ? identity : redact(identity, everyCallerAddress(invite, from));
}

type LookUp = (text: string) => NumberInfo;

function describeCaller(presentation: Presentation, from: Address, network: NetworkEvidence, lookUp: LookUp): Caller {
  const text = presentation === 'presented' ? presentedText(from, network) : null;
  if (text === null) return { presentation, number: null, displayName: null };
  const number = lookUp(text);
  return { presentation, number, displayName: tellingName(from.displayName, number, lookUp) };
}

/** Gateways that have no number in From's user put it into the display-name, or leave it to the network's assertion. */
function presentedText(from: Address, network: NetworkEvidence): string | null {
  const number = firstNumberText([from.user, from.displayName, network.asserted?.number ?? null]);
  return number ?? from.user?.slice(0, longestNumberText) ?? null;
}

function tellingName(name: string | null, number: NumberInfo, lookUp: LookUp): string | null {
  if (name === null || name === number.input || isAbsenceWord(name)) return null;
  if (!isNumberText(name)) return name;
  const named = lookUp(name);
  return named.e164 !== null && named.e164 === number.e164 ? null : name;
}

function describeOrigin(
  invite: Invite,
  presentation: Presentation,
  from: Address,
  privacy: readonly string[],
  network: NetworkEvidence,
  lookUp: LookUp,
): Origin {
  const { asserted, forwarding } = network;
  const showsNumber = presentation === 'presented' && asserted !== null && asserted.number !== null;
  return {
    assertedNumber: showsNumber ? lookUp(asserted.number) : null,
    asserted: asserted !== null,
    assertedHost: asserted?.host ?? null,
    fromHost: from.host,
    origIoi: network.origIoi,
    divertedBy: forwarding === null || forwarding.by === null ? null : lookUp(forwarding.by),
    diverted: forwarding !== null,
    verstat: network.verstat,
    attestation: toAttestation(invite.shaken?.attestation),
    shakenResult: invite.shaken?.result ?? null,
    callingPartyCategory: network.callingPartyCategory,
    peerAddress: invite.peerAddress,
    privacy,
    fromAnonymous: withheldByFrom(from) !== null,
  };
}

/** From; where it is missing or unreadable, the PBX's own caller number stands in for it. */
function readFrom(invite: Invite): Address {
  const from = invite.header('from')[0];
  return (from === undefined ? null : parseAddress(from)) ?? addressOfUser(invite.pbx?.callerNumber ?? null);
}

/** Every place a caller's number can come with the call, trusted or not. */
function everyCallerAddress(invite: Invite, from: Address): readonly Address[] {
  return [
    from,
    addressOfUser(invite.pbx?.callerNumber ?? null),
    ...parseAddresses(invite.header('p-asserted-identity')),
    ...parseAddresses(invite.header('p-preferred-identity')),
    ...readRemoteParty(invite),
  ];
}

/** One call names one number up to four times (From, assertion, To, extension): each is looked up once. */
function rememberingLookUp(numbering: Pick<Numbering, 'lookUp'>): LookUp {
  const seen = new Map<string, NumberInfo>();
  return (text) => {
    const info = seen.get(text) ?? numbering.lookUp(text);
    seen.set(text, info);
    return info;
  };
}
