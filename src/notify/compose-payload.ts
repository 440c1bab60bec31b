import type { Language } from '../text/language';
import { printable } from '../text/printable';
import type { Account } from './account';
import { lookUpLink } from './call-words';
import type { MailText } from './compose-mail';
import type { Parcel } from './parcel';

/**
 * What a webhook gets, as JSON. The schema number changes when a field changes its meaning; fields may be added.
 * `docs/notices.md` describes it for receivers.
 */
export interface Payload {
  readonly schema: 1;
  readonly id: string;
  readonly notice: string;
  readonly type: 'call' | 'digest' | 'test';
  readonly language: Language;
  /** The same in words, as a mail would say it: chat services show this field. */
  readonly title: string;
  readonly text: string;
  readonly calls: readonly PayloadCall[];
  /** Calls that found no room. */
  readonly omitted: number;
}

export type PayloadCall = Omit<Account, 'findings' | 'recording'> & {
  readonly findings: readonly (Omit<Account['findings'][number], 'text'> & { readonly text: string })[];
  readonly lookUp: string | null;
  readonly recording: {
    readonly seconds: number;
    /** The WAV file in Base64; `null` where it is not attached. */
    readonly wav: string | null;
  } | null;
};

export interface PayloadMatter {
  readonly parcel: Parcel;
  readonly words: MailText;
  readonly language: Language;
  readonly lookUp: string | null;
  readonly wav: Buffer | null;
}

export function composePayload({ parcel, words, language, lookUp, wav }: PayloadMatter): Payload {
  const { id, notice, gathered, test, accounts, omitted } = parcel;
  const type = test ? 'test' : gathered ? 'digest' : 'call';
  const calls = accounts.map((account) => callOf(account, { language, lookUp, wav }));
  return { schema: 1, id, notice, type, language, title: words.subject, text: words.text, calls, omitted };
}

function callOf(
  account: Account,
  { language, lookUp, wav }: Pick<PayloadMatter, 'language' | 'lookUp' | 'wav'>,
): PayloadCall {
  const { findings, recording, caller, trunk, called } = account;
  return {
    ...account,
    trunk: printable(trunk),
    called: called === null ? null : printable(called),
    caller: { ...caller, masked: caller.masked === null ? null : printable(caller.masked) },
    findings: findings.map(({ text, ...finding }) => ({ ...finding, text: printable(text[language]) })),
    lookUp: lookUpLink(account, lookUp),
    recording: recording && { seconds: recording.seconds, wav: wav?.toString('base64') ?? null },
  };
}
