import type { CallBackAnswer, StaffAnswer } from '../text/answers';

/** What became of a call after its decision was recorded: a line of its own, which names the decision. */
export interface Sequel {
  readonly schema: 1;
  readonly record: 'sequel';
  /** ISO 8601. */
  readonly at: string;
  /** Id of the decision. */
  readonly decision: string;
  /** Asterisk's channel id of the caller. */
  readonly channel: string;
  /** What whoever answered pressed; `null` when the call was not announced to anybody. */
  readonly staff: StaffAnswer | null;
  /** What the caller said as name, and left as a message; `null`: nothing. */
  readonly name: KeptRecording | null;
  readonly message: KeptRecording | null;
  /** What the call-back brought; `null` when nobody was called. */
  readonly callBack: CallBackAnswer | null;
}

export interface KeptRecording {
  /** Below the folder of recordings. */
  readonly file: string;
  readonly seconds: number;
}

/** Somebody of the office changed what becomes of calls, from a telephone or by pressing a key. */
export interface StaffAction {
  readonly schema: 1;
  readonly record: 'staff-action';
  readonly at: string;
  readonly id: string;
  /** The telephone's PJSIP endpoint; `office` where a key was pressed on an announced call. */
  readonly by: string;
  readonly action: StaffActionName;
  /** `no-last-caller`: there was nobody to act upon. `failed`: the store could not be changed. */
  readonly result: StaffActionResult;
  /** Of the number acted upon; `null` where the action concerns none. */
  readonly masked: string | null;
  readonly callerId: string | null;
  /** When it ends, ISO 8601; `null`: it does not, or needs no end. */
  readonly until: string | null;
}

export const staffActions = [
  'deny-last',
  'allow-last',
  'remove-last',
  'next-withheld',
  'pause',
  'disaster-on',
  'disaster-off',
] as const;
export type StaffActionName = (typeof staffActions)[number];

export const staffActionResults = ['done', 'no-last-caller', 'nothing-to-remove', 'failed'] as const;
export type StaffActionResult = (typeof staffActionResults)[number];
