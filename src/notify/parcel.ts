import { z } from 'zod';
import { parseJson } from '../text/json';
import { accountSchema } from './account';

const moment = z.number().int().nonnegative();

/** What goes out in one piece by one notice: one call, or calls that were gathered. It outlives the process. */
export const parcelSchema = z.object({
  schema: z.literal(1),
  /** The same for every attempt, so that a receiver knows a repetition. */
  id: z.uuid(),
  /** Name of the notice in the configuration. */
  notice: z.string(),
  gathered: z.boolean(),
  /** Epoch ms: begun, and to go out. A gathered one takes calls until it is due. */
  since: moment,
  due: moment,
  accounts: z.array(accountSchema),
  /** Calls that found no room in it. */
  omitted: z.number().int().nonnegative(),
  attempts: z.number().int().nonnegative(),
  /** Made by `denwaban notify test`. */
  test: z.boolean(),
});
export type Parcel = Readonly<z.infer<typeof parcelSchema>>;

/** A parcel from the text of its file; `null`: it is none, or another version's. */
export function readParcel(text: string): Parcel | null {
  return parcelSchema.safeParse(parseJson(text)).data ?? null;
}
