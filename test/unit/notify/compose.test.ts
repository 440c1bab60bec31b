import fc from 'fast-check';
import { challengeKinds, challengeResults, outcomes } from '../../../src/journal/decision';
import { accountOf } from '../../../src/notify/account';
import { composeMail } from '../../../src/notify/compose-mail';
import { composePayload } from '../../../src/notify/compose-payload';
import type { News } from '../../../src/notify/news';
import { readParcel } from '../../../src/notify/parcel';
import { callBackAnswers, staffAnswers } from '../../../src/text/answers';
import { callersNumber, news, parcel, sequel } from './news';

const ja = { language: 'ja', lookUp: null, attached: false } as const;
const en = { ...ja, language: 'en' } as const;
const lookUp = 'https://example.jp/?q={number}&x=1';

describe('the mail of one call', () => {
  it('says in Japanese what happened, why, and where to find it', () => {
    const { subject, text } = composeMail(parcel([news()]), { ...ja, lookUp });
    expect(subject).toBe('[電話番] 電話をお断りしました: 0698769999 (固定電話)');
    expect(text.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/, 'TIME')).toBe(
      [
        '電話をお断りしました。',
        '',
        '日時          TIME',
        '相手          0698769999 (固定電話)',
        '番号を調べる  https://example.jp/?q=0698769999&x=1',
        '着信番号      0312340000',
        '回線          hikari',
        '判定          断る (60 点、40 点から確認)',
        '結果          電話をお断りしました (603)',
        '記録          7f4c4e6a-0000-4000-8000-000000000001',
        '',
        '理由',
        '   +60  割り当てのない番号帯です [unallocated-block]',
        '',
      ].join('\n'),
    );
  });

  it('tells the challenge, the staff, the call-back and the recording in English', () => {
    const told = news({
      event: 'message',
      decision: {
        verdict: 'screen',
        outcome: 'message',
        challenge: { kind: 'state-name', result: 'named', attempts: 1 },
      },
      recording: { path: '/recordings/x-message.wav', seconds: 12.3 },
      sequel: sequel({ staff: 'message', callBack: 'no' }),
    });
    const { subject, text } = composeMail(parcel([told]), en);
    expect(subject).toBe('[Denwaban] A message was left: 0698769999 (fixed)');
    expect(text).toContain('Challenge  state a name: a name was stated\n');
    expect(text).toContain('Staff      A stated name was heard and a message asked for\n');
    expect(text).toContain('Call-back  the owner of the number answered: no, I did not call\n');
    expect(text).toContain('Recording  12 s (kept by Denwaban)\n');
    expect(composeMail(parcel([told]), { ...en, attached: true }).text).toContain('Recording  12 s (attached)\n');
  });

  it.each<[string, News, string]>([
    ['an alert', news({ alert: true }), '[電話番] 【至急】電話をお断りしました: 0698769999 (固定電話)'],
    ['a spoof', news({ event: 'proven-spoof' }), '[電話番] 番号のなりすましを確認しました: 0698769999 (固定電話)'],
    [
      'staff',
      news({ event: 'staff', sequel: sequel({ staff: 'taken' }) }),
      '[電話番] 名乗りを聞いて電話に出ました: 0698769999 (固定電話)',
    ],
    [
      'a withheld caller',
      news({ number: null, decision: { caller: { ...news().decision.caller, presentation: 'user', masked: null } } }),
      '[電話番] 電話をお断りしました: 非通知 (発信者の意思)',
    ],
  ])('names in its subject %s', (_, told, subject) => {
    expect(composeMail(parcel([told]), ja).subject).toBe(subject);
  });

  it('is marked when it is a test', () => {
    const { subject, text } = composeMail(parcel([news()], { test: true }), en);
    expect(subject).toMatch(/^\[Denwaban\] Test: /);
    expect(text).toMatch(/^This is a test made by/);
  });

  it('has words for everything that can become of a call', () => {
    for (const language of ['ja', 'en'] as const) {
      for (const outcome of outcomes) {
        for (const kind of challengeKinds) {
          for (const result of challengeResults) {
            const decision = { outcome, challenge: { kind, result, attempts: 1 } };
            expect(composeMail(parcel([news({ decision })]), { ...ja, language }).text).not.toContain('undefined');
          }
        }
      }
      for (const staff of staffAnswers) {
        for (const callBack of callBackAnswers) {
          const told = news({ event: 'staff', sequel: sequel({ staff, callBack }) });
          expect(composeMail(parcel([told]), { ...ja, language }).text).not.toContain('undefined');
        }
      }
    }
  });
});

