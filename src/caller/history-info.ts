import { type Address, parseAddresses } from './address';
import type { Invite } from './caller';
import type { Forwarding } from './diversion';
import { firstNumberText } from './number-text';
import { parseParams } from './params';
import { hidesHistory } from './privacy';

/** Causes that mean a forwarding (RFC 4458, RFC 7544): unknown, unconditional, no answer, deflection, busy … */
const forwardingCauses: ReadonlySet<string> = new Set(['302', '404', '408', '480', '486', '487', '503']);

/** The most recent forwarding that History-Info tells of (RFC 7044); `null` when it tells of none. */
export function readHistoryInfo(invite: Invite, privacy: readonly string[]): Forwarding | null {
  const entries = inIndexOrder(parseAddresses(invite.header('history-info')));
  const byIndex = new Map(entries.map((entry) => [entry.params.get('index'), entry]));
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry === undefined) continue;
    const forwarder = forwarderOf(entry, entries[at - 1], byIndex);
    if (forwarder === null) continue;
    const shown = forwarder.entry !== null && !isHidden(forwarder.entry, privacy) ? forwarder.entry.user : null;
    return { by: firstNumberText([shown]) };
  }
  return null;
}

/**
 * The entry that an entry shows to have forwarded the call; `entry: null` where it was removed on the way.
 * An embedded Reason stands on the forwarder itself (RFC 7044 §10.2); a `cause` parameter stands on the *new* target
 * (RFC 4458), whose `mp` or `rc` names the entry it came from (RFC 7044 §10.4).
 */
function forwarderOf(
  entry: Address,
  previous: Address | undefined,
  byIndex: ReadonlyMap<string | undefined, Address>,
): { readonly entry: Address | null } | null {
  if (forwardingCauses.has(embeddedSipCause(entry) ?? '')) return { entry };
  if (!forwardingCauses.has(entry.uriParams.get('cause') ?? entry.params.get('cause') ?? '')) return null;
  const source = entry.params.get('mp') ?? entry.params.get('rc');
  const named = source === undefined ? previous : (byIndex.get(source) ?? previous);
  // Nothing precedes index 1, so a cause there can only be meant for the entry itself.
  return { entry: named ?? (entry.params.get('index') === '1' ? entry : null) };
}

/** `?Reason=SIP%3Bcause%3D302` */
function embeddedSipCause(entry: Address): string | null {
  const reason = parseParams(entry.uriHeaders.get('reason') ?? '');
  return reason.has('sip') ? (reason.get('cause') ?? null) : null;
}

function isHidden(entry: Address, privacy: readonly string[]): boolean {
  const own = (entry.uriHeaders.get('privacy') ?? '').toLowerCase().split(/[;,\s]+/);
  return hidesHistory(privacy) || hidesHistory(own);
}

/** Sorted by index (`1`, `1.1`, `1.2.1`); entries without one keep their place before the others. */
function inIndexOrder(entries: readonly Address[]): readonly Address[] {
  return entries
    .map((entry) => ({ entry, index: (entry.params.get('index') ?? '').split('.').map(Number) }))
    .sort((a, b) => compareIndexes(a.index, b.index))
    .map(({ entry }) => entry);
}

function compareIndexes(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < Math.max(a.length, b.length); level++) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
