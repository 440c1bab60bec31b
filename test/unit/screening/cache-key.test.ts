import fc from 'fast-check';
import { assess } from '../../../src/screening/assess';
import { evidenceKey } from '../../../src/screening/cache-key';
import { compileContext } from '../../../src/screening/context';
import type { Evidence } from '../../../src/screening/finding';
import { memoryKey } from '../../../src/screening/memory';
import { anyCall } from './arbitrary';
import {
  type CallWords,
  type ConfigWords,
  call,
  config,
  context,
  dayOfTables,
  type MemoryWords,
  now,
  numbering,
  numbers,
  ordinaryOffice,
  reporting,
} from './evidence';

const key = (words: CallWords, office = ordinaryOffice) => evidenceKey(call(words), office);
const office = context({
  lists: [
    { list: 'allow', prefix: '0422' },
    { list: 'deny', number: numbers.docomo },
    { list: 'deny', carrier: 'softbank' },
  ],
});

/** Takes single fields of the second call over into the first: most of the time only one thing differs. */
const neighbours: fc.Arbitrary<readonly [Evidence, Evidence]> = fc
  .record({
    one: anyCall,
    other: anyCall,
    section: fc.constantFrom('trunk', 'caller', 'origin', 'called', 'memory'),
    field: fc.nat(12),
  })
  .map(({ one, other, section, field }) => {
    const [a, b] = [call(one), call(other)];
    if (section !== 'origin') return [a, { ...a, [section]: b[section as keyof Evidence] }] as const;
    const name = Object.keys(a.origin)[field] as keyof Evidence['origin'];
    return [a, { ...a, origin: { ...a.origin, [name]: b.origin[name] } }] as const;
  });

test('equal keys and equal memories mean equal assessments', () => {
  let equal = 0;
  fc.assert(
    fc.property(neighbours, fc.constantFrom(ordinaryOffice, office), ([a, b], given) => {
      if (evidenceKey(a, given) !== evidenceKey(b, given) || memoryKey(a.memory) !== memoryKey(b.memory)) return;
      equal++;
      expect(assess(b, given)).toEqual(assess(a, given));
    }),
    { numRuns: 1_000 },
  );
  expect(equal).toBeGreaterThan(100);
});

describe('the key changes with everything the rules look at', () => {
  test.each<[string, CallWords]>([
    ['the number', { from: numbers.nttEastOther }],
    ['its form', { from: '+81422209999' }],
    ['withholding it', { withheld: 'user' }],
    ['the called line', { to: numbers.fax }],
    ['the trunk', { trunk: { name: 'second' } }],
    ['the trunk’s profile', { trunk: { reach: 'international' } }],
    ['the asserted number', { origin: { assertedNumber: numbers.kddiFixed } }],
    ['an assertion without a number', { origin: { asserted: true } }],
    ['the asserted host', { origin: { assertedHost: 'kddi.example' } }],
    ['the From host', { origin: { fromHost: 'kddi.example' } }],
    ['orig-ioi', { origin: { origIoi: 'kddi.example' } }],
    ['a diversion', { origin: { diverted: true } }],
    ['who diverted', { origin: { divertedBy: numbers.kddiFixed } }],
    ['verstat', { origin: { verstat: 'failed' } }],
    ['the attestation', { origin: { attestation: 'A' } }],
    ['the verify result', { origin: { shakenResult: 'success' } }],
    ['Privacy', { origin: { privacy: ['none'] } }],
    ['an anonymous From', { origin: { fromAnonymous: true } }],
    ['a line that nobody was told', { to: numbers.unpublished }],
    ['a table that ages', { at: dayOfTables + 46 * 86_400_000 }],
  ])('%s', (_, words) => {
    expect(key(words)).not.toBe(key({}));
  });

  test('the end of office hours', () => {
    const week = { thu: ['09:00-17:30'] };
    const office = context({
      office: { hours: { timeZone: 'Asia/Tokyo', week, holidays: 'none', closed: [], open: [] } },
    });
    const at = (time: string) => key({ at: Date.parse(`2026-07-30T${time}+09:00`) }, office);
    expect(at('17:29:00')).toBe(at('09:00:00'));
    expect(at('17:30:00')).not.toBe(at('17:29:00'));
  });

  test('what block lists report of the number', () => {
    const reported = (votes: number) => key({}, reporting({ votes, sources: ['neighbours'] }));
    expect(reported(1)).not.toBe(key({}));
    expect(reported(2)).not.toBe(reported(1));
  });

  test('a peer that is not listed', () => {
    const from = (peerAddress: string) => key({ trunk: { peers: ['192.0.2.0/24'] }, origin: { peerAddress } });
    expect(from('192.0.2.2')).toBe(from('192.0.2.1'));
    expect(from('203.0.113.9')).not.toBe(from('192.0.2.1'));
  });

  test('a 0 that E.164 leaves out, and that completes an imitated number', () => {
    expect(key({ from: '+950223110' })).not.toBe(key({ from: '+95223110' }));
  });

  test('withheld reasons differ from each other', () => {
    const reasons = ['user', 'payphone', 'unavailable', 'unknown'] as const;
    expect(new Set(reasons.map((withheld) => key({ withheld }))).size).toBe(4);
  });
});

