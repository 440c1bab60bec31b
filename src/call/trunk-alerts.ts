import type { ServiceLog } from '../journal/service-log';
import type { Assessment } from '../screening/assessment';
import type { TrunkMemory } from '../screening/memory';

/** What the office should know of at once, and is told again after an hour only. */
const alarming = 'own-number-from-outside';
const quietMs = 3_600_000;

/** Tells the operator what a trunk does that is not ordinary, once each time it begins. */
export class TrunkAlerts {
  private readonly flooded = new Set<string>();
  private readonly silent = new Set<string>();
  /** Epoch ms of the last alarm, by trunk. */
  private readonly alarmed = new Map<string, number>();

  constructor(private readonly log: ServiceLog) {}

  /** A call came on the trunk, and was judged at this moment (epoch ms). */
  watch(trunk: string, { flood, showsNoNumbers }: TrunkMemory, { findings }: Assessment, at: number): void {
    if (begins(this.flooded, trunk, flood !== null)) {
      this.log.warn('trunk-flooded', { trunk, sign: flood?.sign ?? '', limit: flood?.limit ?? 0 });
    }
    if (begins(this.silent, trunk, showsNoNumbers)) this.log.warn('trunk-shows-no-numbers', { trunk });
    if (findings.some(({ rule }) => rule === alarming)) this.alarm(trunk, at);
  }

  private alarm(trunk: string, at: number): void {
    if (at - (this.alarmed.get(trunk) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
    this.alarmed.set(trunk, at);
    this.log.warn('own-number-forged', { trunk });
  }
}

function begins(state: Set<string>, trunk: string, is: boolean): boolean {
  if (!is) state.delete(trunk);
  const began = is && !state.has(trunk);
  if (began) state.add(trunk);
  return began;
}
