import { formatDecision } from '../../../src/journal/format-decision';
import { cellsOf } from '../../../src/text/cells';
import { decision, sequel } from './decisions';

const at = new Date(2026, 3, 1, 10, 0, 5).toISOString();
const withheld = { ...decision().caller, presentation: 'user', masked: null, id: null, kind: null } as const;
const abroad = {
  rule: 'domestic-fixed-from-abroad',
  weight: 80,
  mode: 'enforce',
  text: { ja: '国内の固定番号なのに、国際回線から来ました', en: 'a domestic fixed number, but from abroad' },
} as const;

describe('a decision in one line', () => {
  it('of an ordinary call', () => {
    expect(formatDecision(decision({ at }), 'en', false)).toBe(
      '2026-04-01 10:00:05  allow   0/40     06****9999 (fixed)      hikari → 0312340000       connected  verdict 2 ms, total 12 ms\n',
    );
    expect(formatDecision(decision({ at }), 'ja', false)).toBe(
      '2026-04-01 10:00:05  通す      0/40     06****9999 (固定電話)   hikari → 0312340000       つないだ  判定 2 ミリ秒、全体 12 ミリ秒\n',
    );
  });

  it.each([
    ['user', '非通知 (発信者の意思)', 'withheld by the caller'],
    ['payphone', '非通知 (公衆電話)', 'withheld: a public telephone'],
    ['unavailable', '非通知 (通知できない網から)', 'withheld: the network could not present it'],
    ['unknown', '非通知 (理由不明)', 'withheld, no reason given'],
  ] as const)('tells why no number was shown: %s', (presentation, ja, en) => {
    const given = decision({ caller: { ...withheld, presentation } });
    expect(formatDecision(given, 'ja', false)).toContain(ja);
    expect(formatDecision(given, 'en', false)).toContain(en);
  });

  it('tells the SIP answer of a refusal', () => {
    const refused = decision({ verdict: 'reject', outcome: 'refused', sipCode: 433 });
    expect(formatDecision(refused, 'en', false)).toContain('refused (433)');
  });

  it('tells how the challenge went, and what followed', () => {
    const passed = decision({ verdict: 'screen', challenge: { kind: 'press-digit', result: 'passed', attempts: 1 } });
    expect(formatDecision(passed, 'en', false)).toContain('passed the challenge → connected');
    expect(formatDecision(passed, 'ja', false)).toContain('確認に合格 → つないだ');
  });

  it('tells why a call failed open', () => {
    const open = decision({ outcome: 'failed-open', source: 'fail-open', failedOpen: 'verdict-deadline' });
    expect(formatDecision(open, 'en', false)).toContain('failed open (no verdict within the deadline)');
  });

  it('tells how old a remembered verdict is', () => {
    const cached = decision({ source: 'cache', cachedSeconds: 754 });
    expect(formatDecision(cached, 'en', false)).toContain('judged 13 min ago');
    expect(formatDecision(cached, 'ja', false)).toContain('13 分前の判定による');
  });

  it.each([
    [12.4, '12 ms'],
    [999, '999 ms'],
    [4_120, '4.1 s'],
    [90_000, '2 min'],
    [7_200_000, '2 h'],
  ])('words %d ms as %s', (total, words) => {
    expect(formatDecision(decision({ ms: { verdict: null, firstAction: null, total } }), 'en', false)).toContain(
      `verdict –, total ${words}`,
    );
  });

  it('keeps its columns in both languages', () => {
    const lines = (['allow', 'screen', 'reject'] as const).map((verdict) =>
      formatDecision(decision({ verdict }), 'ja', false),
    );
    const columns = lines.map((line) => cellsOf(line.slice(0, line.indexOf('0/40'))));
    expect(new Set(columns).size).toBe(1);
  });
});

