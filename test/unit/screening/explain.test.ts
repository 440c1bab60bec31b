import type { ListEntry } from '../../../src/config/schema';
import { type Context, ruleIds } from '../../../src/screening/context';
import { explain, headline } from '../../../src/screening/explain';
import { type CallWords, context, findingOf, judge, numbers, reporting } from './evidence';

const overseas = { name: 'overseas', reach: 'international' } as const;

const evening = Date.parse('2099-01-31T18:00:00+09:00');

interface Saying {
  readonly ja: string;
  readonly en: string;
  readonly calls: readonly [CallWords, ...CallWords[]];
  readonly office?: Context;
}

/** For every rule what it says of a call, and more calls that make it speak in other words. */
const sayings: Readonly<Record<string, Saying>> = {
  'emergency-call-back': {
    ja: '2時間以内に事務所から 119 へかけており、その折り返しかもしれないので、どの着信も通します。',
    en: 'The office dialled 119 within the last two hours, so every call is let through: it may be the call back.',
    calls: [{ memory: { office: { emergencyDialled: '119' } } }],
  },
  'screening-paused': {
    ja: '事務所の電話機から判定を休ませているので（2099-01-31 18:00 まで）、どの着信も通します。',
    en: 'Somebody of the office paused screening until 2099-01-31 18:00 in Japan, so every call is let through.',
    calls: [{ memory: { office: { pausedUntil: evening } } }],
  },
  'disaster-mode': {
    ja: '災害モード（2099-01-31 18:00 まで）なので、番号のない着信も通します。',
    en: 'Disaster mode is on until 2099-01-31 18:00 in Japan, so a call without a number is let through.',
    calls: [{ withheld: 'payphone', memory: { office: { disasterUntil: evening } } }],
  },
  'expected-call': {
    ja: '04****9999 からの着信を待っています（2099-01-31 18:00 まで、101 より、理由: 銀行）。',
    en: 'A call from 04****9999 is expected (until 2099-01-31 18:00 in Japan; by 101; reason: 銀行).',
    calls: [
      { memory: { office: { expected: { kind: 'number', until: evening, by: '101', reason: '銀行' } } } },
      { memory: { office: { expected: { kind: 'number', until: evening, by: '', reason: '' } } } },
      {
        withheld: 'user',
        memory: { office: { expected: { kind: 'withheld', until: evening, by: '101', reason: '' } } },
      },
    ],
  },
  'exempt-line': {
    ja: '着信した番号は判定の対象外に指定されています（ファクス）。',
    en: 'The called number is marked as exempt (fax).',
    calls: [{ to: numbers.fax }, { to: '**11' }],
  },
  'internal-caller': {
    ja: '社内の回線「pbx2」の内線番号からの着信なので、判定しません。',
    en: 'An extension calls over the internal trunk "pbx2", which is not judged.',
    calls: [{ from: '201', trunk: { name: 'pbx2', reach: 'internal' } }],
  },
  'line-shows-no-numbers': {
    ja: '回線「main」は番号が通知されない契約なので、番号のない着信も通します。',
    en: 'Trunk "main" shows no numbers at all, so a call without one is let through.',
    calls: [
      { withheld: 'unknown', trunk: { presentsNumber: false } },
      { withheld: 'unknown', memory: { trunk: { showsNoNumbers: true } } },
    ],
  },
  'withheld-by-user': {
    ja: '発信者が番号を通知していません（184、非通知の契約、または網が番号を取り除いた着信）。',
    en: 'The caller withheld the number (184, a withholding line, or a number the network took away).',
    calls: [{ withheld: 'user' }],
  },
  'withheld-payphone': {
    ja: '公衆電話からの着信なので、番号がありません。',
    en: 'The call comes from a payphone, which shows no number.',
    calls: [{ withheld: 'payphone' }],
  },
  'withheld-unavailable': {
    ja: '番号を通知できない網からの着信です（国外や一部の IP 電話など）。',
    en: 'The network could not present a number (calls from abroad, some IP telephones).',
    calls: [{ withheld: 'unavailable' }],
  },
  'withheld-unknown': {
    ja: '番号がなく、その理由も伝えられていません。',
    en: 'There is no number, and the network gives no reason.',
    calls: [{ withheld: 'unknown' }],
  },
  'redialled-with-number': {
    ja: '非通知の着信を断った直後に、同じ番号あてに 04****9999 が番号を通知してかけてきました。',
    en: '04****9999 shows its number right after a withheld call to the same line was turned away.',
    calls: [{ memory: { withheldJustRejected: true } }],
  },
  'impossible-number': {
    ja: '020****5678 は通話をしない機器用の 020 番号です。',
    en: '020****5678 is a machine number (020), which carries no voice.',
    calls: [
      { from: '02012345678' },
      ...['04222', '110', '0033', '02041234567', '06001234567', '0990123456', '09112345678', '1000', 'sipvicious'].map(
        (from) => ({ from }),
      ),
    ],
  },
  'unallocated-block': {
    ja: '04****9999 の番号帯は、総務省の番号指定状況（2026-07-17）では「未使用」です。',
    en: "The block of 04****9999 is marked unused in the ministry's table of 2026-07-17.",
    calls: [{ from: numbers.unused }, { from: numbers.unusable }, { from: '0312345678' }],
  },
  'nonexistent-country': {
    ja: '+422****10 は、存在しない国番号で始まっています。',
    en: '+422****10 begins with a country code that does not exist.',
    calls: [{ from: '+422550110' }],
  },
  'global-service-code': {
    ja: '+881****5678 は国ではなく、国際的なサービス（+881）の番号です。',
    en: '+881****5678 belongs to an international service (+881), not to a country.',
    calls: [{ from: '+881612345678' }],
  },
  'foreign-number': {
    ja: '+234****4567 はナイジェリアの番号で、要注意の国に挙げられています。',
    en: '+234****4567 is a number from Nigeria, which the office lists as high-risk.',
    calls: [{ from: '+2348031234567' }, { from: '+442079460018' }],
  },
  'lookalike-number': {
    ja: '+1****4321 は国外の番号の形ですが、警視庁 の番号の数字を含んでいます。',
    en: '+1****4321 has the form of a foreign number, but contains the digits of the number of 警視庁.',
    calls: [{ from: '+1800335814321' }],
  },
  'service-number': {
    ja: '01****0999 は着信用の番号（0120・0800・0570）で、発信元として表示されています。',
    en: '01****0999 is a number for receiving calls (0120, 0800, 0570), shown here as the caller.',
    calls: [{ from: numbers.nttComTollFree }],
  },
  'own-number-from-outside': {
    ja: '04****9999 は自社の番号ですが、外からの回線「main」でかかってきました。',
    en: '04****9999 is one of our own numbers, but calls from outside over trunk "main".',
    calls: [{ from: numbers.ours }],
  },
  'domestic-fixed-from-abroad': {
    ja: '04****9999 は NTT東日本 に割り当てられた固定電話の番号ですが、回線「overseas」は国外からの着信だけを運びます。',
    en: '04****9999 is a landline number allocated to NTT East, but trunk "overseas" carries calls from abroad.',
    calls: [
      { from: numbers.nttEast, trunk: overseas },
      { from: numbers.unused, trunk: overseas },
    ],
  },
  'domestic-050-from-abroad': {
    ja: '050****9999 は ソフトバンク に割り当てられたIP電話の番号ですが、回線「overseas」は国外からの着信だけを運びます。',
    en: '050****9999 is a 050 number allocated to SoftBank, but trunk "overseas" carries calls from abroad.',
    calls: [{ from: numbers.softbank050, trunk: overseas }],
  },
  'domestic-mobile-from-abroad': {
    ja: '090****9999 は NTTドコモ に割り当てられた携帯電話の番号ですが、回線「overseas」は国外からの着信だけを運びます。',
    en: '090****9999 is a mobile number allocated to NTT Docomo, but trunk "overseas" carries calls from abroad.',
    calls: [{ from: numbers.docomo, trunk: overseas }],
  },
  'foreign-on-national-only': {
    ja: '+44****0018 は国外の番号ですが、回線「main」に国外の番号は現れないはずです。',
    en: '+44****0018 is a foreign number, but trunk "main" should carry none.',
    calls: [{ from: '+442079460018', trunk: { carriesForeign: false } }],
  },
  'carrier-not-on-this-trunk': {
    ja: '04****9999 は KDDI に割り当てられた番号ですが、回線「main」に同社の番号は現れないはずです。',
    en: '04****9999 is allocated to KDDI, whose numbers trunk "main" should not carry.',
    calls: [
      { from: numbers.kddiFixed, trunk: { carriers: ['ntt-east'] } },
      { from: numbers.kddiFixed, trunk: { kinds: ['mobile'] } },
    ],
  },
  'origin-carrier-differs': {
    ja: '04****9999 は NTT東日本 に割り当てられた番号ですが、網は KDDI からの着信だと伝えています。',
    en: '04****9999 is allocated to NTT East, but the network names KDDI as the origin.',
    calls: [
      { origin: { origIoi: 'kddi.example' }, trunk: { hosts: { 'kddi.example': 'kddi' } } },
      { origin: { origIoi: 'local.example' }, trunk: { hosts: { 'local.example': 'carrier-without-a-name' } } },
    ],
  },
  'from-differs-from-asserted': {
    ja: '表示された番号は 04****9999 ですが、網が確かめた番号は +44****0018 です。',
    en: 'The call shows 04****9999, but the network asserts +44****0018.',
    calls: [{ origin: { assertedNumber: '+442079460018' } }],
  },
  'number-without-assertion': {
    ja: '回線「main」の着信には、いつも網の確かめた番号が付いていますが、04****9999 の着信では付いていません。',
    en: 'The network asserts a number with every call on trunk "main", but none with this one, which shows 04****9999.',
    calls: [
      { trunk: { trustsAssertedIdentity: true }, memory: { trunk: { alwaysAsserts: true } } },
      {
        trunk: { trustsAssertedIdentity: true },
        memory: { trunk: { alwaysAsserts: true } },
        origin: { asserted: true },
      },
    ],
  },
  'unusual-number-form': {
    ja: '回線「main」では日本の番号は 0 で始まる形で届きますが、04****9999 は国番号 81 の付いた形で届きました。',
    en: 'Japanese numbers on trunk "main" begin with 0, but 04****9999 arrived with the country code 81.',
    calls: [
      { from: '+81422209999', memory: { trunk: { usualForm: 'national' } } },
      { from: '0422209999', memory: { trunk: { usualForm: 'international' } } },
    ],
  },
  'privacy-contradiction': {
    ja: 'Privacy ヘッダーは番号を隠さないとしていますが、From は匿名です。',
    en: 'The Privacy header asks to hide nothing, but From is anonymous.',
    calls: [
      { withheld: 'unknown', origin: { privacy: ['none'] } },
      { withheld: 'user', origin: { privacy: ['id'], fromAnonymous: false } },
    ],
  },
  'verification-failed': {
    ja: '番号の電子署名を検証できませんでした（cert_not_trusted）。',
    en: 'The signature of the number does not verify (cert_not_trusted).',
    calls: [{ origin: { shakenResult: 'cert_not_trusted' } }, { origin: { verstat: 'failed' } }],
  },
  'attested-by-gateway': {
    ja: '署名した事業者は、この番号の出所を知りません（アテステーション C）。',
    en: 'The signing carrier does not know where the number comes from (attestation C).',
    calls: [{ origin: { shakenResult: 'success', attestation: 'C' } }],
  },
  'fully-attested': {
    ja: '署名した事業者が、04****9999 は発信者の番号であると保証しています（アテステーション A）。',
    en: "The signing carrier vouches for the caller's right to 04****9999 (attestation A).",
    calls: [{ origin: { shakenResult: 'success', attestation: 'A' } }],
  },
  'peer-off-list': {
    ja: '送信元 203.0.113.9 は、回線「main」の相手として登録されていません。',
    en: 'The call comes from 203.0.113.9, which is not among the peers of trunk "main".',
    calls: [
      { origin: { peerAddress: '203.0.113.9' }, trunk: { peers: ['192.0.2.1'] } },
      { origin: { peerAddress: null }, trunk: { name: 'anonymous' } },
    ],
  },
  diverted: {
    ja: '信用できる回線が、04****9999 から転送された着信だと伝えています。',
    en: 'A trusted trunk says the call was forwarded by 04****9999.',
    calls: [{ origin: { divertedBy: numbers.kddiFixed } }, { origin: { diverted: true } }],
  },
  'known-caller': {
    ja: '04****9999 には 2026-01-05 から何度も応答していて、いつもと同じ経路からの着信です。',
    en: '04****9999 was answered here often since 2026-01-05, and comes from where it always came from.',
    calls: [
      { memory: { caller: { standing: 'known', since: '2026-01-05' } } },
      { memory: { caller: { standing: 'known' } } },
    ],
  },
  'known-caller-origin-changed': {
    ja: '04****9999 はこれまで回線「main」（網のホスト: kddi.example、orig-ioi: KDDI）から着信していましたが、今回は回線「overseas」（網のホスト: なし、orig-ioi: なし）からです。',
    en: '04****9999 used to come over trunk "main" (network host: kddi.example, orig-ioi: KDDI), but now comes over trunk "overseas" (network host: none, orig-ioi: none).',
    calls: [
      {
        trunk: overseas,
        memory: {
          caller: {
            standing: 'origin-changed',
            since: '2026-01-05',
            usualOrigins: [{ trunk: 'main', assertedHost: 'kddi.example', origIoi: 'KDDI', form: 'national' }],
          },
        },
      },
      { memory: { caller: { standing: 'origin-changed' } } },
    ],
  },
  'proven-spoof': {
    ja: '04****9999 へかけ直したとき持ち主は「かけていない」と答えており、そのときと同じ経路からの着信です。',
    en: '04****9999 was called back, and its owner had not called. This call comes from the same origin as the forged one.',
    calls: [{ memory: { caller: { proof: 'spoof' } } }],
  },
  'call-back-verified': {
    ja: '04****9999 へかけ直して本人の電話と確かめてあり、そのときと同じ経路からの着信です。',
    en: '04****9999 was called back, and its owner had called. This call comes from the same origin as that one.',
    calls: [{ memory: { caller: { proof: 'verified' } } }],
  },
  'official-number': {
    ja: '04****0110 は 武蔵野警察署 の番号ですが、なりすましもあるので、一度切って公表された番号へかけ直すと確実です。',
    en: '04****0110 is the number of 武蔵野警察署, which can be forged: hang up and call back the published number.',
    calls: [{ from: numbers.musashinoPolice }],
  },
  'police-like-number': {
    ja: '090****0110 の末尾は警察と同じ 0110 ですが、警察の番号帯にはありません。',
    en: '090****0110 ends in 0110 like a police number, but lies in no block of police numbers.',
    calls: [{ from: '09021600110' }],
  },
  'many-callers-one-trunk': {
    ja: '回線「main」には、この1時間に 20 を超える知らない番号から着信があり、04****9999 もその一つです。',
    en: 'More than 20 numbers nobody here knows called over trunk "main" within an hour, and 04****9999 is one of them.',
    calls: [
      { memory: { trunk: { flood: { sign: 'new-callers', limit: 20 } } } },
      { memory: { trunk: { flood: { sign: 'short-calls', limit: 3 } } } },
      { memory: { trunk: { flood: { sign: 'police-endings', limit: 3 } } } },
    ],
  },
  'repeated-short-calls': {
    ja: '04****9999 は、この10分に3回以上、10秒足らずの着信を繰り返しています。',
    en: '04****9999 made three calls or more of less than ten seconds within the last ten minutes.',
    calls: [{ memory: { caller: { shortCalls: true } } }],
  },
  'unpublished-line': {
    ja: '公表していない番号へ、なじみのない 04****9999 から着信しました。',
    en: '04****9999, which the office is not familiar with, calls a line that is published nowhere.',
    calls: [{ to: numbers.unpublished }],
  },
  'outside-hours': {
    ja: '営業時間の外に、なじみのない 04****9999 から着信しました。',
    en: '04****9999, which the office is not familiar with, calls outside office hours.',
    calls: [{}],
    office: context({
      office: { hours: { timeZone: 'Asia/Tokyo', week: {}, holidays: 'japan', closed: [], open: [] } },
    }),
  },
  'we-called-them': {
    ja: '事務所から 2026-07-20 に 04****9999 へ電話をかけています。',
    en: 'The office itself called 04****9999 on 2026-07-20.',
    calls: [{ memory: { caller: { dialledByUs: '2026-07-20' } } }],
  },
  'anybody-expected': {
    ja: 'どこからかの着信を待っているところに、04****9999 がかけてきました（2099-01-31 18:00 まで、101 より）。',
    en: '04****9999 calls while a call from somewhere is expected (until 2099-01-31 18:00 in Japan; by 101).',
    calls: [{ memory: { office: { expected: { kind: 'any', until: evening, by: '101', reason: '' } } } }],
  },
  'challenge-history': {
    ja: '04****9999 は前にも同じ経路からかけてきて、確認に合格しています。',
    en: '04****9999 called from the same origin before, and passed the challenge.',
    calls: [{ memory: { caller: { challenge: 'passed' } } }, { memory: { caller: { challenge: 'avoided' } } }],
  },
  reported: {
    ja: '04****9999 は迷惑電話として 12 件報告されています（出所: neighbours, police）。',
    en: '04****9999 was reported as a nuisance 12 times (source: neighbours, police).',
    calls: [{}],
    office: reporting({ votes: 12, sources: ['neighbours', 'police'] }),
  },
};

