import type { ServiceLog } from '../journal/service-log';
import type { TrunkMemory } from '../screening/memory';

/** Tells the operator what a trunk does that is not ordinary, once each time it begins. */
export class TrunkAlerts {
  private readonly flooded = new Set<string>();
  private readonly silent = new Set<string>();

  constructor(private readonly log: ServiceLog) {}

  watch(trunk: string, { flood, showsNoNumbers }: TrunkMemory): void {
    if (begins(this.flooded, trunk, flood !== null)) {
      this.log.warn('trunk-flooded', { trunk, sign: flood?.sign ?? '', limit: flood?.limit ?? 0 });
    }
    if (begins(this.silent, trunk, showsNoNumbers)) this.log.warn('trunk-shows-no-numbers', { trunk });
  }
}

function begins(state: Set<string>, trunk: string, is: boolean): boolean {
  if (!is) state.delete(trunk);
  const began = is && !state.has(trunk);
  if (began) state.add(trunk);
  return began;
}
