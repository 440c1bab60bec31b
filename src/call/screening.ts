import type { Config } from '../config/schema';
import type { StoredLists } from '../config/stored-lists';
import type { Numbering } from '../numbering/number-info';
import type { Context } from '../screening/context';

/** What judging depends on besides the call; exchanged as a whole when the configuration is reloaded. */
export interface Screening {
  readonly config: Config;
  readonly numbering: Numbering;
  readonly context: Context;
  /** Of the stored lists it was made with. */
  readonly listsVersion: string;
  /** The same with other stored lists. */
  withLists(stored: StoredLists): Screening;
}