describe.each(Object.entries(sayings))('%s', (rule, { ja, en, calls, office }) => {
  test('says in one plain sentence what it saw', () => {
    const finding = findingOf(judge(calls[0], office), rule);
    expect(finding && [explain(finding, 'ja'), explain(finding, 'en')]).toEqual([ja, en]);
  });

  test.each(calls)('has words for everything it can see: %j', (call) => {
    const finding = findingOf(judge(call, office), rule);
    for (const text of finding === undefined ? [''] : [explain(finding, 'ja'), explain(finding, 'en')]) {
      expect(text).not.toMatch(/undefined|null|NaN|\{/);
      expect(text).toMatch(/^[^。]+(。|[^。]\.)$/);
    }
  });
});

describe('list entries', () => {
  const said = (entry: Partial<ListEntry>, call: CallWords = {}) => {
    const finding = findingOf(judge(call, { lists: [entry] }), `${entry.list}-entry`);
    return finding && [explain(finding, 'ja'), explain(finding, 'en')];
  };

  test('name reason, source and end', () => {
    const entry = { reason: '無言電話', source: 'reception', expires: '2099-01-31T00:00:00+09:00' };
    expect(said({ list: 'deny', number: numbers.nttEast, ...entry })).toEqual([
      '04****9999 は拒否リストにあります（出所: reception、理由: 無言電話、期限: 2099-01-31T00:00:00+09:00）。',
      '04****9999 is on the deny list (source: reception; reason: 無言電話; until 2099-01-31T00:00:00+09:00).',
    ]);
  });

  test('say when a prefix or a carrier matched', () => {
    expect(said({ list: 'allow', prefix: '0422' })).toEqual([
      '04****9999 は、先頭の数字により許可リストにあります（出所: config）。',
      '04****9999 is, by its first digits, on the allow list (source: config).',
    ]);
    expect(said({ list: 'allow', carrier: 'ntt-east' })).toEqual([
      '04****9999 は、割当事業者により許可リストにあります（出所: config）。',
      '04****9999 is, by its carrier, on the allow list (source: config).',
    ]);
  });

  test('say why they did not have their way', () => {
    expect(said({ list: 'allow', number: numbers.nttEast }, { trunk: overseas })).toEqual([
      '04****9999 は許可リストにあります（出所: config）が、番号を偽っている疑いは見逃しません。',
      '04****9999 is on the allow list (source: config), which does not excuse signs of forgery.',
    ]);
    expect(said({ list: 'deny', number: numbers.bank }, { from: numbers.bank })).toEqual([
      '04****9999 は拒否リストにあります（出所: config）が、公的な番号や守る番号は拒否しません。',
      '04****9999 is on the deny list (source: config), but official and protected numbers are never rejected.',
    ]);
  });
});

test('every rule of the book is explained above', () => {
  expect([...Object.keys(sayings), 'allow-entry', 'deny-entry']).toEqual(ruleIds);
});

test('a rule that this edition does not know gives its name', () => {
  expect(explain({ rule: 'rule-of-tomorrow', weight: 10, mode: 'enforce', facts: {} }, 'ja')).toBe('rule-of-tomorrow');
});

describe('headline', () => {
  test.each([
    ['REJECT 433 withheld-by-user', judge({ withheld: 'user' })],
    ['REJECT 607 deny-entry', judge({}, { lists: [{ list: 'deny', number: numbers.nttEast }] })],
    ['REJECT 603 80/40 domestic-fixed-from-abroad(+80)', judge({ trunk: overseas }, { policy: { rejectAt: 80 } })],
    ['SCREEN 0/40 withheld-payphone', judge({ withheld: 'payphone' })],
    [
      'SCREEN 110/40 domestic-fixed-from-abroad(+80) verification-failed(+70) diverted(-40)',
      judge({ trunk: overseas, origin: { diverted: true, verstat: 'failed' } }),
    ],
    ['ALLOW 0/40', judge({})],
    [
      'ALLOW 0/40 (observe) would SCREEN 80/40 (observe) domestic-fixed-from-abroad(+80)',
      judge({ trunk: overseas }, { rules: { 'domestic-fixed-from-abroad': { mode: 'observe' } } }),
    ],
  ])('%s', (line, assessment) => {
    expect(headline(assessment)).toBe(line);
  });
});
