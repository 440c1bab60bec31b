import type { Config } from '../config/schema';
import type { NumberInfo } from '../numbering/number-info';
import type { Assessment } from '../screening/assessment';
import type { Finding } from '../screening/finding';
import { forgeryRules } from '../screening/rules';
import type { PromptName } from '../text/prompts';
import type { Announcement, ChallengePlan, CommonPlan, Digit } from './events';
import type { Judgement } from './judge';

/** Which digits may be asked for: on a worn keypad, and by ear, 0 and 1 are the ones most mistaken. */
const askable: readonly Digit[] = ['2', '3', '4', '5', '6', '7', '8', '9'];

/** How long a caller who was asked to hang up is waited for. */
const hangUpMs = 10_000;

/** What a screened caller is to do, before anybody has looked whether it can be done. */
export interface ChallengeWish {
  readonly kind: Config['challenge']['usual'];
  readonly preface: readonly PromptName[];
  /** Somebody is to be told of the call at once. */
  readonly alert: boolean;
}

/** @param open whether the call came within the office's hours */
export function challengeWish(
  { trunk, assessment }: Pick<Judgement, 'trunk' | 'assessment'>,
  { usual, choices }: Config['challenge'],
  open: boolean,
): ChallengeWish {
  const spoke = new Set(assessment.findings.filter(speaksAgainst).map(({ rule }) => rule));
  const choice = choices.find(
    ({ rules, trunks, hours }) =>
      (rules?.some((rule) => spoke.has(rule)) ?? true) &&
      (trunks?.includes(trunk.name) ?? true) &&
      (hours === undefined || (hours === 'open') === open),
  );
  if (choice === undefined) return { kind: usual, preface: [], alert: false };
  const { kind, preface, alert } = choice;
  return { kind, preface: preface === 'none' ? [] : [preface], alert };
}

export interface PlanParts {
  readonly config: Pick<Config, 'challenge' | 'message'>;
  /** The call-back that was wished for is reserved; else the caller states a name. */
  readonly callBack: boolean;
  /** A random integer in [0, below). */
  readonly chance: (below: number) => number;
}

/** What the caller has to do, in all its parts; one digit for each attempt, as chance has it. */
export function challengePlan(
  judgement: Pick<Judgement, 'trunk' | 'identity' | 'assessment'>,
  { kind, preface }: ChallengeWish,
  { config, callBack, chance }: PlanParts,
): ChallengePlan {
  const { attempts, digitTimeoutSeconds, nameSeconds } = config.challenge;
  const common: CommonPlan = {
    preface,
    earlyMedia: judgement.trunk.profile.earlyMedia,
    message: mayLeaveMessage(judgement, config),
  };
  if (kind === 'press-digit') {
    const digits = Array.from({ length: attempts }, () => askable[chance(askable.length)] ?? '9');
    return { ...common, kind, digits, digitTimeoutMs: digitTimeoutSeconds * 1000 };
  }
  return kind === 'call-back' && callBack
    ? { ...common, kind, hangUpMs }
    : { ...common, kind: 'state-name', attempts, maxSeconds: nameSeconds };
}

/**
 * Who does not pass may still be a machine that only talks, and wanted: a bank's, a delivery firm's. It may leave a message
 * where it shows a number that somebody was given, and nothing says that the number is forged.
 */
function mayLeaveMessage(
  { identity, assessment }: Pick<Judgement, 'identity' | 'assessment'>,
  { message }: Pick<Config, 'message'>,
): boolean {
  const { number } = identity.caller;
  return message.enabled && number !== null && isAllocated(number) && !looksForged(assessment);
}

/** Foreign tables are not known: a number of a country in use counts. */
function isAllocated({ kind, status, e164 }: NumberInfo): boolean {
  return status === 'in-use' || (kind === 'foreign' && e164 !== null);
}

function looksForged({ findings }: Assessment): boolean {
  return findings.some(({ rule, weight, mode }) => mode === 'enforce' && weight > 0 && forgeryRules.includes(rule));
}

/** Force rules weigh nothing and count too: a withheld number, a deny entry. */
function speaksAgainst({ weight, mode }: Finding): boolean {
  return mode === 'enforce' && weight >= 0;
}

/**
 * What a rejected caller hears first. Who withheld the number is told how to show it, on any trunk: behind a
 * withheld number may be a hospital. Others are told that the call is refused where that needs no answer, which
 * would cost them money and tell a robot that somebody is there.
 */
export function dueAnnouncement({ assessment, identity, trunk }: Judgement): Announcement | null {
  if (assessment.verdict !== 'reject') return null;
  const { earlyMedia } = trunk.profile;
  if (identity.caller.presentation !== 'presented') {
    return { prompts: ['withheld-rejected', 'withheld-advice'], answer: !earlyMedia };
  }
  return earlyMedia ? { prompts: ['rejected'], answer: false } : null;
}
