import { identify } from '../../src/caller/identify';
import { inviteFromMessage } from '../../src/caller/sip-message';
import { DenwabanError } from '../../src/errors';
import { assess } from '../../src/screening/assess';
import type { Assessment } from '../../src/screening/assessment';
import type { Context } from '../../src/screening/context';
import type { Evidence } from '../../src/screening/finding';
import { noMemory } from '../../src/screening/memory';
import { parseMemory } from '../../src/screening/parse-memory';
import type { CorpusOffice } from './corpus';
import type { CorpusCase } from './corpus-file';

/** A call of the corpus, judged. Messages that are no INVITE have no evidence. */
export interface JudgedCall {
  readonly given: CorpusCase;
  readonly evidence: Evidence;
  readonly assessment: Assessment;
}

/** Judges every INVITE of the corpus. */
export function judgeCorpus(
  corpus: readonly CorpusCase[],
  office: CorpusOffice,
  context: Context,
): readonly JudgedCall[] {
  return corpus.flatMap((given) => {
    const evidence = evidenceOf(given, office);
    return evidence === null ? [] : [{ given, evidence, assessment: assess(evidence, context) }];
  });
}

/** The evidence of a call; `null` for a message that is no INVITE. */
export function evidenceOf(given: CorpusCase, { config, numbering }: CorpusOffice): Evidence | null {
  const { name, text, trunk, at, peer, shaken, memory } = given;
  const profile = config.trunks[trunk];
  if (profile === undefined) throw new Error(`${name}: the office has no trunk "${trunk}"`);
  try {
    const invite = inviteFromMessage(text, { peer: peer ?? undefined, shaken: shaken ?? undefined });
    const past = memory === null ? noMemory : parseMemory(memory, name);
    return {
      trunk: { name: trunk, profile },
      ...identify(invite, profile, numbering),
      memory: past,
      at: Date.parse(at),
    };
  } catch (error) {
    if (error instanceof DenwabanError && error.code === 'DENWABAN_NOT_AN_INVITE') return null;
    throw error;
  }
}
