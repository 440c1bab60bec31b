import fc from 'fast-check';
import { type CallWords, type MemoryWords, now, numbers } from './evidence';

/** Calls of every sort, honest and forged; small pools, so that two of them often share most of what they say. */

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

export const anyNumber: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.values(numbers)) },
  fc.constantFrom('+422550110', '+1800335814321', '+442079460018', '+4930123456', '+2348031234567', '+881612345678'),
  fc.constantFrom('0312345678', '09021600110', '+81422209999', '81422209999', '110', '201', '**11', 'sipvicious'),
  fc
    .tuple(fc.constantFrom('03', '0422', '090', '050', '0120', '+81', '+', '010', ''), digits(8))
    .map((parts) => parts.join('')),
);

const origin: fc.Arbitrary<NonNullable<CallWords['origin']>> = fc.record(
  {
    assertedNumber: anyNumber,
    assertedHost: fc.constantFrom(null, 'kddi.example', 'unknown.example'),
    fromHost: fc.constantFrom(null, 'gw.east.example', 'unknown.example'),
    origIoi: fc.constantFrom(null, 'KDDI.example'),
    diverted: fc.boolean(),
    divertedBy: anyNumber,
    verstat: fc.constantFrom(null, 'passed', 'failed', 'not-validated'),
    attestation: fc.constantFrom(null, 'A', 'B', 'C'),
    shakenResult: fc.constantFrom(null, 'success', 'cert_not_trusted', 'disabled'),
    callingPartyCategory: fc.constantFrom(null, 'ordinary', 'payphone'),
    peerAddress: fc.constantFrom(null, '192.0.2.1', '198.51.100.7', '203.0.113.9', '203.0.113.10'),
    privacy: fc.subarray(['none', 'id', 'user', 'critical']),
    fromAnonymous: fc.boolean(),
  },
  { requiredKeys: [] },
);

const trunk: fc.Arbitrary<NonNullable<CallWords['trunk']>> = fc.record(
  {
    name: fc.constantFrom('main', 'overseas', 'anonymous'),
    reach: fc.constantFrom('national', 'international', 'on-net', 'internal'),
    operator: fc.constantFrom(null, 'ntt-east'),
    carriers: fc.constantFrom(null, ['kddi']),
    kinds: fc.constantFrom(null, ['fixed', 'mobile']),
    carriesForeign: fc.boolean(),
    presentsNumber: fc.boolean(),
    forwardsToUs: fc.boolean(),
    hosts: fc.constantFrom({}, { 'kddi.example': 'kddi', 'east.example': 'ntt-east' }),
    peers: fc.constantFrom(null, ['192.0.2.1', '198.51.100.0/24']),
    rejectCodes: fc.constantFrom('specific', 'plain'),
  },
  { requiredKeys: [] },
);

const since = '2026-01-05';
const usualOrigins = [{ trunk: 'second', assertedHost: 'kddi.example', origIoi: null, form: 'national' }] as const;

const memory: fc.Arbitrary<MemoryWords> = fc.record(
  {
    withheldJustRejected: fc.boolean(),
    caller: fc
      .tuple(
        fc.constantFrom(
          {},
          { standing: 'seen', since } as const,
          { standing: 'known', since } as const,
          { standing: 'origin-changed', since, usualOrigins } as const,
        ),
        fc.record(
          {
            shortCalls: fc.boolean(),
            challenge: fc.constantFrom('none', 'passed', 'avoided'),
            proof: fc.constantFrom('none', 'none', 'verified', 'spoof'),
            dialledByUs: fc.constantFrom(null, '2026-07-20'),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([standing, history]) => ({ ...standing, ...history })),
    trunk: fc.record(
      {
        flood: fc.constantFrom(
          null,
          { sign: 'new-callers', limit: 20 } as const,
          { sign: 'police-endings', limit: 3 } as const,
        ),
        usualForm: fc.constantFrom(null, 'national', 'international'),
        alwaysAsserts: fc.boolean(),
        showsNoNumbers: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    office: fc.record(
      {
        emergencyDialled: fc.option(fc.constant('119'), { freq: 8 }),
        disasterUntil: fc.constantFrom(null, null, now - 1, now + 1),
        expected: fc.option(
          fc.record({
            kind: fc.constantFrom('number', 'any', 'withheld'),
            until: fc.constantFrom(now - 1, now + 1),
            by: fc.constantFrom('', '101'),
            reason: fc.constantFrom('', '銀行'),
          }),
          { freq: 3 },
        ),
        pausedUntil: fc.option(fc.constantFrom(now - 1, now + 1), { freq: 8 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MemoryWords>;

export const anyCall: fc.Arbitrary<CallWords> = fc.record(
  {
    from: anyNumber,
    withheld: fc.option(fc.constantFrom('user', 'payphone', 'unavailable', 'unknown'), { nil: undefined, freq: 4 }),
    to: fc.constantFrom(numbers.ours, numbers.fax, numbers.unpublished, '**11', '3', [numbers.fax, numbers.ours]),
    trunk,
    origin,
    memory,
  },
  { requiredKeys: ['from'] },
) as fc.Arbitrary<CallWords>;
