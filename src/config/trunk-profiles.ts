import { type Config, type TrunkProfile, trunkSchema } from './schema';

/** Who the calls of a trunk that is not configured are taken to come from. */
export const ordinaryTrunk: TrunkProfile = trunkSchema.parse({});

/** The profile of a configured trunk; `null` for any other. */
export function profileOf(name: string, { trunks }: Pick<Config, 'trunks'>): TrunkProfile | null {
  return Object.hasOwn(trunks, name) ? (trunks[name] ?? null) : null;
}
