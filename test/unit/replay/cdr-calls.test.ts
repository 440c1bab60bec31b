import { configSchema } from '../../../src/config/schema';
import { noStoredLists } from '../../../src/config/stored-lists';
import { cdrCalls } from '../../../src/replay/cdr-calls';
import { CdrMemory } from '../../../src/replay/cdr-memory';
import { parseCdrRecord } from '../../../src/replay/cdr-record';
import { KnownNumbers } from '../../../src/replay/known-numbers';
import { Office } from '../../../src/replay/office';
import type { PastCall, Reading } from '../../../src/replay/past-call';
import { type ConfigWords, config, numbering } from '../screening/evidence';
import { type CdrWords, cdrLine } from './cdr';

const trunks = { hikari: {}, overseas: { reach: 'international' as const } };

function officeOf(words: ConfigWords = {}): Office {
  return new Office({ ...config(words), trunks: configSchema.parse({ trunks }).trunks }, numbering);
}

async function replay(
  lines: readonly (CdrWords | string)[],
  words: ConfigWords = {},
  since = Number.NEGATIVE_INFINITY,
) {
  const office = officeOf(words);
  const counts = { neverJudged: 0, notInbound: 0, damaged: 0, bytes: 0 };
  const ids = new KnownNumbers({ configs: [], stored: noStoredLists, numbering, callerId: null });
  const reading: Reading = { since, counts, ids, numbering, offices: [office], policy: office.given.policy };
  const calls: PastCall[] = [];
  const texts = lines.map((line) => (typeof line === 'string' ? line : cdrLine(line)));
  for await (const call of cdrCalls(each(texts), reading, new CdrMemory())) calls.push(call);
  const rules = calls.map((call) => call.judgedBy(office).assessment.findings.map(({ rule }) => rule));
  return { calls, counts, rules };
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('a line of Master.csv', () => {
  it('tells who called whom over which trunk, and how that went', () => {
    const line = cdrLine({ src: '09021609999', name: '[確認済] "Taro"', userField: 'denwaban SCREEN 80/40 x(+80)' });
    expect(parseCdrRecord(line)).toEqual({
      src: '09021609999',
      dst: '0422229999',
      clid: '"[確認済] "Taro"" <09021609999>',
      channel: 'PJSIP/hikari-0000001a',
      dstChannel: 'PJSIP/phone-0000001b',
      start: new Date(2026, 7, 1, 10).getTime(),
      durationMs: 60_000,
      answered: true,
      told: 'denwaban SCREEN 80/40 x(+80)',
    });
  });

  it.each([
    ['without unique id', cdrLine().replace(/,"[\d.]+"$/, '')],
    ['with the columns of newer versions', `${cdrLine({ userField: 'denwaban ALLOW' })},"","1785546000.1","7"`],
  ])('may come %s', (_how, line) => {
    expect(parseCdrRecord(line)).toMatchObject({ src: '0422209999', answered: true });
  });

  it.each(['', 'a,b,c', cdrLine({ start: 'yesterday' }), '{"record":"decision"}', '"'])('%j is none', (line) => {
    expect(parseCdrRecord(line)).toBeNull();
  });
});

describe('call records', () => {
  it.each<[string, CdrWords, Partial<PastCall>]>([
    ['a number', {}, { presentation: 'presented', masked: '04****9999', called: '0422229999', trunk: 'hikari' }],
    ['a withheld number', { src: 'anonymous', name: 'Anonymous' }, { presentation: 'user', masked: null }],
    ['a payphone', { src: 'anonymous', name: 'Coin line/payphone' }, { presentation: 'payphone' }],
    ['no number at all', { src: '' }, { presentation: 'unknown' }],
    [
      'the reason that our own dialplan wrote over',
      { src: 'anonymous', name: '[確認済] Anonymous', userField: 'denwaban SCREEN 0/40 withheld-unavailable' },
      { presentation: 'unavailable' },
    ],
  ])('show %s', async (_what, words, expected) => {
    expect((await replay([words])).calls).toEqual([expect.objectContaining(expected)]);
  });

  it.each<[string | undefined, PastCall['decision']]>([
    [undefined, null],
    ['something else', null],
    ['denwaban ALLOW', { verdict: 'allow', passedBefore: false, challenge: null }],
    ['denwaban ALLOW 10/40 service-number(+10)', { verdict: 'allow', passedBefore: false, challenge: null }],
    [
      'denwaban SCREEN 80/40 domestic-fixed-from-abroad(+80)',
      { verdict: 'screen', passedBefore: false, challenge: 'passed' },
    ],
    ['denwaban REJECT 0/40 deny-entry', { verdict: 'reject', passedBefore: false, challenge: null }],
    ['denwaban REJECT 0/40 withheld-by-user', { verdict: 'reject', passedBefore: false, challenge: null }],
    ['denwaban REJECT 0/40 withheld-payphone', { verdict: 'screen', passedBefore: false, challenge: 'failed' }],
    [
      'denwaban REJECT 80/40 domestic-fixed-from-abroad(+80)',
      { verdict: 'screen', passedBefore: false, challenge: 'failed' },
    ],
    ['denwaban OPEN 80/40 prompt-failed', null],
  ])('that say %j tell what was decided', async (userField, expected) => {
    const { calls } = await replay([userField === undefined ? {} : { userField }]);
    expect(calls.map(({ decision }) => decision)).toEqual([expected]);
  });

  it('count calls that came in on a configured trunk, and a ringing group once', async () => {
    const { calls, counts } = await replay([
      { dstChannel: 'PJSIP/phone1-00000002', disposition: 'NO ANSWER' },
      { dstChannel: 'PJSIP/phone2-00000003' },
      { channel: 'PJSIP/phone1-00000004', dstChannel: 'PJSIP/phone2-00000005' },
      { channel: 'PJSIP/hikari-00000006' },
      'no record',
    ]);
    expect(calls).toHaveLength(2);
    expect(counts).toMatchObject({ notInbound: 1, damaged: 1 });
  });

  it('are judged by the trunk they came over', async () => {
    const { rules } = await replay([{}, { channel: 'PJSIP/overseas-00000001' }]);
    expect(rules).toEqual([[], ['domestic-fixed-from-abroad']]);
  });
});

describe('the memory that call records build up', () => {
  const at = (minute: number) => `2026-08-01 10:${String(minute).padStart(2, '0')}:00`;
  const calling = (minute: number, words: CdrWords = {}): CdrWords => ({
    start: at(minute),
    channel: `PJSIP/hikari-000000${10 + minute}`,
    ...words,
  });

  it.each<[string, CdrWords[], readonly string[]]>([
    ['a caller answered three times is known', [calling(0), calling(1), calling(2), calling(3)], ['known-caller']],
    [
      'one who was never answered is not',
      [0, 1, 2, 3].map((minute) => calling(minute, { disposition: 'NO ANSWER' })),
      [],
    ],
    [
      'nor one who was refused with an announcement',
      [0, 1, 2, 3].map((minute) => calling(minute, { userField: 'denwaban REJECT 0/40 deny-entry', dstChannel: '' })),
      [],
    ],
    [
      'short calls in a row are seen',
      [0, 1, 2, 3].map((minute) => calling(minute, { seconds: 3, disposition: 'NO ANSWER' })),
      ['repeated-short-calls'],
    ],
    [
      'a number that the office dialled is remembered',
      [
        calling(0, { channel: 'PJSIP/phone-00000001', dstChannel: 'PJSIP/hikari-00000002', dst: '0422209999' }),
        calling(1),
      ],
      ['we-called-them'],
    ],
    [
      'after an emergency call everybody gets through',
      [calling(0, { channel: 'PJSIP/phone-00000001', dstChannel: 'PJSIP/hikari-00000002', dst: '119' }), calling(1)],
      ['emergency-call-back'],
    ],
    [
      'who shows the number after a refusal did as asked',
      [calling(0, { src: 'anonymous', userField: 'denwaban REJECT 0/40 withheld-by-user' }), calling(1)],
      ['redialled-with-number'],
    ],
  ])('%s', async (_what, lines, expected) => {
    const { rules } = await replay(lines);
    expect(rules.at(-1)).toEqual(expected);
  });

  it('learns from calls that are passed over', async () => {
    const { calls, rules } = await replay(
      [0, 1, 2, 3].map((minute) => calling(minute)),
      {},
      new Date(2026, 7, 1, 10, 3).getTime(),
    );
    expect(calls).toHaveLength(1);
    expect(rules).toEqual([['known-caller']]);
  });
});
