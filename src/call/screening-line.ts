import type { Config } from '../config/schema';
import type { Finding } from '../screening/finding';
import type { HandOver } from './effects';
import { recordingId } from './recording-id';
import { warningsOf } from './warnings';

/** A call that the dialplan goes on with by itself: it announces it to the office, or takes a message. */
export interface ScreeningLineParts {
  /** Of the call's decision. */
  readonly id: string;
  readonly handOver: Extract<HandOver, { to: 'present' | 'message' }>;
  readonly findings: readonly Finding[];
  readonly config: Pick<Config, 'language' | 'challenge' | 'message'>;
}

/**
 * The value of `DENWABAN_SCREENING` (extensions-denwaban.conf): `id|language|seconds of a message|seconds of silence that
 * end it|recording of the name|milliseconds of silence before it|warnings, joined by &|seconds to press a key|seconds to
 * ring`. No seconds of a message: none is taken. No text of a caller is in it, and nothing that the dialplan would evaluate.
 */
export function screeningLine({ id, handOver, findings, config }: ScreeningLineParts): string {
  const { language, challenge, message } = config;
  const name = handOver.to === 'present' ? handOver.name : null;
  return [
    id,
    language,
    message.enabled ? message.maxSeconds : '',
    message.silenceSeconds,
    name === null ? '' : recordingId(id, name.recording),
    name === null ? '' : Math.round(name.offsetMs),
    name === null ? '' : warningsOf(findings).join('&'),
    challenge.staffKeySeconds,
    challenge.staffRingSeconds,
  ].join('|');
}
