import type { StoreListener } from './store';

/**
 * Turns the fortunes of a store's parts (its connection, its reading, its writing) into one state:
 * degraded while any part is sick. Only changes are told, so that a long illness is one line in the log.
 */
export class StoreHealth<Part extends string> {
  private readonly sickParts = new Set<Part>();

  constructor(private readonly tell: StoreListener) {}

  sick(part: Part, reason: string): void {
    const wasWell = this.sickParts.size === 0;
    this.sickParts.add(part);
    if (wasWell) this.tell({ type: 'degraded', reason });
  }

  well(part: Part): void {
    if (this.sickParts.delete(part) && this.sickParts.size === 0) this.tell({ type: 'recovered' });
  }
}
