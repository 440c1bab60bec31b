import type { Fingerprint } from '../../../../src/screening/fingerprint';
import {
  learnProof,
  type Proof,
  parseProofRecord,
  proofRecordTtl,
  recallProof,
} from '../../../../src/screening/records/proof-record';
import { days } from '../../../../src/screening/records/record';

const noon = Date.parse('2026-11-24T12:00:00+09:00');
const here: Fingerprint = { trunk: 'main', assertedHost: 'kddi.example', origIoi: null, form: 'national' };
const proof = (result: Proof['result'], words: Partial<Proof> = {}): Proof => ({
  ...{ fingerprint: here, result, at: noon, until: noon + 90 * days },
  ...words,
});

describe('what calling a number back brought', () => {
  const record = learnProof(null, proof('spoof'));

  it.each<[string, Partial<Fingerprint>]>([
    ['another trunk', { trunk: 'second' }],
    ['another host', { assertedHost: null }],
    ['another orig-ioi', { origIoi: 'kddi.example' }],
    ['another form of the number', { form: 'plus' }],
  ])('speaks for the very fingerprint, and says nothing of %s', (_what, other) => {
    expect(recallProof(record, here, noon)).toBe('spoof');
    expect(recallProof(record, { ...here, ...other }, noon)).toBe('none');
  });

  it('speaks until its end', () => {
    expect(recallProof(record, here, noon + 90 * days - 1)).toBe('spoof');
    expect(recallProof(record, here, noon + 90 * days)).toBe('none');
  });

  it('is what the latest call back brought', () => {
    const corrected = learnProof(record, proof('verified', { at: noon + 1 }));
    expect(recallProof(corrected, here, noon + 1)).toBe('verified');
    expect(corrected.proofs).toHaveLength(1);
  });

  it('is kept for each fingerprint apart, and lasts as long as the last of them', () => {
    const there = { ...here, trunk: 'second' };
    const both = learnProof(record, proof('verified', { fingerprint: there, until: noon + 5 * days }));
    expect([recallProof(both, here, noon), recallProof(both, there, noon)]).toEqual(['spoof', 'verified']);
    expect(proofRecordTtl(both, noon)).toBe(90 * days);
    const later = learnProof(both, proof('spoof', { at: noon + 6 * days, until: noon + 96 * days }));
    expect(later.proofs).toHaveLength(1);
  });

  it('does not grow without end', () => {
    const trunks = Array.from({ length: 20 }, (_, index) => `trunk ${index}`);
    const many = trunks.reduce(
      (was, trunk) => learnProof(was, proof('spoof', { fingerprint: { ...here, trunk } })),
      record,
    );
    expect(many.proofs).toHaveLength(8);
    expect(recallProof(many, { ...here, trunk: 'trunk 19' }, noon)).toBe('spoof');
  });

  it('comes back as it was kept, and damage says nothing', () => {
    expect(parseProofRecord(JSON.stringify(record))).toEqual(record);
    expect(parseProofRecord('{"schema":1,"proofs":[{"result":"maybe"}]}')).toBeNull();
    expect(recallProof(null, here, noon)).toBe('none');
  });
});