it('gathers calls by verdict, the gravest first, and says how many found no room', () => {
  const calls = [
    news({ decision: { verdict: 'screen', outcome: 'connected' } }),
    news({ alert: true }),
    news({ decision: { at: '2026-04-01T02:00:00.000Z' } }),
  ];
  const { subject, text } = composeMail(parcel(calls, { gathered: true, omitted: 4 }), ja);
  expect(subject).toBe('[電話番] 【至急】着信のまとめ: 7 件 (断る 2、確かめる 1)');
  const [reject, screen] = [text.indexOf('■ 断る (2 件)'), text.indexOf('■ 確かめる (1 件)')];
  expect(reject).toBeGreaterThan(0);
  expect(screen).toBeGreaterThan(reject);
  expect(text).toMatch(
    /\n! \d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}0698769999 \(固定電話\) {2}電話をお断りしました {2}割り当て/,
  );
  expect(text).toContain('ほかの 4 件は省きました');
});

describe('what a caller can write', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('x\r\nBcc: all@example.jp', '\u202e0110', 'a\u0000b', '\u2028', '長'.repeat(300)),
  );
  it('neither steers a mail nor makes its subject long', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (trunk, called, number, gathered) => {
        const told = news({
          number,
          decision: { trunk, called, caller: { ...news().decision.caller, masked: number } },
        });
        const { subject, text } = composeMail(parcel([told], { gathered }), { ...ja, lookUp });
        expect([...subject].length).toBeLessThanOrEqual(78);
        expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('leaves only digits in the link', () => {
    const { text } = composeMail(parcel([news({ number: '1&x=2#' })]), { ...en, lookUp });
    expect(text).toContain('https://example.jp/?q=12%23&x=1');
  });
});

describe('a number that is not to be shown', () => {
  it.each([
    ['masked by the notice', accountOf(news(), 'masked')],
    [
      'withheld, although somebody handed it in',
      accountOf(
        news({ decision: { caller: { ...news().decision.caller, presentation: 'user', masked: null } } }),
        'full',
      ),
    ],
  ])('is nowhere when %s', (_, account) => {
    const kept = parcel([], { accounts: [account] });
    const words = composeMail(kept, { ...ja, lookUp });
    const payload = composePayload({ parcel: kept, words, language: 'ja', lookUp, wav: null });
    expect(JSON.stringify([kept, words, payload])).not.toContain(callersNumber);
    expect(payload.calls[0]?.lookUp).toBeNull();
    expect(words.text).not.toContain('example.jp');
  });
});

it('posts the same as JSON', () => {
  const told = news({ recording: { path: '/secret/place.wav', seconds: 2 } });
  const kept = parcel([told]);
  const words = composeMail(kept, en);
  const payload = composePayload({ parcel: kept, words, language: 'en', lookUp: null, wav: Buffer.from('RIFF') });
  expect(payload).toMatchObject({
    schema: 1,
    id: kept.id,
    notice: 'office',
    type: 'call',
    title: words.subject,
    text: words.text,
    calls: [
      {
        event: 'call',
        decision: told.decision.id,
        caller: {
          presentation: 'presented',
          masked: '06****9999',
          number: callersNumber,
          kind: 'fixed',
          country: 'JP',
        },
        verdict: 'reject',
        findings: [{ rule: 'unallocated-block', weight: 60, mode: 'enforce', text: 'the block is not allocated' }],
        recording: { seconds: 2, wav: 'UklGRg==' },
      },
    ],
    omitted: 0,
  });
  expect(JSON.stringify(payload)).not.toContain('/secret/place');
});

it('survives as a file, and nothing else is taken for one', () => {
  const kept = parcel([news({ sequel: sequel({ staff: 'denied' }) })], { gathered: true });
  expect(readParcel(JSON.stringify(kept))).toEqual(kept);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readParcel(text)).toBeNull();
    }),
  );
});
