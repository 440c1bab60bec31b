import { pino } from 'pino';
import type { Language } from '../text/language';
import { type ServiceMessage, sayServiceMessage } from '../text/service-messages';

type Data = Readonly<Record<string, string | number>>;

/**
 * The service's own log: one JSON line each, with a stable `event` to filter by, its data, and a sentence that
 * explains itself in the operator's language. Decisions are not here but in the journal; no caller's number is.
 */
export interface ServiceLog {
  info(event: ServiceMessage, data?: Data): void;
  warn(event: ServiceMessage, data?: Data): void;
  error(event: ServiceMessage, data?: Data, cause?: unknown): void;
}

/** Writes to standard output, where systemd and Docker collect it. */
export function openServiceLog(language: Language): ServiceLog {
  const standardOutput = pino.destination({ fd: 1, sync: true });
  // A log that cannot be written (a full disk behind it) must not bring down what it reports on.
  standardOutput.on('error', () => undefined);
  const out = pino({ base: { name: 'denwaban' }, timestamp: pino.stdTimeFunctions.isoTime }, standardOutput);
  const line = (event: ServiceMessage, data: Data, cause?: unknown) => ({
    event,
    ...data,
    ...(cause instanceof Error ? { err: cause } : {}),
  });
  return {
    info: (event, data = {}) => out.info(line(event, data), sayServiceMessage(event, data, language)),
    warn: (event, data = {}) => out.warn(line(event, data), sayServiceMessage(event, data, language)),
    error: (event, data = {}, cause) => out.error(line(event, data, cause), sayServiceMessage(event, data, language)),
  };
}
