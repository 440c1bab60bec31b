import {
  currentExpectations,
  type Expectation,
  expectationOf,
  expectCall,
  expectNoMore,
  expectWithheld,
  learnEmergency,
  newOfficeRecord,
  parseOfficeRecord,
  pauseScreening,
  recallOffice,
  switchDisasterOff,
  switchDisasterOn,
  useUp,
} from '../../../../src/screening/records/office-record';
import { minutes } from '../../../../src/screening/records/record';

const noon = Date.parse('2026-11-24T12:00:00+09:00');

describe('an emergency call of the office', () => {
  const record = learnEmergency(newOfficeRecord, '119', noon);
  it.each<[number, string | null]>([
    [0, '119'],
    [120, '119'],
    [121, null],
  ])('%d minutes later', (later, number) => {
    expect(recallOffice(record, noon + later * minutes, null).emergencyDialled).toBe(number);
  });
});

describe('the disaster mode', () => {
  const until = noon + 60 * minutes;
  const record = switchDisasterOn(newOfficeRecord, { until, reason: 'flood', at: noon });
  it.each<[number, number | null]>([
    [0, until],
    [59, until],
    [60, null],
  ])('%d minutes later', (later, end) => {
    expect(recallOffice(record, noon + later * minutes, null).disasterUntil).toBe(end);
  });
});

describe('the switch of the disaster mode', () => {
  const on = switchDisasterOn(newOfficeRecord, { until: noon + 60 * minutes, reason: 'flood', at: noon });
  it('prolongs what goes on, and begins anew what was over', () => {
    const again = (at: number) => switchDisasterOn(on, { until: at + 60 * minutes, reason: '', at }).disaster?.since;
    expect([again(noon + 59 * minutes), again(noon + 60 * minutes)]).toEqual([noon, noon + 60 * minutes]);
  });
  it('ends it', () => {
    expect(switchDisasterOff(on).disaster).toBeNull();
  });
});

describe('a pause', () => {
  const until = noon + 30 * minutes;
  const record = pauseScreening(newOfficeRecord, { until, by: '101', at: noon });
  it.each<[number, number | null]>([
    [0, until],
    [29, until],
    [30, null],
  ])('%d minutes later', (later, end) => {
    expect(recallOffice(record, noon + later * minutes, 'some').pausedUntil).toBe(end);
  });
});

const waiting = (words: Partial<Expectation>): Expectation => ({
  ...{ kind: 'any', callerId: null, masked: null, since: noon, until: noon + 30 * minutes, once: false, by: '101' },
  reason: '',
  ...words,
});
const bank = waiting({ kind: 'number', callerId: 'bank', masked: '04****9999', reason: 'bank' });
const anybody = waiting({});
const withheld = waiting({ kind: 'withheld', once: true });
const all = [anybody, withheld, bank].reduce(expectCall, newOfficeRecord);

describe('a call that is waited for', () => {
  it.each<[string, string | null, Expectation]>([
    ['the number before anybody', 'bank', bank],
    ['anybody who shows a number', 'other', anybody],
    ['who shows none', null, withheld],
  ])('%s', (_what, callerId, expectation) => {
    expect(expectationOf(all, callerId, noon)).toBe(expectation);
    const { kind, until, by, reason } = expectation;
    expect(recallOffice(all, noon, callerId).expected).toEqual({ kind, until, by, reason });
  });

  it.each<[string, Expectation, string | null]>([
    ['nobody else than the number', bank, 'other'],
    ['nobody without a number, where any number is waited for', anybody, null],
    ['nobody with a number, where one without is waited for', withheld, 'bank'],
  ])('%s', (_what, expectation, callerId) => {
    expect(expectationOf(expectCall(newOfficeRecord, expectation), callerId, noon)).toBeNull();
  });

  it('is waited for until its end', () => {
    expect(expectationOf(all, 'bank', bank.until - 1)).toBe(bank);
    expect(expectationOf(all, 'bank', bank.until)).toBeNull();
    expect(recallOffice(all, bank.until, 'bank').expected).toBeNull();
  });

  it('is there once, however often it is said, and those that are over go', () => {
    const again = expectCall(all, { ...bank, since: noon + minutes, until: noon + 90 * minutes });
    expect(again.expected.filter(({ callerId }) => callerId === 'bank')).toHaveLength(1);
    expect(expectationOf(again, 'bank', noon + 60 * minutes)).not.toBeNull();
    const later = expectCall(all, waiting({ kind: 'withheld', since: bank.until, until: bank.until + minutes }));
    expect(later.expected.map(({ kind }) => kind)).toEqual(['withheld']);
  });

  it('is waited for no longer, and the others still are', () => {
    expect(currentExpectations(expectNoMore(all, bank), noon)).toEqual([anybody, withheld]);
    expect(expectNoMore(all, { kind: 'number', callerId: 'other' })).toBe(all);
  });

  it('is used up by itself only, not by one that was said later', () => {
    expect(currentExpectations(useUp(all, withheld), noon)).toEqual([anybody, bank]);
    const anew = expectWithheld(all, { until: noon + 60 * minutes, by: '102', at: noon + minutes });
    expect(useUp(anew, withheld)).toBe(anew);
  });

  it('without a number is let through once', () => {
    expect(expectWithheld(newOfficeRecord, { until: noon + minutes, by: '101', at: noon }).expected).toEqual([
      waiting({ kind: 'withheld', until: noon + minutes, once: true }),
    ]);
  });
});

it('a record of a service that knew no expectations is read', () => {
  expect(parseOfficeRecord('{"schema":1,"emergency":null,"disaster":null}')).toEqual(newOfficeRecord);
});

it('an office record comes back as it was kept, and damage says nothing', () => {
  const record = pauseScreening(learnEmergency(all, '110', noon), { until: noon + 1, by: '101', at: noon });
  expect(parseOfficeRecord(JSON.stringify(record))).toEqual(record);
  expect(parseOfficeRecord('{"schema":1,"emergency":{"number":"911","at":1},"disaster":null}')).toBeNull();
});
