import type { Decision } from '../../../src/journal/decision';

/** A decision of an invented call; the test names what matters to it. */
export function decision(given: Partial<Decision> = {}): Decision {
  return {
    schema: 1,
    id: '7f4c4e6a-0000-4000-8000-000000000001',
    at: '2026-04-01T01:00:00.000Z',
    channel: '1775000000.1',
    sipCallId: 'a84b4c76e66710@invalid',
    trunk: 'hikari',
    called: '0312340000',
    caller: {
      presentation: 'presented',
      masked: '06****9999',
      id: '0123456789abcdef',
      kind: 'fixed',
      claimedCarrier: 'ntt-west',
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
    ms: { verdict: 2.4, firstAction: 3.1, total: 12 },
    evidence: null,
    ...given,
  };
}
