import { identify } from '../caller/identify';
import { inviteFromMessage } from '../caller/sip-message';
import { DenwabanError } from '../errors';
import type { Evidence } from '../screening/finding';
import { noMemory } from '../screening/memory';
import { parseMemory } from '../screening/parse-memory';
import { timeOf } from '../text/moments';
import type { Office } from './office';
import { type PastCall, pastCall, type Reading } from './past-call';

/** Comment lines in front of the request line say what an INVITE itself cannot: `; trunk: hikari`. */
const comment = /^; *([a-z]+): *(.*?)\r?$/;

export interface InviteFile {
  readonly file: string;
  /** The message without its comments. */
  readonly message: string;
  /** `trunk`, `at` (ISO 8601), `peer`, `shaken`, `memory` (as `denwaban explain` takes them); others are passed over. */
  readonly comments: ReadonlyMap<string, string>;
}

/** `null` for the text of a file that holds no INVITE. */
export function parseInviteFile(file: string, text: string): InviteFile | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith(';'));
  const comments = lines.slice(0, first).flatMap((line) => {
    const [, key, value] = comment.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  const message = lines.slice(first).join('\n');
  return isInvite(message) ? { file, message, comments: new Map(comments) } : null;
}

function isInvite(message: string): boolean {
  try {
    return inviteFromMessage(message) !== null;
  } catch (error) {
    if (error instanceof DenwabanError) return false;
    throw error;
  }
}

/**
 * A single INVITE as a first call, or with the memory it asks for. What was decided on it is not known.
 *
 * @param usualTrunk for messages that name none
 * @throws DenwabanError DENWABAN_REPLAY_TRUNK_MISSING, DENWABAN_REPLAY_COMMENT_INVALID, DENWABAN_MEMORY_INVALID
 */
export function inviteCall(invite: InviteFile, usualTrunk: string | null, now: number, { offices }: Reading): PastCall {
  const { file, comments } = invite;
  const trunk = comments.get('trunk') ?? usualTrunk;
  if (trunk === null) throw new DenwabanError('DENWABAN_REPLAY_TRUNK_MISSING', { file });
  const at = arrivalOf(invite, now);
  const text = comments.get('memory');
  const memory = text === undefined ? noMemory : parseMemory(text, file);
  const message = inviteFromMessage(invite.message, { peer: comments.get('peer'), shaken: comments.get('shaken') });
  const evidence = (office: Office): Evidence => {
    const profile = office.profileOf(trunk);
    const { caller, origin, called } = identify(message, profile, office.numbering);
    return { trunk: { name: trunk, profile }, caller, origin, called, memory, at };
  };
  return pastCall(evidence(offices[0]), null, (office) => office.judge(evidence(office)));
}

function arrivalOf({ file, comments }: InviteFile, now: number): number {
  const text = comments.get('at');
  const at = text === undefined ? now : timeOf(text);
  if (at === null) throw new DenwabanError('DENWABAN_REPLAY_COMMENT_INVALID', { file, comment: `at: ${text}` });
  return at;
}
