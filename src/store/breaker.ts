/**
 * A circuit breaker: after some failures in a row it refuses work, and now and then lets one piece through as a probe.
 * So a stalled server costs its callers the deadline once per cool-down instead of every time.
 */
export type BreakerState =
  | { readonly kind: 'closed'; readonly failuresInARow: number }
  | { readonly kind: 'open'; readonly until: number }
  /** One probe is on its way; all others are refused until it reports. */
  | { readonly kind: 'half-open' };

export interface BreakerOptions {
  /** Failures in a row that open the breaker. */
  readonly threshold: number;
  /** How long it stays open before it lets a probe through. */
  readonly coolDownMs: number;
  /** Milliseconds of any clock that never runs backwards. */
  readonly now: () => number;
}

/** Whoever is admitted reports back exactly once: `succeeded`, `failed` or `trip`. */
export class Breaker {
  private current: BreakerState = { kind: 'closed', failuresInARow: 0 };

  constructor(private readonly options: BreakerOptions) {}

  get state(): BreakerState {
    return this.current;
  }

  admits(): boolean {
    switch (this.current.kind) {
      case 'closed':
        return true;
      case 'half-open':
        return false;
      case 'open':
        if (this.options.now() < this.current.until) return false;
        this.current = { kind: 'half-open' };
        return true;
    }
  }

  succeeded(): void {
    this.current = { kind: 'closed', failuresInARow: 0 };
  }

  failed(): void {
    const failuresInARow = this.current.kind === 'closed' ? this.current.failuresInARow + 1 : this.options.threshold;
    if (failuresInARow >= this.options.threshold) this.trip();
    else this.current = { kind: 'closed', failuresInARow };
  }

  /** Opens at once: the failure leaves no doubt. */
  trip(): void {
    this.current = { kind: 'open', until: this.options.now() + this.options.coolDownMs };
  }

  /** Ends the cool-down of an open breaker, when there is reason to hope: the next piece of work is the probe. */
  relent(): void {
    if (this.current.kind === 'open') this.current = { kind: 'open', until: this.options.now() };
  }
}
