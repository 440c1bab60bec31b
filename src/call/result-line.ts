import { brief } from '../screening/explain';
import type { Finding } from '../screening/finding';
import type { HandOver } from './effects';

/** Asterisk's dialplan splits at `|`; a variable of more than this is of no use to a CDR. */
const longest = 200;

export interface CallerNameTags {
  readonly allow: string;
  readonly screened: string;
  readonly failedOpen: string;
}

/** What the office's dialplan is told of a call: the value of `DENWABAN_RESULT` (extensions-denwaban.conf). */
export interface Result {
  readonly handOver: HandOver;
  readonly score: number;
  readonly threshold: number;
  /** Those that counted, by size. */
  readonly findings: readonly Finding[];
  readonly tags: CallerNameTags;
}

/**
 * `verdict|score/threshold|caller name tag|reasons|`, or `null` when there is nothing to tell: an ordinary call is
 * handed over with one command less.
 */
export function resultLine({ handOver, score, threshold, findings, tags }: Result): string | null {
  if (handOver.to === 'allow' && findings.length === 0 && tags.allow === '') return null;
  const rules = findings.map(brief);
  const reasons = handOver.to === 'open' ? [handOver.why, ...rules] : rules;
  const points = findings.length === 0 ? '' : `${score}/${threshold}`;
  return [wordFor(handOver), points, tagFor(handOver, tags), shorten(reasons), ''].join('|');
}

function wordFor(handOver: HandOver): string {
  switch (handOver.to) {
    case 'allow':
      return 'ALLOW';
    case 'pass':
      return 'SCREEN';
    case 'reject':
      return 'REJECT';
    case 'open':
      return 'OPEN';
  }
}

function tagFor(handOver: HandOver, tags: CallerNameTags): string {
  switch (handOver.to) {
    case 'allow':
      return plain(tags.allow);
    case 'pass':
      return plain(tags.screened);
    case 'open':
      return plain(tags.failedOpen);
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
function plain(tag: string): string {
  return tag.replace(/[|$"\\{}]/g, '');
}
