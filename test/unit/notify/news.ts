import { type NoticesConfig, noticesSchema } from '../../../src/config/schema/notices';
import { accountOf } from '../../../src/notify/account';
import type { News } from '../../../src/notify/news';
import type { Parcel } from '../../../src/notify/parcel';
import { decision } from '../journal/decisions';

/** Digits of the invented caller. */
export const callersNumber = '0698769999';

const finding = {
  rule: 'unallocated-block',
  weight: 60,
  mode: 'enforce',
  text: { ja: '割り当てのない番号帯です', en: 'the block is not allocated' },
} as const;

/** A call that was refused; the test names what matters to it. */
export function news({
  decision: given,
  ...rest
}: Partial<Omit<News, 'decision'>> & { decision?: Partial<News['decision']> } = {}): News {
  const refused = { verdict: 'reject', outcome: 'refused', score: 60, sipCode: 603, findings: [finding] } as const;
  return {
    event: 'call',
    decision: decision({ ...refused, ...given }),
    number: callersNumber,
    alert: false,
    recording: null,
    sequel: null,
    ...rest,
  };
}

export function sequel(given: Partial<NonNullable<News['sequel']>>): NonNullable<News['sequel']> {
  const { id, channel } = decision();
  const at = '2026-04-01T01:01:00.000Z';
  const nothing = { staff: null, name: null, message: null, callBack: null };
  return { schema: 1, record: 'sequel', at, decision: id, channel, ...nothing, ...given };
}

export function parcel(told: readonly News[], given: Partial<Parcel> = {}): Parcel {
  const since = Date.parse('2026-04-01T01:00:00Z');
  return {
    schema: 1,
    id: '7f4c4e6a-0000-4000-8000-00000000000a',
    notice: 'office',
    gathered: false,
    since,
    due: since,
    accounts: told.map((each) => accountOf(each, 'full')),
    omitted: 0,
    attempts: 0,
    test: false,
    ...given,
  };
}

/** The configuration of notices that a file with these settings makes. */
export function noticesConfig(given: Parameters<typeof noticesSchema.parse>[0]): NoticesConfig {
  return noticesSchema.parse(given);
}
