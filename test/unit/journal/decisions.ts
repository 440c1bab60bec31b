import type { Decision } from '../../../src/journal/decision';
import type { Sequel, StaffAction } from '../../../src/journal/sequel';

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

/** What came of it: staff heard the stated name and took the call. */
export function sequel(given: Partial<Sequel> = {}): Sequel {
  return {
    schema: 1,
    record: 'sequel',
    at: '2026-04-01T01:02:00.000Z',
    decision: decision().id,
    channel: decision().channel,
    staff: 'taken',
    name: { file: `${decision().id}-name.wav`, seconds: 2.1 },
    message: null,
    callBack: null,
    ...given,
  };
}

/** Somebody put its caller on the deny list. */
export function staffAction(given: Partial<StaffAction> = {}): StaffAction {
  return {
    schema: 1,
    record: 'staff-action',
    at: '2026-04-01T01:03:00.000Z',
    id: '7f4c4e6a-0000-4000-8000-000000000002',
    by: '201',
    action: 'deny-last',
    result: 'done',
    masked: '06****9999',
    callerId: '0123456789abcdef',
    until: '2026-07-01T01:03:00.000Z',
    ...given,
  };
}
