import { changeOffice } from '../call/office-book';
import { longestReason } from '../config/schema';
import { callerId } from '../journal/caller-id';
import { formatNational } from '../numbering/format';
import { maskNumber } from '../numbering/mask';
import type { NumberInfo } from '../numbering/number-info';
import { tidy } from '../screening/lists/files/entry';
import { dialKey } from '../screening/number-groups';
import {
  currentExpectations,
  expectCall,
  expectNoMore,
  mostExpectations,
  newOfficeRecord,
  type OfficeRecord,
  parseOfficeRecord,
} from '../screening/records/office-record';
import { hours, minutes } from '../screening/records/record';
import { officeKey } from '../store/memory-keys';
import { openSecretKey } from '../store/secret-key';
import { sayExpected, sayListed, sayNotExpected, showExpectation, type Whom } from './expect-telling';
import { endGiven, type Lifetime, numberGiven } from './given';
import type { Io } from './io';
import { type State, withStore } from './open-state';
import { misuse } from './usage';

const command = 'expect';

export interface ExpectRequest extends Lifetime {
  readonly config?: string;
  readonly json?: boolean;
  readonly reason?: string;
  readonly end?: boolean;
}

/** Whoever waits does so now: what is forgotten must not let somebody else in tomorrow. */
const usualMs = 30 * minutes;
const longestHours = 24;

/**
 * Says which call is waited for, that it is waited for no longer, or, without `whom`, which ones are. The running service
 * heeds it from its next call on. Said twice it is said once: the last word counts.
 */
export async function expectCalls(io: Io, whom: string | undefined, request: ExpectRequest): Promise<void> {
  if (whom === undefined) return list(io, request);
  const since = io.now();
  const until = request.end ? null : endOf(request, since);
  await withStore(io, request.config, async (state) => {
    const calls = whomGiven(whom, state);
    if (until === null) await end(io, request, state, calls);
    else await begin(io, request, state, { calls, since, until });
  });
}

async function begin(
  io: Io,
  { reason = '', json }: ExpectRequest,
  { store }: State,
  { calls, since, until }: { readonly calls: Whom; readonly since: number; readonly until: number },
): Promise<void> {
  const { kind, callerId: id, masked } = calls;
  // Who waits for one caller without a number must not let all of them in.
  const once = kind === 'withheld';
  const expectation = {
    kind,
    callerId: id,
    masked,
    since,
    until,
    once,
    by: operator(io),
    reason: tidy(reason, longestReason),
  };
  await changeOffice(store, (record) => roomFor(expectCall(record, expectation)));
  io.out(
    json ? `${JSON.stringify(showExpectation(expectation))}\n` : `${sayExpected(calls, expectation)[io.language]}\n`,
  );
}

async function end(io: Io, { json }: ExpectRequest, { store }: State, calls: Whom): Promise<void> {
  await changeOffice(store, (record) => expectNoMore(record, calls));
  const { kind, masked: number } = calls;
  io.out(json ? `${JSON.stringify({ kind, number, expected: false })}\n` : `${sayNotExpected(calls)[io.language]}\n`);
}

async function list(io: Io, request: ExpectRequest): Promise<void> {
  if ([request.for, request.until, request.reason, request.end].some((given) => given !== undefined)) {
    throw misuse(command, {
      ja: '待つ番号か、any、withheld を書いてください (例: denwaban expect 03-1234-5678 --for 30m)',
      en: 'name a number, any or withheld (e.g. denwaban expect 03-1234-5678 --for 30m)',
    });
  }
  await withStore(io, request.config, async ({ store }) => {
    const [text = null] = await store.read([officeKey]);
    const expected = currentExpectations(parseOfficeRecord(text) ?? newOfficeRecord, io.now());
    if (request.json) io.out(`${JSON.stringify(expected.map(showExpectation))}\n`);
    else io.out(`${sayListed(expected)[io.language]}\n`);
  });
}

/** @throws DenwabanError DENWABAN_USAGE for what is neither of the two words nor a number, and those of the secret key */
function whomGiven(text: string, { config, numbering }: State): Whom {
  if (text === 'any' || text === 'withheld') return { kind: text, callerId: null, masked: null, shown: '' };
  const number: NumberInfo = numberGiven(text, numbering, command);
  // May be said before the service ran for the first time.
  const id = callerId(dialKey(number), openSecretKey(config.dataDir));
  return { kind: 'number', callerId: id, masked: maskNumber(number), shown: formatNational(number) };
}

/** It must have an end: a forgotten expectation would open the door for good. */
function endOf(request: ExpectRequest, since: number): number {
  const until = endGiven(request, since, command) ?? since + usualMs;
  if (until <= since + longestHours * hours) return until;
  throw misuse(command, {
    ja: `待てるのは長くて ${longestHours} 時間です。いつもの相手なら許可リストに入れてください (denwaban list add allow 番号)`,
    en: `${longestHours} hours at most; allow somebody who calls often: denwaban list add allow NUMBER`,
  });
}

function roomFor(record: OfficeRecord): OfficeRecord {
  if (record.expected.length <= mostExpectations) return record;
  throw misuse(command, {
    ja: `待てる電話は ${mostExpectations} 件までです。要らないものを denwaban expect <番号> --end でやめてください`,
    en: `${mostExpectations} calls can be waited for at a time; end others with denwaban expect <number> --end`,
  });
}

/** Who sits at the terminal: decisions show who waited for a call. */
function operator({ env }: Io): string {
  return (env['SUDO_USER'] ?? env['LOGNAME'] ?? env['USER'] ?? '').slice(0, 64);
}
