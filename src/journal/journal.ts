import type { Decision } from './decision';

/** The port to the decision log. */
export interface Journal {
  /** Never throws and never waits: a journal that cannot write reports it on the service log and goes on. */
  record(decision: Decision): void;
  /** Everything recorded is on disk afterwards. Idempotent. */
  close(): Promise<void>;
}
