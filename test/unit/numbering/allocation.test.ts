import type { BlockStatus } from '../../../src/numbering/number-info';
import { factsOf, numbering } from './shipped';

describe('fixed blocks: area code, state and carrier as in the ministry’s table', () => {
  it.each<[national: string, areaCode: string | null, status: BlockStatus, carrier: string | null]>([
    ['0112000000', '011', 'in-use', 'ntt-east'],
    ['0335810000', '03', 'in-use', 'ntt-east'],
    ['0612345678', '06', 'unlisted', null],
    ['0312345678', '03', 'unlisted', null],
    ['0119000000', '011', 'unusable', null],
    ['0361620000', '03', 'in-use', null],
    // the longest prefix splits, not the longest area code
    ['0154100000', '015', 'unused', null],
    ['0154200000', '0154', 'in-use', 'ntt-east'],
    ['0499220000', '04992', 'in-use', 'ntt-east'],
    ['0499910000', null, 'unlisted', null],
    ['0126720000', '01267', 'in-use', 'ntt-east'],
    ['0460840000', '0460', 'in-use', 'ntt-east'],
    ['0429220000', '04', 'in-use', 'ntt-east'],
    ['0422550000', '0422', 'in-use', 'ntt-east'],
    // 177 is the weather's number: 026-177 is an exchange of 026 that cannot be used, not 0261-77
    ['0261770000', '026', 'unusable', null],
    // an area that does not exist
    ['0131000000', null, 'unlisted', null],
    ['0411234567', null, 'unlisted', null],
  ])('%s', (national, areaCode, status, carrier) => {
    const facts = factsOf(national);
    expect([facts.areaCode, facts.status, facts.carrier?.id ?? null]).toEqual([areaCode, status, carrier]);
  });
});

describe('numbers of no place: only what the tables really say', () => {
  it.each<[why: string, national: string, status: BlockStatus | null, carrier: string | null]>([
    ['mobile, by its metadata', '09012345678', 'in-use', 'kddi'],
    ['060, opened in July 2026', '06010012345', 'in-use', 'softbank'],
    ['060, not opened yet when the data was taken', '06099912345', null, null],
    ['mobile without a known carrier', '07050012345', null, null],
    ['claimed by the younger of two tables', '07096012345', 'in-use', 'rakuten-mobile'],
    ['050', '05012345678', 'in-use', 'softbank'],
    ['050, not allocated two years ago', '05049991234', null, null],
    ['0120', '0120000000', 'in-use', 'ntt-com'],
    ['0800', '08001234567', 'in-use', 'kddi'],
    ['0570 has no table', '0570012345', null, null],
  ])('%s: %s', (_why, national, status, carrier) => {
    const facts = factsOf(national);
    expect([facts.status, facts.carrier?.id ?? null, facts.areaCode]).toEqual([status, carrier, null]);
  });
});

describe('the shipped snapshot', () => {
  it('is complete', () => {
    expect(numbering.snapshot.counts).toEqual({
      blocks: 49084,
      blocksInUse: 29498,
      carriers: 29,
      accessCodes: 37,
      specialNumbers: 47,
      official: 9408,
      policeBlocks: 1192,
      areaCodes: 387,
    });
  });

  it('says its date and gives credit', () => {
    expect(numbering.snapshot.date).toBe('2026-07-17');
    const credit = numbering.snapshot.credit.join('\n');
    for (const source of [
      '「電気通信番号指定状況」（総務省）を加工して作成',
      '警察庁',
      'PDL1.0',
      'CC BY 4.0',
      'Apache-2.0',
      'MIT',
    ]) {
      expect(credit).toContain(source);
    }
  });
});
