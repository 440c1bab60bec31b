import { z } from 'zod';
import { parseJson } from '../text/json';
import type { Decision } from './decision';
import { decisionSchema } from './decision-record';
import type { Sequel, StaffAction } from './sequel';
import { sequelSchema, staffActionSchema } from './sequel-record';

/** What a line of the journal is. `other`: of a kind that only a newer version knows, which is no damage. */
export type JournalEntry =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'sequel'; readonly sequel: Sequel }
  | { readonly kind: 'staff-action'; readonly action: StaffAction }
  | { readonly kind: 'other' };

const kindSchema = z.object({ record: z.string().default('decision') });

/** One line of the journal; `null` when it is damaged, or of a schema this version does not know. */
export function parseEntry(line: string): JournalEntry | null {
  const value = parseJson(line);
  switch (kindSchema.safeParse(value).data?.record) {
    case undefined:
      return null;
    case 'decision': {
      const { data } = decisionSchema.safeParse(value);
      return data === undefined ? null : { kind: 'decision', decision: data };
    }
    case 'sequel': {
      const { data } = sequelSchema.safeParse(value);
      return data === undefined ? null : { kind: 'sequel', sequel: data };
    }
    case 'staff-action': {
      const { data } = staffActionSchema.safeParse(value);
      return data === undefined ? null : { kind: 'staff-action', action: data };
    }
    default:
      return { kind: 'other' };
  }
}
