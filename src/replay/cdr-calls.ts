import type { Invite, Presentation } from '../caller/caller';
import { identify } from '../caller/identify';
import type { Config } from '../config/schema';
import type { Numbering } from '../numbering/number-info';
import type { Verdict } from '../screening/assessment';
import { isEmergencyNumber, withoutServiceCode } from '../screening/dialled-number';
import type { Evidence } from '../screening/finding';
import { listRules } from '../screening/lists/allow-deny';
import { noMemory } from '../screening/memory';
import { dialKey } from '../screening/number-groups';
import { shortCallMs } from '../screening/records/caller-record';
import type { CallEnd, CdrMemory } from './cdr-memory';
import { type CdrRecord, parseCdrRecord } from './cdr-record';
import type { Office } from './office';
import { type PastCall, type PastDecision, pastCall, type Reading, type ReadingCounts } from './past-call';

/**
 * The inbound calls of call detail records. A record knows the number, the name and the trunk, no header; but it knows
 * whole numbers, and how calls went, so that the memory of earlier calls builds up on the way.
 */
export async function* cdrCalls(
  lines: AsyncIterable<string | null>,
  reading: Reading,
  memory: CdrMemory,
): AsyncGenerator<PastCall> {
  for await (const record of callsOf(lines, reading.counts)) {
    const trunk = trunkOf(record.channel, reading.offices);
    if (trunk === null) {
      reading.counts.notInbound += 1;
      learnOutbound(record, reading, memory);
      continue;
    }
    const call = evidenceOf(record, trunk, reading.numbering);
    const known = { ...call, memory: memory.recall(call) };
    const then = decisionThen(record, reading.policy);
    if (record.start >= reading.since)
      yield pastCall(known, then, (office) => office.judge(underProfile(known, office)));
    memory.learn(known, endOf(record, call, then));
  }
}

/** A telephone group that rings leaves one record for each telephone, in a row: they are one call. */
async function* callsOf(lines: AsyncIterable<string | null>, counts: ReadingCounts): AsyncGenerator<CdrRecord> {
  let call: CdrRecord | null = null;
  for await (const line of lines) {
    if (line === '') continue;
    const record = line === null ? null : parseCdrRecord(line);
    if (record === null) counts.damaged += 1;
    else if (call !== null && isSameCall(call, record)) call = merge(call, record);
    else {
      if (call !== null) yield call;
      call = record;
    }
  }
  if (call !== null) yield call;
}

function isSameCall(a: CdrRecord, b: CdrRecord): boolean {
  return a.channel === b.channel && a.start === b.start;
}

function merge(call: CdrRecord, more: CdrRecord): CdrRecord {
  const longest = Math.max(call.durationMs, more.durationMs);
  const answering = call.answered ? call : more;
  return { ...answering, durationMs: longest, told: call.told ?? more.told };
}

/** `PJSIP/hikari-0000001a` → `hikari`, where that is a configured trunk. */
function trunkOf(channel: string, offices: readonly Office[]): Evidence['trunk'] | null {
  const name = /^PJSIP\/(.+)-[0-9a-f]+$/.exec(channel)?.[1] ?? '';
  const office = offices.find((candidate) => candidate.hasTrunk(name));
  return office === undefined ? null : { name, profile: office.profileOf(name) };
}

/** What the record says is the same whatever a trunk is trusted for. */
function underProfile(call: Evidence, office: Office): Evidence {
  const { name } = call.trunk;
  return { ...call, trunk: { name, profile: office.profileOf(name) } };
}

function evidenceOf(record: CdrRecord, trunk: Evidence['trunk'], numbering: Numbering): Evidence {
  // No header is there that a trunk could be trusted for.
  const { caller, origin, called } = identify(inviteOf(record), { trustsAssertedIdentity: false }, numbering);
  return {
    trunk,
    caller: caller.number === null ? { ...caller, presentation: withheldAs(record, caller.presentation) } : caller,
    origin: { ...origin, fromHost: null },
    called,
    memory: noMemory,
    at: record.start,
  };
}

/** Our own dialplan writes `Anonymous` over every withheld caller: there the rule that fired tells the reason. */
function withheldAs({ told }: CdrRecord, read: Presentation): Presentation {
  const [rule = ''] = /withheld-[a-z-]+/.exec(told ?? '') ?? [];
  return withheldReasons[rule] ?? read;
}

/** The INVITE that a PBX would have made this record of. */
function inviteOf({ src, dst, clid }: CdrRecord): Invite {
  const name = /^(.*?)\s*<[^<]*>$/.exec(clid)?.[1]?.replaceAll('"', '') ?? '';
  const user = src.replace(/[^\w+*.-]/gu, (character) => encodeURIComponent(character));
  const from = `"${name.replaceAll('\\', '')}" <sip:${user}@cdr.invalid>`;
  return {
    requestUri: '',
    header: (wanted) => (wanted === 'from' ? [from] : []),
    peerAddress: null,
    shaken: null,
    pbx: { extension: dst, callerNumber: null, presentation: null },
  };
}

/** `denwaban SCREEN 80/40 domestic-fixed-from-abroad(+80)`; `null` where nothing was decided, or it failed open. */
function decisionThen({ told }: CdrRecord, policy: Config['policy']): PastDecision | null {
  const [, word, reason = ''] = /^denwaban (\w+)(?: \d\S*)?(?: (\S+))?/.exec(told ?? '') ?? [];
  switch (word) {
    case 'ALLOW':
      return { verdict: 'allow', passedBefore: false, challenge: null };
    case 'SCREEN':
      return { verdict: 'screen', passedBefore: false, challenge: 'passed' };
    case 'REJECT': {
      const verdict = refusedAs(reason, policy);
      return { verdict, passedBefore: false, challenge: verdict === 'screen' ? 'failed' : null };
    }
    default:
      return null;
  }
}

/** A caller who fails the challenge is refused as well: only the deciding rule tells. */
function refusedAs(reason: string, { withheld, rejectAt }: Config['policy']): Verdict {
  if (reason === listRules.deny) return 'reject';
  const why = withheldReasons[reason];
  const isRefused = why === undefined ? rejectAt !== null : withheld[why] === 'reject';
  return isRefused ? 'reject' : 'screen';
}

const withheldReasons: Readonly<Record<string, keyof Config['policy']['withheld']>> = {
  'withheld-by-user': 'user',
  'withheld-payphone': 'payphone',
  'withheld-unavailable': 'unavailable',
  'withheld-unknown': 'unknown',
};

function endOf(record: CdrRecord, { caller }: Evidence, then: PastDecision | null): CallEnd {
  const refused = then?.verdict === 'reject' || then?.challenge === 'failed';
  return {
    // Whoever is refused may have been answered by the announcement; nobody at the office took the call.
    answered: record.answered && !refused && record.dstChannel !== '',
    challenge: then?.challenge === 'passed' ? 'passed' : 'none',
    short: record.durationMs < shortCallMs,
    withheldRejected: then?.verdict === 'reject' && caller.number === null,
  };
}

function learnOutbound(
  { dst, dstChannel, start }: CdrRecord,
  { offices, numbering }: Reading,
  memory: CdrMemory,
): void {
  if (trunkOf(dstChannel, offices) === null) return;
  const number = withoutServiceCode(dst);
  if (isEmergencyNumber(number)) memory.emergencyDialled(number, start);
  else memory.dialled(dialKey(numbering.lookUp(number)), start);
}
