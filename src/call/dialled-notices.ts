import type { ServiceLog } from '../journal/service-log';
import type { Numbering } from '../numbering/number-info';
import type { WaitingChannel } from '../pbx/pbx';
import { isEmergencyNumber, withoutServiceCode } from '../screening/dialled-number';
import { dialKey } from '../screening/number-groups';
import type { CallMemory } from './call-memory';
import type { Clock } from './clock';
import { readDialledNotice } from './dialled-notice';

/** Notices that the office dials a number: each comes as a channel of its own that carries nothing else. */
export class DialledNotices {
  constructor(
    private readonly parts: {
      readonly memory: Pick<CallMemory, 'dialled' | 'emergencyDialled'>;
      readonly log: ServiceLog;
      readonly clock: Clock;
      /** Of the configuration in force. */
      readonly numbering: () => Pick<Numbering, 'lookUp'>;
    },
  ) {}

  /** False when the channel is a caller, and no notice. */
  take({ args }: WaitingChannel): boolean {
    const dialled = readDialledNotice(args);
    if (dialled === null) return false;
    this.note(withoutServiceCode(dialled));
    return true;
  }

  private note(number: string): void {
    const { memory, log, clock, numbering } = this.parts;
    // Where a leading 0 gets the outside line, it may come along: no number of the plan reads 0110.
    const emergency = number.replace(/^0/, '');
    if (isEmergencyNumber(emergency)) {
      memory.emergencyDialled(emergency, clock.now());
      log.warn('emergency-dialled', { number: emergency });
    } else {
      memory.dialled(dialKey(numbering().lookUp(number)), clock.now());
    }
  }
}