test('the key does not change with what no rule looks at', () => {
  const evidence = call({});
  const other: Evidence = {
    ...evidence,
    caller: { ...evidence.caller, displayName: 'Taro' },
    origin: { ...evidence.origin, callingPartyCategory: 'ordinary', peerAddress: '203.0.113.9' },
    at: now + 60_000,
  };
  expect(evidenceKey(other, ordinaryOffice)).toBe(evidenceKey(evidence, ordinaryOffice));
});

describe('the memory has a key of its own', () => {
  const remembered = (memory: MemoryWords) => memoryKey(call({ memory }).memory);

  test('which is empty for no memory, and not in that of the evidence', () => {
    expect(remembered({})).toBe('');
    expect(key({ memory: { caller: { standing: 'known' } } })).toBe(key({}));
  });

  test.each<[string, MemoryWords]>([
    ['a withheld call just rejected', { withheldJustRejected: true }],
    ['the caller', { caller: { standing: 'known' } }],
    ['the trunk', { trunk: { usualForm: 'national' } }],
    ['the office', { office: { emergencyDialled: '118' } }],
  ])('and changes with %s', (_, memory) => {
    expect(remembered(memory)).not.toBe('');
  });
});

test('fields cannot run into each other', () => {
  const one = { origin: { assertedHost: 'a","b', fromHost: null } };
  const other = { origin: { assertedHost: 'a', fromHost: 'b' } };
  expect(key(one)).not.toBe(key(other));
});

describe('the rule book’s version', () => {
  test('is equal for equal configurations', () => {
    expect(context({ rules: {} }).ruleBookVersion).toBe(context().ruleBookVersion);
  });

  test.each<[string, ConfigWords]>([
    ['a weight', { rules: { 'foreign-number': { weight: 10 } } }],
    ['a mode', { rules: { 'foreign-number': { mode: 'off' } } }],
    ['the mode of list entries', { rules: { 'deny-entry': { mode: 'observe' } } }],
    ['a list entry', { lists: [{ list: 'deny', number: numbers.docomo }] }],
    ['the policy', { policy: { screenAt: 50 } }],
    ['our numbers', { office: { numbers: [] } }],
  ])('changes with %s', (_, words) => {
    expect(context(words).ruleBookVersion).not.toBe(context().ruleBookVersion);
  });

  test('is shortened by the digest it is given', () => {
    const compiled = compileContext({ config: config(), numbering, digest: (text) => `${text.length}` });
    expect(compiled.ruleBookVersion).toBe(`${ordinaryOffice.ruleBookVersion.length}`);
  });
});
