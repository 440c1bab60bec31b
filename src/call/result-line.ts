import type { Config } from '../config/schema';
import type { Assessment } from '../screening/assessment';
import { brief } from '../screening/explain';
import type { Finding } from '../screening/finding';
import type { HandOver } from './effects';

/** Asterisk's dialplan splits at `|`; a variable of more than this is of no use to a CDR. */
const longest = 200;

/** What is told of a call. `suspect`: the verdict is screen, and nobody has challenged the caller. */
export type Told = HandOver | { readonly to: 'suspect' };

export interface CallerNameTags {
  readonly allow: string;
  readonly screened: string;
  readonly suspect: string;
  readonly failedOpen: string;
}

/** What the office's dialplan is told of a call: the value of `DENWABAN_RESULT` (extensions-denwaban.conf). */
export interface Result {
  readonly told: Told;
  readonly score: number;
  readonly threshold: number;
  /** Those that counted, by size. */
  readonly findings: readonly Finding[];
  readonly tags: CallerNameTags;
}

/** The result of a call as it was judged; `undefined`: it never was. */
export function resultOf(
  told: Told,
  assessment: Assessment | undefined,
  { policy, callerName }: Pick<Config, 'policy' | 'callerName'>,
): Result {
  return {
    told,
    score: assessment?.score ?? 0,
    threshold: assessment?.threshold ?? policy.screenAt,
    findings: assessment === undefined ? [] : toldFindings(assessment),
    tags: callerName,
  };
}

/**
 * `verdict|score/threshold|caller name tag|reasons|SIP code`, or `null` when there is nothing to tell: an ordinary call
 * is handed over with one command less.
 */
export function resultLine({ told, score, threshold, findings, tags }: Result): string | null {
  if (told.to === 'allow' && findings.length === 0 && tags.allow === '') return null;
  const rules = findings.map(brief);
  const reasons = told.to === 'open' ? [told.why, ...rules] : rules;
  const points = findings.length === 0 ? '' : `${score}/${threshold}`;
  const code = told.to === 'reject' ? told.code : '';
  return [wordFor(told), points, tagFor(told, tags), shorten(reasons), code].join('|');
}

/** What counted. Observe mode does nothing to a call, and so tells the office's dialplan nothing. */
function toldFindings({ decidedBy, findings }: Assessment): readonly Finding[] {
  return decidedBy === 'observe-mode' ? [] : findings.filter(({ mode }) => mode === 'enforce');
}

function wordFor(told: Told): string {
  switch (told.to) {
    case 'allow':
      return 'ALLOW';
    case 'pass':
    case 'present':
    case 'message':
    case 'hang-up':
    case 'suspect':
      return 'SCREEN';
    case 'reject':
      return 'REJECT';
    case 'open':
      return 'OPEN';
  }
}

function tagFor(told: Told, tags: CallerNameTags): string {
  switch (told.to) {
    case 'allow':
      return plain(tags.allow);
    case 'pass':
      return plain(tags.screened);
    case 'present':
    case 'suspect':
      return plain(tags.suspect);
    case 'open':
      return plain(tags.failedOpen);
    // No telephone of the office rings.
    case 'message':
    case 'hang-up':
    case 'reject':
      return '';
  }
}

/** Whole rule names only. */
function shorten(reasons: readonly string[]): string {
  let line = '';
  for (const reason of reasons) {
    if (line.length + reason.length >= longest) break;
    line = line === '' ? reason : `${line} ${reason}`;
  }
  return line;
}

/** A tag comes from the configuration: nothing in it may end the field or start an expression of the dialplan. */
export function plain(tag: string): string {
  return tag.replace(/[|$"\\{}]/g, '');
}
