import type { Fingerprint } from '../../../../src/screening/fingerprint';
import {
  type CallerRecord,
  type CallTrace,
  callerRecordTtl,
  learnCall,
  learnDialled,
  parseCallerRecord,
  recallCaller,
} from '../../../../src/screening/records/caller-record';
import { days, minutes } from '../../../../src/screening/records/record';

const noon = Date.parse('2026-11-24T12:00:00+09:00');
const hikari: Fingerprint = { trunk: 'hikari', assertedHost: 'ntt-east.ne.jp', origIoi: null, form: 'national' };
const otherForm: Fingerprint = { ...hikari, form: 'plus' };
const otherHost: Fingerprint = { ...hikari, assertedHost: 'transit.example' };
const otherIoi: Fingerprint = { ...hikari, origIoi: 'foreign.example' };
const otherTrunk: Fingerprint = { ...hikari, trunk: 'ip050', assertedHost: null };

function calls(...traces: readonly Partial<CallTrace>[]): CallerRecord | null {
  return traces.reduce<CallerRecord | null>(
    (record, trace) =>
      learnCall(record, { at: noon, fingerprint: hikari, answered: false, challenge: 'none', short: false, ...trace }),
    null,
  );
}

const talk: Partial<CallTrace> = { answered: true };
const partner = () => calls(talk, talk, talk);

describe('the standing of a number', () => {
  it.each<[string, CallerRecord | null, Fingerprint, string]>([
    ['never seen', null, hikari, 'stranger'],
    ['dialled by the office only', learnDialled(null, noon), hikari, 'stranger'],
    ['often called, never answered', calls({}, {}, {}, {}), hikari, 'stranger'],
    ['answered once', calls(talk), hikari, 'seen'],
    ['answered twice', calls(talk, talk), hikari, 'seen'],
    ['answered three times', partner(), hikari, 'known'],
    ['passed the challenge once', calls({ challenge: 'passed' }), hikari, 'seen'],
    ['known, in another form', partner(), otherForm, 'seen'],
    ['known, from another trunk', partner(), otherTrunk, 'origin-changed'],
    ['known, asserted by another host', partner(), otherHost, 'origin-changed'],
    ['known, with another orig-ioi', partner(), otherIoi, 'origin-changed'],
    ['answered twice, from another trunk', calls(talk, talk), otherTrunk, 'seen'],
  ])('%s', (_what, record, fingerprint, standing) => {
    expect(recallCaller(record, fingerprint, noon).standing).toBe(standing);
  });

  it('stays changed however often a forger calls, and is settled by one passed challenge', () => {
    const strange: Partial<CallTrace> = { fingerprint: otherTrunk };
    const tried = calls(talk, talk, talk, strange, strange, strange);
    expect(recallCaller(tried, otherTrunk, noon).standing).toBe('origin-changed');
    const passed = calls(talk, talk, talk, { ...strange, challenge: 'passed' });
    expect(recallCaller(passed, otherTrunk, noon).standing).toBe('seen');
  });

  it('names the origins it is used to, the most frequent first', () => {
    const record = calls(talk, talk, talk, talk, { ...talk, fingerprint: otherHost }, { fingerprint: otherIoi });
    expect(recallCaller(record, otherTrunk, noon).usualOrigins).toEqual([hikari, otherHost]);
    expect(recallCaller(record, hikari, noon).usualOrigins).toEqual([]);
  });

  it('names the day of the first call that was answered from there', () => {
    const record = calls({ at: noon - 9 * days, fingerprint: otherTrunk }, { ...talk, at: noon - 3 * days }, talk);
    expect(recallCaller(record, hikari, noon).since).toBe('2026-11-21');
    expect(recallCaller(null, hikari, noon).since).toBeNull();
  });
});

describe('short calls', () => {
  const short = (minutesAgo: number): Partial<CallTrace> => ({ short: true, at: noon - minutesAgo * minutes });
  it.each<[string, CallerRecord | null, boolean]>([
    ['three within ten minutes', calls(short(9), short(5), short(1)), true],
    ['two', calls(short(5), short(1)), false],
    ['three, one of them longer ago', calls(short(11), short(5), short(1)), false],
    ['a long one among them', calls(short(9), {}, short(1)), false],
  ])('%s', (_what, record, tells) => {
    expect(recallCaller(record, hikari, noon).shortCalls).toBe(tells);
  });
});

describe('the history of challenges', () => {
  const passed: Partial<CallTrace> = { challenge: 'passed' };
  const avoided: Partial<CallTrace> = { challenge: 'avoided' };
  it.each<[string, CallerRecord | null, Fingerprint, string]>([
    ['none', calls(talk), hikari, 'none'],
    ['passed', calls(passed), hikari, 'passed'],
    ['passed from another origin', calls(passed), otherTrunk, 'none'],
    ['hung up on once', calls(avoided), hikari, 'none'],
    ['hung up on twice', calls(avoided, avoided), hikari, 'avoided'],
    ['hung up on twice, from another origin', calls(avoided, avoided), otherHost, 'none'],
    ['passed after two', calls(avoided, avoided, passed), hikari, 'passed'],
    ['hung up on once after it was passed', calls(passed, avoided), hikari, 'none'],
  ])('%s', (_what, record, fingerprint, history) => {
    expect(recallCaller(record, fingerprint, noon).challenge).toBe(history);
  });
});

describe('a number the office dialled', () => {
  it.each<[number, string | null]>([
    [0, '2026-11-24'],
    [29, '2026-10-26'],
    [31, null],
  ])('%d days ago', (daysAgo, date) => {
    expect(recallCaller(learnDialled(null, noon - daysAgo * days), hikari, noon).dialledByUs).toBe(date);
  });

  it('keeps what its own calls taught', () => {
    expect(recallCaller(learnDialled(partner(), noon), hikari, noon)).toMatchObject({ standing: 'known' });
  });
});

describe('the bounds of a record', () => {
  it('keeps eight origins: a forger with a hundred does not drive out the one that was answered', () => {
    const forged = Array.from({ length: 100 }, (_, index) => ({
      at: noon + index,
      fingerprint: { ...hikari, assertedHost: `host-${index}.example` },
    }));
    const record = calls(talk, talk, talk, ...forged);
    expect(record?.origins).toHaveLength(8);
    expect(recallCaller(record, hikari, noon).standing).toBe('known');
  });

  it('is kept for a year and more where somebody vouches for it, else for a month', () => {
    expect(callerRecordTtl(partner() ?? learnDialled(null, noon))).toBe(400 * days);
    expect(callerRecordTtl(calls({}) ?? learnDialled(null, noon))).toBe(35 * days);
    expect(callerRecordTtl(learnDialled(null, noon))).toBe(35 * days);
  });
});

describe('a record that was kept', () => {
  it('comes back as it was', () => {
    const record = learnDialled(partner(), noon);
    expect(parseCallerRecord(JSON.stringify(record))).toEqual(record);
  });

  it.each([null, '', '{', 'null', '{"schema":2}', '{"schema":1,"origins":[{}],"shortAt":[],"dialledAt":null}'])(
    'says nothing when it is %j',
    (text) => {
      expect(parseCallerRecord(text)).toBeNull();
    },
  );
});
