import { DenwabanError } from '../errors';
import type { Io } from './io';

/** Exit codes: the operator can cure a 2; a 1 is a defect of ours. */
export const exitCodes = { fine: 0, defect: 1, operator: 2 } as const;

/** The one place where a failed command is told: what happened on standard error, and the exit code. */
export function reportFailure(error: unknown, io: Io): number {
  if (error instanceof DenwabanError) {
    io.err(`${error.code}: ${error.say(io.language)}\n`);
    return exitCodes.operator;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const request = {
    ja: 'これは電話番の不具合です。上の内容と、そのとき何をしたかを開発者にお知らせください。',
    en: 'This is a defect in Denwaban. Please report the lines above and what you did.',
  };
  io.err(`${stack}\n${request[io.language]}\n`);
  return exitCodes.defect;
}
