import { createColors } from 'picocolors';
import { staffActionLabels, staffFailureLabels } from '../text/labels';
import type { Language } from '../text/language';
import { localMinute, localTime } from '../text/local-time';
import { printable } from '../text/printable';
import type { StaffAction } from './sequel';

/** By a key on an announced call, not by a code of a telephone. */
const byKey = 'office';

const phrases = {
  ja: {
    phone: (by: string) => `電話機 ${by}`,
    office: '取り次いだ電話機',
    until: (end: string) => `${end} まで`,
  },
  en: {
    phone: (by: string) => `telephone ${by}`,
    office: 'the telephone that was rung',
    until: (end: string) => `until ${end}`,
  },
} as const satisfies Record<Language, unknown>;

/** An act of staff for people: a line with time, who, what, on which number, and until when. Ends with a newline. */
export function formatStaffAction(action: StaffAction, language: Language, colours: boolean): string {
  const paint = createColors(colours);
  const { phone, office, until } = phrases[language];
  const what = staffActionLabels[action.action][language];
  const done = action.result === 'done' ? what : `${what}: ${staffFailureLabels[action.result][language]}`;
  const columns = [
    localTime(Date.parse(action.at)),
    paint.bold(action.by === byKey ? office : phone(printable(action.by))),
    ...(action.masked === null ? [] : [printable(action.masked)]),
    action.result === 'done' ? done : paint.red(done),
    ...(action.until === null ? [] : [paint.dim(until(localMinute(Date.parse(action.until))))]),
  ];
  return `${columns.join('  ')}\n`;
}
