import { decisionOf } from '../../../src/call/decision-of';
import type { Ending } from '../../../src/call/effects';
import type { Judgement } from '../../../src/call/judge';
import { LiveCall } from '../../../src/call/live-call';
import type { Decision } from '../../../src/journal/decision';
import { numbers } from '../screening/evidence';
import { judged } from './judgement';

const leg = { channel: '1764000000.7', sipCallId: 'abc@192.0.2.1', extension: numbers.ours, args: [] };
const arrivedAt = Date.parse('2026-08-01T03:04:05.678Z');
const connected: Ending = { outcome: 'connected', challenge: null, failedOpen: null, sipCode: null };

function decision(judgement: Judgement | null, ending: Ending = connected, sipCallId = leg.sipCallId): Decision {
  const call = new LiveCall('3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d90', { ...leg, sipCallId }, arrivedAt, 1_000);
  call.judgement = judgement;
  call.verdictMs = judgement === null ? null : 1.2345;
  call.firstActionMs = 2.05;
  return decisionOf({ call, ending, threshold: 40, endedAt: 4_321.6 }, (e164) =>
    e164 === '+81422209999' ? 'its keyed hash' : 'another',
  );
}

describe('the record of a call', () => {
  it('says who called whom, how it was judged and how it went', () => {
    expect(decision(judged({ from: numbers.nttEast, trunk: { name: 'hikari' } }))).toEqual({
      schema: 1,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: '2026-08-01T03:04:05.678Z',
      channel: '1764000000.7',
      sipCallId: 'abc@192.0.2.1',
      trunk: 'hikari',
      called: numbers.ours,
      caller: {
        presentation: 'presented',
        masked: '04****9999',
        id: 'its keyed hash',
        kind: 'fixed',
        claimedCarrier: 'ntt-east',
        country: 'JP',
      },
      verdict: 'allow',
      score: 0,
      threshold: 40,
      findings: [],
      wouldBe: null,
      source: 'rules',
      cachedSeconds: null,
      challenge: null,
      outcome: 'connected',
      failedOpen: null,
      sipCode: null,
      ms: { verdict: 1.2, firstAction: 2.1, total: 3_322 },
      evidence: {
        trunk: 'hikari',
        presentation: 'presented',
        number: {
          masked: '04****9999',
          id: 'its keyed hash',
          length: 10,
          form: 'national',
          kind: 'fixed',
          e164: true,
          national: true,
          status: 'in-use',
          carrier: 'ntt-east',
          country: 'JP',
          callingCode: '81',
        },
        fromHost: 'carrier.example',
        peer: '192.0.2.1',
        called: [numbers.ours],
      },
    });
  });

  it('never holds the number of the caller', () => {
    expect(JSON.stringify(decision(judged({ from: numbers.docomo })))).not.toMatch(/9021609999/);
  });

  it('holds nothing of a caller who withheld the number but why', () => {
    expect(decision(judged({ withheld: 'user' })).caller).toEqual({
      presentation: 'user',
      masked: null,
      id: null,
      kind: null,
      claimedCarrier: null,
      country: null,
    });
  });

  it('explains every finding in both languages', () => {
    const { findings } = decision(judged({ from: numbers.nttEast, trunk: { reach: 'international' } }));
    expect(findings).toContainEqual({
      rule: 'domestic-fixed-from-abroad',
      weight: 80,
      mode: 'enforce',
      text: { ja: expect.stringMatching(/[ぁ-ん]/), en: expect.stringMatching(/[a-z]/) },
    });
  });

  it.each<[string, Judgement | null, Partial<Decision>]>([
    ['the rules', judged({}), { source: 'rules', cachedSeconds: null }],
    ['the memory', judged({}, { cachedMs: 61_499 }), { source: 'cache', cachedSeconds: 61 }],
    [
      'nobody: it was never judged',
      null,
      { source: 'fail-open', verdict: 'allow', threshold: 40, trunk: '', called: null },
    ],
  ])('says that the verdict came from %s', (_whom, judgement, expected) => {
    expect(decision(judgement)).toMatchObject(expected);
  });

  it.each(['allow-entry', 'deny-entry'] as const)('says that the verdict came from the lists (%s)', (decidedBy) => {
    const plain = judged({});
    expect(decision({ ...plain, assessment: { ...plain.assessment, decidedBy } }).source).toBe('list');
  });

  it('keeps the challenge, the code of a refusal and the reason why it failed open', () => {
    const challenge = { kind: 'press-digit', result: 'wrong-digit', attempts: 2 } as const;
    expect(decision(judged({}), { outcome: 'refused', challenge, failedOpen: null, sipCode: 603 })).toMatchObject({
      outcome: 'refused',
      challenge: { kind: 'press-digit', result: 'wrong-digit', attempts: 2 },
      sipCode: 603,
    });
    expect(
      decision(null, { outcome: 'failed-open', challenge: null, failedOpen: 'verdict-deadline', sipCode: null }),
    ).toMatchObject({ outcome: 'failed-open', failedOpen: 'verdict-deadline', ms: { verdict: null } });
  });
});

it('the id that the call was judged under is the caller’s wherever the record names the number', () => {
  const judgement = judged({ from: numbers.nttEast, origin: { assertedNumber: numbers.nttEast } });
  const subject = { ...judgement.subject, callerId: 'known' };
  const { caller, evidence } = decision({ ...judgement, subject });
  expect([caller.id, evidence?.number?.id, evidence?.assertedNumber?.id]).toEqual(['known', 'known', 'known']);
});

describe('the Call-ID of a caller who withholds the number', () => {
  const callIdOf = (sipCallId: string) => decision(judged({ withheld: 'user' }), connected, sipCallId).sipCallId;

  it.each(['0355559696-1234@192.0.2.1', 'x-81355559696@192.0.2.1', '+819055559696.7', '09055559696'])(
    '%s may be made of the number, and is left out',
    (sipCallId) => {
      expect(callIdOf(sipCallId)).toBeNull();
    },
  );

  it.each(['4e2f0355559696b4@127.0.1.10', '1795508053-77@192.0.2.1', '03555@192.0.2.1'])('%s stays', (sipCallId) => {
    expect(callIdOf(sipCallId)).toBe(sipCallId);
  });

  it('of one who shows it stays, too', () => {
    expect(decision(judged({}), connected, '0355559696-1@x').sipCallId).toBe('0355559696-1@x');
  });
});
