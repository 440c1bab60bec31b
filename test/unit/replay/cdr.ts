/** A line of Master.csv in a few words; what is not said is an answered call of a minute from a landline. */
export interface CdrWords {
  readonly src?: string;
  readonly name?: string;
  readonly dst?: string;
  readonly channel?: string;
  readonly dstChannel?: string;
  /** Local time. */
  readonly start?: string;
  readonly seconds?: number;
  readonly disposition?: 'ANSWERED' | 'NO ANSWER' | 'BUSY' | 'FAILED';
  readonly userField?: string;
}

export function cdrLine(words: CdrWords = {}): string {
  const {
    src = '0422209999',
    name = '',
    dst = '0422229999',
    channel = 'PJSIP/hikari-0000001a',
    dstChannel = 'PJSIP/phone-0000001b',
    start = '2026-08-01 10:00:00',
    seconds = 60,
    disposition = 'ANSWERED',
    userField,
  } = words;
  const clid = name === '' ? src : `"${name}" <${src}>`;
  const quoted = [
    '',
    src,
    dst,
    'from-trunk',
    clid,
    channel,
    dstChannel,
    'Dial',
    'PJSIP/phone,30,tT',
    start,
    start,
    start,
  ];
  const ending = ['1785546000.1', ...(userField === undefined ? [] : [userField])];
  return [
    ...quoted.map(quote),
    seconds,
    disposition === 'ANSWERED' ? seconds : 0,
    quote(disposition),
    quote('DOCUMENTATION'),
    ...ending.map(quote),
  ].join(',');
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
