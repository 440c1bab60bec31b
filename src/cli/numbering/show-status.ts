import { chooseNumbering } from '../choose-numbering';
import type { Io } from '../io';
import { statusOf } from './status';
import { statusText } from './status-text';

export interface StatusOptions {
  readonly json?: boolean;
  readonly config?: string;
}

/** Writes which numbering data are in use, how old they are, and what they hold. */
export function showNumberingStatus(io: Io, { json, config }: StatusOptions): void {
  const status = statusOf(chooseNumbering({ file: config, env: io.env }), io.now());
  io.out(json ? `${JSON.stringify(status, null, 2)}\n` : statusText(status, io));
}
