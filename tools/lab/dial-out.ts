import type { AsteriskInstance } from './asterisk';
import { type Call, type CallOptions, placeCall } from './call';
import { type OfficePhone, type OfficePhoneOptions, startOfficePhone } from './office-phone';

/** The office's telephone dials `number`. */
export function dialOut(asterisk: AsteriskInstance, number: string, handset?: CallOptions['handset']): Promise<Call> {
  const { address } = asterisk.officePhone;
  return placeCall({
    from: address,
    to: asterisk,
    called: number,
    fromHeader: `From: <sip:office-phone@${address}>`,
    ...(handset !== undefined && { handset }),
  });
}

/** Whoever the office may dial: answers every call that goes out. A house has somebody there who minds what is said. */
export function startOutside(
  asterisk: AsteriskInstance,
  options: Omit<OfficePhoneOptions, 'at'> = {},
): Promise<OfficePhone> {
  return startOfficePhone({ ...options, at: asterisk.outside });
}
