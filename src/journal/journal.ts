import type { Decision } from './decision';
import type { Sequel, StaffAction } from './sequel';

/** The port to the decision log. */
export interface Journal {
  /** Never throws and never waits: a journal that cannot write reports it on the service log and goes on. */
  record(entry: Decision | Sequel | StaffAction): void;
  /** Everything recorded is on disk afterwards. Idempotent. */
  close(): Promise<void>;
}
