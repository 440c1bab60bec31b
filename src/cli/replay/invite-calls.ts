import { readFileSync } from 'node:fs';
import type { Invite } from '../../caller/caller';
import { readShaken } from '../../caller/dialplan-evidence';
import { identify } from '../../caller/identify';
import { inviteFromMessage } from '../../caller/sip-message';
import { DenwabanError } from '../../errors';
import { parseSince } from '../../journal/decision-filter';
import { maskNumber } from '../../numbering/mask';
import type { Evidence } from '../../screening/finding';
import { noMemory } from '../../screening/memory';
import { parseMemory } from '../memory-file';
import type { Office } from './office';
import type { PastCall, Reading } from './past-call';

/** Comment lines in front of the request line say what an INVITE itself cannot: `; trunk: hikari`. */
const comment = /^; *([a-z]+): *(.*?)\r?$/;

export interface InviteFile {
  readonly file: string;
  /** The message without its comments. */
  readonly message: string;
  /** `trunk`, `at` (ISO 8601), `peer`, `shaken`, `memory` (as `denwaban explain` takes them); others are passed over. */
  readonly comments: ReadonlyMap<string, string>;
}

/** `null` for a file that holds no INVITE. */
export function readInviteFile(file: string): InviteFile | null {
  const lines = readFileSync(file, 'utf8').split('\n');
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
  const at = timeOf(invite, now);
  const text = comments.get('memory');
  const memory = text === undefined ? noMemory : parseMemory(text, file);
  const message = messageOf(invite);
  const evidence = (office: Office): Evidence => {
    const profile = office.profileOf(trunk);
    const { caller, origin, called } = identify(message, profile, office.numbering);
    return { trunk: { name: trunk, profile }, caller, origin, called, memory, at };
  };
  const { caller, called } = evidence(offices[0]);
  return {
    at,
    trunk,
    presentation: caller.presentation,
    masked: caller.number === null ? null : maskNumber(caller.number),
    called: called.number?.national ?? called.number?.input ?? null,
    decision: null,
    hasEvidence: true,
    judgedBy: (office) => office.judge(evidence(office)),
  };
}

function timeOf({ file, comments }: InviteFile, now: number): number {
  const text = comments.get('at');
  const at = text === undefined ? now : parseSince(text, now);
  if (at === null) throw new DenwabanError('DENWABAN_REPLAY_COMMENT_INVALID', { file, comment: `at: ${text}` });
  return at;
}

function messageOf({ message, comments }: InviteFile): Invite {
  const invite = inviteFromMessage(message, comments.get('peer'));
  const shaken = comments.get('shaken');
  return shaken === undefined ? invite : { ...invite, shaken: readShaken(shaken) };
}
