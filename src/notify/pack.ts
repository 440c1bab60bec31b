import type { Account } from './account';
import { type Delivery, dueAt } from './delivery';
import type { Parcel } from './parcel';

/** Calls told of in one parcel, and parcels that wait: what a dead receiver may cost in memory. */
export const mostAccounts = 300;
export const mostParcels = 100;

export const hourMs = 3_600_000;

export interface Circumstances {
  readonly notice: string;
  readonly delivery: Delivery;
  /** Parcels that wait, but for the one that is being sent. */
  readonly waiting: readonly Parcel[];
  /** When parcels of a single call were made within the last hour, the oldest first. */
  readonly singles: readonly number[];
  readonly mostPerHour: number;
  readonly now: number;
  readonly newId: () => string;
}

/**
 * The parcel in which a call is told of: one of its own, or one that gathers, new or grown by it. Whom a flood of calls
 * would flood with notices gets what is beyond an hour's measure in one piece. `null`: there is no room.
 */
export function pack(account: Account, circumstances: Circumstances): Parcel | null {
  const { delivery, waiting, singles, mostPerHour, now } = circumstances;
  const crowded = waiting.length >= mostParcels;
  if (delivery.type === 'at-once' && singles.length < mostPerHour && !crowded) {
    return { ...emptyParcel(circumstances, now), gathered: false, accounts: [account] };
  }
  const due = delivery.type === 'at-once' ? (singles[0] ?? now) + hourMs : dueAt(delivery, now);
  // What was sent once is not changed any more: a receiver who knows its id would pass the rest over.
  const open = waiting.find((parcel) => parcel.gathered && parcel.attempts === 0 && (parcel.due > now || crowded));
  if (open === undefined && crowded) return null;
  return added(open ?? emptyParcel(circumstances, due), account, due);
}

function added(parcel: Parcel, account: Account, due: number): Parcel {
  const sooner = { ...parcel, due: Math.min(parcel.due, due) };
  if (parcel.accounts.length >= mostAccounts) return { ...sooner, omitted: parcel.omitted + 1 };
  return { ...sooner, accounts: [...parcel.accounts, account] };
}

function emptyParcel({ notice, now, newId }: Circumstances, due: number): Parcel {
  const since = now;
  const nothing = { accounts: [], omitted: 0, attempts: 0, test: false };
  return { schema: 1, id: newId(), notice, gathered: true, since, due, ...nothing };
}
