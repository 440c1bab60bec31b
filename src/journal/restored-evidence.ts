import type { Origin } from '../caller/caller';
import type { TrunkProfile } from '../config/schema';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import type { Evidence } from '../screening/finding';
import { type Memory, noMemory } from '../screening/memory';
import { dialKey } from '../screening/number-groups';
import type { DecisionFinding } from './decision';
import type { RecordedEvidence, RecordedMemory, RecordedNumber } from './recorded-evidence';

/** A number of which the record shows a few digits only; the others are stars. */
export interface MaskedNumber extends NumberInfo {
  /** Rules that fired on the call: where a rule asks for digits that are gone, what it found then is all there is. */
  readonly foundThen: ReadonlySet<string>;
}

export function isMasked(number: NumberInfo): number is MaskedNumber {
  return 'foundThen' in number;
}

/** Numbers by the ids that a journal keeps of them. */
export interface NumberIds {
  /** The number behind an id in the form of {@link dialKey}; `null` when it is none that is known here. */
  numberOf(id: string): string | null;
  /** Id of a number; `null` when the key of the installation is not at hand. */
  idOf(number: string): string | null;
}

/** What a restored call is completed with. */
export interface Restoration {
  /** Epoch milliseconds of the call. */
  readonly at: number;
  /** Of the call's trunk, by the configuration it is judged by now. */
  readonly profile: TrunkProfile;
  readonly findings: readonly DecisionFinding[];
  readonly numbering: Pick<Numbering, 'lookUp'>;
  readonly ids: NumberIds;
}

/**
 * The evidence a decision was made by, as far as it was recorded. Of the caller's numbers those are whole that are known
 * here; the others are masked. What the trunk is no longer trusted for is left out; what it was not trusted for then
 * was not recorded.
 */
export function restoreEvidence(recorded: RecordedEvidence, restoration: Restoration): Evidence {
  const { at, profile, findings, numbering } = restoration;
  const candidates = recorded.called.map(numbering.lookUp);
  const whole = wholeNumbers(restoration, candidates);
  return {
    trunk: { name: recorded.trunk, profile },
    caller: {
      presentation: recorded.presentation,
      number:
        recorded.number === undefined ? null : (whole(recorded.number) ?? maskedCaller(recorded.number, findings)),
      displayName: null,
    },
    origin: restoreOrigin(recorded, profile, (other) => whole(other) ?? maskedBeside(recorded.number, other)),
    called: { number: candidates[0] ?? null, candidates },
    memory: restoreMemory(recorded.memory),
    at,
  };
}

/** The recorded number with all its digits, where it is one that is known here, or the one that was called. */
function wholeNumbers({ numbering, ids }: Restoration, candidates: readonly NumberInfo[]) {
  // Some providers name the called number as the one that forwarded the call.
  const called = (id: string) => candidates.map(dialKey).find((key) => ids.idOf(key) === id) ?? null;
  return ({ id, form }: RecordedNumber): NumberInfo | null => {
    const key = ids.numberOf(id) ?? called(id);
    return key === null ? null : { ...numbering.lookUp(key), form };
  };
}

function maskedCaller(recorded: RecordedNumber, findings: readonly DecisionFinding[]): MaskedNumber {
  return { ...maskedNumber(recorded, ''), foundThen: new Set(findings.map(({ rule }) => rule)) };
}

/** One star more tells it from the number shown, where both look alike behind their masks. */
function maskedBeside(shown: RecordedNumber | undefined, recorded: RecordedNumber): NumberInfo {
  const isAnother = shown !== undefined && shown.id !== recorded.id && shown.masked === recorded.masked;
  return maskedNumber(recorded, isAnother ? '*' : '');
}

function maskedNumber(recorded: RecordedNumber, oneMore: '' | '*'): NumberInfo {
  const ending = recorded.policeEnding === true ? '0110' : '$<shown>';
  const text = recorded.masked.replace(/\*{4}(?<shown>\d*)$/, `****${oneMore}${ending}`);
  const isNational = recorded.national === true;
  return {
    input: ofLength(text, recorded.length),
    form: recorded.form,
    e164: recorded.e164 !== true ? null : isNational ? `+81${text.slice(1)}` : text,
    national: isNational ? text : null,
    kind: recorded.kind,
    areaCode: null,
    status: recorded.status ?? null,
    carrier: recorded.carrier === undefined ? null : { id: recorded.carrier, name: recorded.carrier },
    country: recorded.country ?? null,
    callingCode: recorded.callingCode ?? null,
  };
}

function ofLength(text: string, length: number): string {
  return text.length > length
    ? text.slice(text.length - length)
    : text.replace('*', '*'.repeat(length - text.length + 1));
}

function restoreOrigin(
  recorded: RecordedEvidence,
  { trustsAssertedIdentity }: TrunkProfile,
  restore: (recorded: RecordedNumber) => NumberInfo,
): Origin {
  const trusted = trustsAssertedIdentity ? recorded : nothingTrusted;
  return {
    assertedNumber: trusted.assertedNumber === undefined ? null : restore(trusted.assertedNumber),
    asserted: trusted.asserted ?? false,
    assertedHost: trusted.assertedHost ?? null,
    fromHost: recorded.fromHost ?? null,
    origIoi: trusted.origIoi ?? null,
    divertedBy: trusted.divertedBy === undefined ? null : restore(trusted.divertedBy),
    diverted: trusted.diverted ?? false,
    verstat: trusted.verstat ?? null,
    attestation: recorded.attestation ?? null,
    shakenResult: recorded.shakenResult ?? null,
    // It speaks through the presentation only.
    callingPartyCategory: null,
    peerAddress: recorded.peer ?? null,
    privacy: recorded.privacy ?? [],
    fromAnonymous: recorded.fromAnonymous ?? false,
  };
}

/** What only the network may say of a call. */
const nothingTrusted: Pick<
  RecordedEvidence,
  'assertedNumber' | 'asserted' | 'assertedHost' | 'origIoi' | 'divertedBy' | 'diverted' | 'verstat'
> = {};

function restoreMemory(recorded: RecordedMemory | undefined): Memory {
  if (recorded === undefined) return noMemory;
  return {
    withheldJustRejected: recorded.withheldJustRejected ?? noMemory.withheldJustRejected,
    caller: recorded.caller ?? noMemory.caller,
    trunk: recorded.trunk ?? noMemory.trunk,
    office: recorded.office ?? noMemory.office,
  };
}
