import { createColors } from 'picocolors';
import { calledNumber } from '../caller/called';
import type { CallIdentity } from '../caller/caller';
import type { TrunkProfile } from '../config/schema';
import { formatNational } from '../numbering/format';
import type { Assessment } from '../screening/assessment';
import { carrierName } from '../screening/carrier-names';
import { explain, headline } from '../screening/explain';
import { kindLabels, withheldLabels } from '../text/labels';
import type { Language } from '../text/language';
import { sayPoints } from '../text/points';
import { printable } from '../text/printable';

export interface ExplainedCall {
  readonly trunk: { readonly name: string; readonly profile: TrunkProfile };
  readonly identity: CallIdentity;
  readonly assessment: Assessment;
}

/** An assessment as data. The operator brought the INVITE himself, so the number is whole; a withheld one never appears. */
export function explanationOf({ trunk, identity, assessment }: ExplainedCall, language: Language) {
  const { presentation, number, displayName } = identity.caller;
  return {
    headline: headline(assessment),
    verdict: assessment.verdict,
    score: assessment.score,
    threshold: assessment.threshold,
    rejectCode: assessment.rejectCode,
    decidedBy: assessment.decidedBy,
    wouldBe: assessment.wouldBe,
    findings: assessment.findings.map((finding) => ({
      rule: finding.rule,
      weight: finding.weight,
      mode: finding.mode,
      text: explain(finding, language),
    })),
    caller: {
      presentation,
      e164: number?.e164 ?? null,
      national: number?.national ?? null,
      kind: number?.kind ?? null,
      claimedCarrier: number?.carrier?.id ?? null,
      country: number?.country ?? null,
      displayName,
    },
    called: calledNumber(identity.called),
    trunk: trunk.name,
  };
}

const words = {
  ja: { caller: '発信者', called: '着信番号', trunk: '回線', none: '気になる点はありません。' },
  en: { caller: 'Caller', called: 'Called', trunk: 'Trunk', none: 'Nothing stands out.' },
} as const satisfies Record<Language, unknown>;

/** The same for people: the headline, a sentence for each finding, and who called whom on which trunk. */
export function explanationText(
  { trunk, identity, assessment }: ExplainedCall,
  language: Language,
  colours: boolean,
): string {
  const paint = createColors(colours);
  const colour = { allow: paint.green, screen: paint.yellow, reject: paint.red }[assessment.verdict];
  const reasons = assessment.findings.map(
    (finding) => `${sayPoints(finding)}  ${printable(explain(finding, language))} ${paint.dim(`[${finding.rule}]`)}`,
  );
  const say = words[language];
  return [
    paint.bold(colour(headline(assessment))),
    ...(reasons.length > 0 ? reasons : [`        ${say.none}`]),
    '',
    `${say.caller}: ${describeCaller(identity, language)}`,
    `${say.called}: ${identity.called.number === null ? '–' : printable(formatNational(identity.called.number))}`,
    `${say.trunk}: ${trunk.name} (${trunk.profile.reach})`,
    '',
  ].join('\n');
}

function describeCaller({ caller }: CallIdentity, language: Language): string {
  const { presentation, number, displayName } = caller;
  if (presentation !== 'presented') return withheldLabels[presentation][language];
  if (number === null) return '–';
  const carrier = number.carrier === null ? null : carrierName(number.carrier.id, language);
  const country = number.country === 'JP' ? null : number.country;
  const known = [kindLabels[number.kind][language], carrier, country].filter((fact) => fact !== null).join(', ');
  return printable(`${formatNational(number)} (${known})${displayName === null ? '' : ` "${displayName}"`}`);
}
