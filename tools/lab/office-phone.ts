import { type CallBook, keepCallBook } from './call-book';
import { startSipp } from './sipp';

export interface OfficePhoneOptions {
  readonly at: { readonly address: string; readonly port: number };
  /** Milliseconds it rings before somebody answers. */
  readonly ringFor?: number;
  /** Milliseconds after which the office hangs up; by default the caller does. */
  readonly talkFor?: number;
}

export interface OfficePhone extends CallBook {
  stop(): Promise<void>;
}

/** SIPp's word for it. */
const FOR_EVER = 0;

/**
 * A telephone that minds itself: a SIPp that answers every call and echoes the caller's voice. `telephone.ts` has the
 * one at which somebody sits.
 */
export async function startOfficePhone({
  at,
  ringFor = 0,
  talkFor = FOR_EVER,
}: OfficePhoneOptions): Promise<OfficePhone> {
  const sipp = await startSipp({
    scenario: 'office-phone',
    slots: { RING: String(Math.max(1, ringFor)), TALK: String(talkFor), MEDIA: '[media_port]' },
    args: ['-i', at.address, '-p', String(at.port), '-rtp_echo'],
  });
  return { ...keepCallBook(sipp.trace), stop: () => sipp.stop() };
}
