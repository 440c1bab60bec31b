import {
  learnEmergency,
  newOfficeRecord,
  parseOfficeRecord,
  recallOffice,
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
    expect(recallOffice(record, noon + later * minutes).emergencyDialled).toBe(number);
  });
});

describe('the disaster mode', () => {
  const until = noon + 60 * minutes;
  const record = { ...newOfficeRecord, disaster: { since: noon, until, reason: 'flood' } };
  it.each<[number, number | null]>([
    [0, until],
    [59, until],
    [60, null],
  ])('%d minutes later', (later, end) => {
    expect(recallOffice(record, noon + later * minutes).disasterUntil).toBe(end);
  });
});

it('an office record comes back as it was kept, and damage says nothing', () => {
  const record = learnEmergency(newOfficeRecord, '110', noon);
  expect(parseOfficeRecord(JSON.stringify(record))).toEqual(record);
  expect(parseOfficeRecord('{"schema":1,"emergency":{"number":"911","at":1},"disaster":null}')).toBeNull();
});
