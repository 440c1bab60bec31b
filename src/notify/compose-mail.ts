import { sayFailOpen } from '../text/fail-open';
import { verdictLabels } from '../text/labels';
import type { Language } from '../text/language';
import { localMinute } from '../text/local-time';
import { sayPoints } from '../text/points';
import { printable } from '../text/printable';
import { alignColumns } from '../text/table';
import type { Account } from './account';
import { callerWords, headline, lookUpLink } from './call-words';
import type { Parcel } from './parcel';
import { callBackPhrases, challengePhrases, outcomePhrases, phrases, resultPhrases, staffPhrases } from './phrases';

/** A mail in words; it is text and nothing else, which every reader shows and no filter distrusts. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

export interface Wording {
  readonly language: Language;
  readonly lookUp: string | null;
  /** Whether the recording travels along. */
  readonly attached: boolean;
}

/** RFC 5322 §2.1.1: a line should have no more than 78 characters. */
const longestSubject = 78;

/** The mail of a parcel: of one call in full, or of what was gathered, by verdict. */
export function composeMail(parcel: Parcel, wording: Wording): MailText {
  const { language } = wording;
  const say = phrases[language];
  const [first] = parcel.accounts;
  const one = !parcel.gathered && first !== undefined;
  const title = one ? titleOf(first, language) : digestTitle(parcel, language);
  const urgent = parcel.accounts.some(({ alert }) => alert) ? say.attention : '';
  const subject = `[${say.sender}] ${parcel.test ? say.test : urgent}${title}`;
  const body = one ? describeCall(first, wording) : describeCalls(parcel, wording);
  const text = [...(parcel.test ? [say.sample, ''] : []), ...body, ''].join('\n');
  return { subject: shorten(printable(subject)), text };
}

function titleOf(account: Account, language: Language): string {
  return `${headline(account, language)}: ${callerWords(account.caller, language)}`;
}

function digestTitle({ accounts, omitted }: Parcel, language: Language): string {
  const say = phrases[language];
  const counts = groups(accounts).map(([verdict, calls]) => `${verdictLabels[verdict][language]} ${calls.length}`);
  return `${say.digest}: ${say.calls(accounts.length + omitted)} (${counts.join(say.comma)})`;
}

function describeCall(account: Account, { language, lookUp, attached }: Wording): string[] {
  const say = phrases[language];
  const { caller, challenge, staff, callBack, recording } = account;
  const link = lookUpLink(account, lookUp);
  const rows: [string, string | null][] = [
    [say.at, localMinute(Date.parse(account.at))],
    [say.caller, callerWords(caller, language)],
    [say.lookUp, link],
    [say.called, account.called],
    [say.trunk, account.trunk],
    [say.verdict, `${verdictLabels[account.verdict][language]} (${say.points(account.score, account.threshold)})`],
    [
      say.challenge,
      challenge && `${challengePhrases[challenge.kind][language]}: ${resultPhrases[challenge.result][language]}`,
    ],
    [say.ending, endingOf(account, language)],
    [say.staff, staff && staffPhrases[staff][language]],
    [say.callBack, callBack && callBackPhrases[callBack][language]],
    [say.recording, recording && (attached ? say.attached : say.kept)(Math.round(recording.seconds))],
    [say.record, account.decision],
  ];
  const told = rows.flatMap(([name, value]) => (value === null ? [] : [[name, printable(value)]]));
  return [
    language === 'ja' ? `${headline(account, language)}。` : `${headline(account, language)}.`,
    '',
    ...alignColumns(told, told.length),
    '',
    ...reasonsOf(account, language),
  ];
}

function endingOf({ outcome, failedOpen, sipCode }: Account, language: Language): string {
  const detail = failedOpen === null ? sipCode : sayFailOpen(failedOpen, language);
  return outcomePhrases[outcome][language] + (detail === null ? '' : ` (${detail})`);
}

function reasonsOf({ findings }: Account, language: Language): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(
    (finding) => `${sayPoints(finding)}  ${printable(`${finding.text[language]} [${finding.rule}]`)}`,
  );
  return [phrases[language].reasons, ...lines];
}

function describeCalls({ accounts, omitted, since, due }: Parcel, { language }: Wording): string[] {
  const say = phrases[language];
  return [
    say.since(localMinute(since), localMinute(due)),
    ...groups(accounts).flatMap(([verdict, calls]) => [
      '',
      `■ ${verdictLabels[verdict][language]} (${say.calls(calls.length)})`,
      ...alignColumns(
        calls.map((call) => lineOf(call, language)),
        4,
      ),
    ]),
    ...(omitted === 0 ? [] : ['', say.omitted(omitted)]),
  ];
}

function lineOf(account: Account, language: Language): string[] {
  const reason = account.findings[0]?.text[language] ?? '';
  return [
    `${account.alert ? '!' : ' '} ${localMinute(Date.parse(account.at))}`,
    callerWords(account.caller, language),
    headline(account, language),
    printable(reason),
  ];
}

/** The gravest verdict first, each in the order of arrival. */
function groups(accounts: readonly Account[]): [Account['verdict'], Account[]][] {
  const verdicts = ['reject', 'screen', 'allow'] as const;
  return verdicts
    .map((verdict): [Account['verdict'], Account[]] => [verdict, accounts.filter((call) => call.verdict === verdict)])
    .filter(([, calls]) => calls.length > 0);
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= longestSubject ? text : `${characters.slice(0, longestSubject - 1).join('')}…`;
}
