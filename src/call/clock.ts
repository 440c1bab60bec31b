/** Time as the call room needs it. */
export interface Clock {
  /** Epoch milliseconds, for records. */
  now(): number;
  /** Milliseconds that never jump, for durations. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
