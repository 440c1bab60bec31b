import type { Origin } from '../caller/caller';
import type { TrunkProfile } from '../config/schema';

/** The way a call came. */
interface Way {
  readonly trunk: { readonly name: string; readonly profile: Pick<TrunkProfile, 'peers'> };
  readonly origin: Pick<Origin, 'peerAddress'>;
}

/**
 * The source address that should not be there; empty when it is unknown and the call matched no trunk at all;
 * `null` when nothing is wrong, or the trunk names no peers (registration trunks move), or the address is unknown.
 */
export function addressOffList({ trunk, origin }: Way): string | null {
  if (isAnonymousEndpoint(trunk.name)) return origin.peerAddress ?? '';
  if (origin.peerAddress === null || trunk.profile.peers === null) return null;
  return isListedPeer(origin.peerAddress, trunk.profile.peers) ? null : origin.peerAddress;
}

/** res_pjsip_endpoint_identifier_anonymous: `anonymous`, or `anonymous@` and a domain. */
function isAnonymousEndpoint(endpoint: string): boolean {
  return endpoint === 'anonymous' || endpoint.startsWith('anonymous@');
}

/**
 * Source addresses against a trunk's list: single addresses or CIDR ranges (RFC 4632, RFC 4291), IPv4 and IPv6.
 * An entry that is no address (a host name, say) covers nothing.
 */
export function isListedPeer(address: string, peers: readonly string[]): boolean {
  if (peers.includes(address)) return true;
  const bits = parseAddress(address);
  return bits !== null && peers.some((peer) => covers(peer, bits));
}

/** An address as 16-bit groups, first group first: two for IPv4, eight for IPv6. */
type Groups = readonly number[];

function covers(peer: string, address: Groups): boolean {
  const [base = '', length, ...rest] = peer.split('/');
  const groups = parseAddress(base);
  if (groups === null || groups.length !== address.length || rest.length > 0) return false;
  if (length === undefined) return samePrefix(groups, address, groups.length * 16);
  if (!/^\d{1,3}$/.test(length) || Number(length) > groups.length * 16) return false;
  return samePrefix(groups, address, Number(length));
}

function samePrefix(a: Groups, b: Groups, bits: number): boolean {
  return a.every((group, index) => {
    const compared = Math.min(Math.max(bits - index * 16, 0), 16);
    return group >>> (16 - compared) === (b[index] ?? 0) >>> (16 - compared);
  });
}

function parseAddress(text: string): Groups | null {
  if (!text.includes(':')) return parseIpv4(text);
  const groups = parseIpv6(text.replace(/^\[|\]$/g, ''));
  return groups === null ? null : unmapped(groups);
}

/** A dual-stack socket reports an IPv4 peer as ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2). */
function unmapped(groups: Groups): Groups {
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? groups.slice(6) : groups;
}

function parseIpv4(text: string): Groups | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255) return null;
  return [a * 256 + b, c * 256 + d];
}

function parseIpv6(text: string): Groups | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  const zeros = 8 - head.length - tail.length;
  return zeros < 1 ? null : [...head, ...Array<number>(zeros).fill(0), ...tail];
}

function parseGroups(text: string): Groups | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const ipv4 = index === parts.length - 1 ? parseIpv4(part) : null;
    if (ipv4 !== null) groups.push(...ipv4);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