describe('what came of the call', () => {
  it.each<[Parameters<typeof sequel>[0], string, string]>([
    [{}, '→ 名乗りあり (2 秒) → 応対した', '→ name kept (2 s) → taken by staff'],
    [
      { staff: 'denied', name: null },
      '→ 聞いて断り、拒否リストに載せた',
      '→ refused by staff and put on the deny list',
    ],
    [
      { staff: 'message', name: null, message: { file: 'm.wav', seconds: 23.4 } },
      '→ 聞いて伝言を頼んだ → 伝言あり (23 秒)',
      '→ sent by staff to leave a message → message left (23 s)',
    ],
    [{ staff: 'unanswered', name: null }, '→ 誰も出なかった → 伝言なし', '→ nobody answered → no message left'],
    [{ staff: null, name: null }, '→ 伝言なし', '→ no message left'],
    [
      { staff: null, name: null, callBack: 'no' },
      '→ 掛け直し: かけていないと答えた (なりすまし)',
      '→ called back: they had not called (a forgery)',
    ],
  ])('%j', (given, ja, en) => {
    expect(
      formatDecision(decision(), 'ja', false, [sequel(given)])
        .split('\n')[1]
        ?.trim(),
    ).toBe(ja);
    expect(
      formatDecision(decision(), 'en', false, [sequel(given)])
        .split('\n')[1]
        ?.trim(),
    ).toBe(en);
  });

  it('goes on from one sequel to the next', () => {
    const both = [sequel({ staff: 'no-key', name: null }), sequel({ staff: null, name: null, callBack: 'yes' })];
    expect(formatDecision(decision(), 'en', false, both)).toContain(
      '→ no key pressed by staff → no message left → called back: it was them\n',
    );
  });

  it.each([
    ['state-name', 'named', 'presented', '名乗った → 名乗りを添えて呼び出した'],
    ['state-name', 'silent', 'message', '名乗らなかった → 伝言を頼んだ'],
    ['call-back', 'told', 'call-back', '掛け直すと伝えた → 掛け直す'],
  ] as const)('begins where the decision ended: %s, %s, %s', (kind, result, outcome, words) => {
    const given = decision({ outcome, challenge: { kind, result, attempts: 1 } });
    expect(formatDecision(given, 'ja', false)).toContain(words);
  });
});

describe('the findings', () => {
  it('follow in plain words, with their weight and rule', () => {
    const found = formatDecision(decision({ findings: [abroad] }), 'ja', false).split('\n');
    expect(found[1]).toBe('         +80  国内の固定番号なのに、国際回線から来ました [domestic-fixed-from-abroad]');
  });

  it.each([
    [40, '+40'],
    [-40, '−40'],
    [0, '·'],
  ])('of weight %d show %s', (weight, shown) => {
    const [, line = ''] = formatDecision(decision({ findings: [{ ...abroad, weight }] }), 'en', false).split('\n');
    expect(line.trim().split(' ')[0]).toBe(shown);
  });

  it('that did not count stand in brackets', () => {
    const found = formatDecision(decision({ findings: [{ ...abroad, mode: 'observe' }] }), 'en', false);
    expect(found).toContain('(+80)  a domestic');
  });

  it('are the first three, and how many more there are', () => {
    const findings = [1, 2, 3, 4, 5].map((weight) => ({ ...abroad, weight }));
    const lines = formatDecision(decision({ findings }), 'en', false).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]?.trim()).toBe('and 2 more');
  });
});

describe('colours', () => {
  const sequence = '\u001b[';

  it('are there when they are wanted only', () => {
    expect(formatDecision(decision(), 'en', true)).toContain(sequence);
    expect(formatDecision(decision(), 'en', false)).not.toContain(sequence);
  });

  it('never come from the call itself', () => {
    const evil = `evil${sequence}2J\u202e\u009b`;
    const shown = formatDecision(
      decision({ trunk: evil, called: evil, findings: [{ ...abroad, text: { ja: evil, en: evil } }] }),
      'en',
      false,
    );
    for (const steering of [sequence, '\u009b', '\u202e']) expect(shown).not.toContain(steering);
  });
});
