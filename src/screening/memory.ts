import type { Fingerprint } from './fingerprint';

/**
 * What earlier calls say of this one, fetched before judging. Coarse on purpose: equal memories mean equal findings, so
 * that a remembered verdict stays good for as long as nothing that matters has changed.
 */
export interface Memory {
  /** A withheld call to the same number on the same trunk was rejected within the last three minutes. */
  readonly withheldJustRejected: boolean;
  readonly caller: CallerMemory;
  readonly trunk: TrunkMemory;
  readonly office: OfficeMemory;
}

/** What is remembered of the presented number; a caller who shows none is a stranger. */
export interface CallerMemory {
  readonly standing: Standing;
  /** ISO date (UTC) of the first call that was answered or passed its challenge; `null` for a stranger. */
  readonly since: string | null;
  /** The origins it was answered from, the most frequent first; empty unless the standing is `origin-changed`. */
  readonly usualOrigins: readonly Fingerprint[];
  /** Three or more calls of less than ten seconds, that nobody took, within the last ten minutes. */
  readonly shortCalls: boolean;
  /** `passed`: with this very origin, later than any hang-up. `avoided`: hung up on the challenge twice or more since. */
  readonly challenge: 'none' | 'passed' | 'avoided';
  /** What calling this number back brought for this very fingerprint; `none`: never done, or long ago. */
  readonly proof: 'none' | 'verified' | 'spoof';
  /** ISO date (UTC) on which the office last dialled this number, within 30 days; else `null`. */
  readonly dialledByUs: string | null;
}

/**
 * `stranger`: nobody here ever answered it, nor did it pass a challenge. `known`: answered three times or more with this
 * very origin. `origin-changed`: known, but never answered from this trunk with this carrier evidence.
 * `seen`: anything between.
 */
export type Standing = 'stranger' | 'seen' | 'known' | 'origin-changed';

/** What is remembered of the trunk the call came on. */
export interface TrunkMemory {
  readonly flood: Flood | null;
  /** The form of Japanese numbers in at least 90 % of the last 50 or more that carried one; `null`: mixed or too few. */
  readonly usualForm: 'national' | 'international' | null;
  /** Practically all of the last 50 or more calls that showed a number came with an asserted one. */
  readonly alwaysAsserts: boolean;
  /** None showed a number for a week, and more than 95 % of the last 20 or more came without a reason for it. */
  readonly showsNoNumbers: boolean;
}

/** Signs that somebody dials through the trunk with number after number. */
export interface Flood {
  /**
   * `new-callers`: more strangers within an hour than the trunk has known. `short-calls`: calls of less than ten seconds,
   * that nobody took, from different numbers within five minutes. `police-endings`: numbers ending 0110 within an hour.
   */
  readonly sign: 'new-callers' | 'short-calls' | 'police-endings';
  /** The count from which it is taken for a flood. */
  readonly limit: number;
}

/** What holds for every call of the office just now. */
export interface OfficeMemory {
  /** The emergency number the office dialled within the last two hours; else `null`. */
  readonly emergencyDialled: EmergencyNumber | null;
  /** End of the disaster mode, epoch ms; `null` when it is off. */
  readonly disasterUntil: number | null;
  /** Somebody said that this call is expected. */
  readonly expected: ExpectedCall | null;
  /** End of the pause that staff made, epoch ms; `null` when there is none. */
  readonly pausedUntil: number | null;
}

/** Whom the office waits for, as far as this call is concerned. */
export interface ExpectedCall {
  /** `number`: this very number. `any`: whoever shows a number. `withheld`: the next who shows none. */
  readonly kind: 'number' | 'any' | 'withheld';
  /** Epoch ms. */
  readonly until: number;
  /** Who said so: an operator, or a telephone. */
  readonly by: string;
  readonly reason: string;
}

/** Police, coast guard, fire and ambulance. */
export const emergencyNumbers = ['110', '118', '119'] as const;
export type EmergencyNumber = (typeof emergencyNumbers)[number];

/** For so long a caller who withheld the number and was rejected is expected to call again and show it. */
export const redialMs = 3 * 60_000;

/** Nothing is remembered. */
export const noMemory: Memory = {
  withheldJustRejected: false,
  caller: {
    standing: 'stranger',
    since: null,
    usualOrigins: [],
    shortCalls: false,
    challenge: 'none',
    proof: 'none',
    dialledByUs: null,
  },
  trunk: { flood: null, usualForm: null, alwaysAsserts: false, showsNoNumbers: false },
  office: { emergencyDialled: null, disasterUntil: null, expected: null, pausedUntil: null },
};

/** Equal for memories that lead to equal findings, and empty for the one that holds nothing. No number is in it. */
export function memoryKey(memory: Memory): string {
  const text = JSON.stringify([memory.withheldJustRejected, memory.caller, memory.trunk, memory.office]);
  return text === blankKey ? '' : text;
}

const blankKey = JSON.stringify([noMemory.withheldJustRejected, noMemory.caller, noMemory.trunk, noMemory.office]);
