import type { ServiceLog } from '../journal/service-log';
import type { Numbering } from '../numbering/number-info';
import type { WaitingChannel } from '../pbx/pbx';
import type { EmergencyNumber } from '../screening/memory';
import { dialKey } from '../screening/number-groups';
import type { CallMemory } from './call-memory';
import type { Clock } from './clock';
import { readDialledNotice } from './dialled-notice';

const emergencies: ReadonlySet<string> = new Set<EmergencyNumber>(['110', '118', '119']);

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
    if (isEmergency(number)) {
      memory.emergencyDialled(number, clock.now());
      log.warn('emergency-dialled', { number });
    } else {
      memory.dialled(dialKey(numbering().lookUp(number)), clock.now());
    }
  }
}

/** 184 and 186 in front of a number hide or show one's own; they are no part of it. */
function withoutServiceCode(number: string): string {
  return number.replace(/^18[46](?=\d{3})/, '');
}

function isEmergency(number: string): number is EmergencyNumber {
  return emergencies.has(number);
}
