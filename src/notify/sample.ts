import type { NoticeConfig } from '../config/schema/notices';
import { accountOf } from './account';
import type { News } from './news';
import type { Parcel } from './parcel';

/** An invented call that was refused, from a number of the examples. */
function sampleNews(id: string, now: number): News {
  return {
    event: 'call',
    number: '0312345678',
    alert: false,
    recording: null,
    sequel: null,
    decision: {
      schema: 1,
      id,
      at: new Date(now).toISOString(),
      channel: 'sample',
      sipCallId: null,
      trunk: 'sample',
      called: '0312345670',
      caller: {
        presentation: 'presented',
        masked: '03****5678',
        id: null,
        kind: 'fixed',
        claimedCarrier: null,
        country: 'JP',
      },
      verdict: 'reject',
      score: 100,
      threshold: 40,
      findings: [
        {
          rule: 'deny-list',
          weight: 100,
          mode: 'enforce',
          text: { ja: '拒否リストにある番号です (見本)', en: 'the number is on the deny list (sample)' },
        },
      ],
      wouldBe: null,
      source: 'list',
      cachedSeconds: null,
      challenge: null,
      outcome: 'refused',
      failedOpen: null,
      sipCode: 607,
      ms: { verdict: 1, firstAction: 2, total: 3 },
      evidence: null,
    },
  };
}

/** What `denwaban notify test` sends: marked as a test, and otherwise as a real one would be. */
export function sampleParcel(notice: string, { numbers }: NoticeConfig, id: string, now: number): Parcel {
  const accounts = [accountOf(sampleNews(id, now), numbers)];
  const counts = { omitted: 0, attempts: 0 };
  return { schema: 1, id, notice, gathered: false, since: now, due: now, accounts, ...counts, test: true };
}
