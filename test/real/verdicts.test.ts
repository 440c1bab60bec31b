import { hangUpOn, listen, pressRight, pressWrong, pressWrongThenRight } from '../../tools/lab/caller';
import { hikari, mainNumber, type Office, openOffice, ordinaryCall, overseas, withheld } from './office';

/** What callers get: SIPp on a real Asterisk, heard by real ears, judged by the real service. */

let office: Office;

beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());
afterEach(() => office.expectAllClear());

describe('ordinary callers', () => {
  it('connects a mobile at once, without a word', async () => {
    const call = await office.call(ordinaryCall);
    expect(call).toMatchObject({ connected: true, heard: [], rules: [] });
    expect(call.decision).toMatchObject({ verdict: 'allow', outcome: 'connected', source: 'rules', trunk: 'hikari' });
    expect(call.decision.called).toBe(mainNumber);
    expect(call.decision.caller).toMatchObject({ presentation: 'presented', masked: '090****0000', kind: 'mobile' });
  });

  it('leaves an allowed caller’s name alone', async () => {
    await office.call({
      trunk: 'ip050',
      called: mainNumber,
      from: 'From: "Suzuki" <sip:08012340000@sip.example>',
      conduct: listen,
    });
    expect(office.shownOnPhone()).toContain('"Suzuki" <sip:08012340000@');
  });

  it('connects an allow-listed supplier', async () => {
    const call = await office.call({ ...hikari('0362029999'), conduct: listen });
    expect(call).toMatchObject({ connected: true, heard: [] });
    expect(call.decision).toMatchObject({ verdict: 'allow', source: 'list' });
  });

  it('connects a short number of the neighbouring PBX', async () => {
    const call = await office.call({
      trunk: 'internal',
      called: mainNumber,
      from: 'From: <sip:201@pbx.example>',
      conduct: listen,
    });
    expect(call).toMatchObject({ connected: true, heard: [], rules: ['internal-caller'] });
  });

  it('connects a withheld fax to the exempt line without a prompt', async () => {
    const call = await office.call({ ...withheld('Anonymous', '0312345679'), conduct: listen });
    expect(call).toMatchObject({ connected: true, heard: [] });
    expect(call.rules[0]).toBe('exempt-line');
  });

  it('connects a roaming mobile that comes in from abroad', async () => {
    const call = await office.call({ ...overseas('+819012340000'), conduct: listen });
    expect(call).toMatchObject({ connected: true, heard: [], rules: ['domestic-mobile-from-abroad'] });
    expect(call.decision).toMatchObject({ verdict: 'allow', score: 20 });
  });
});

describe('withheld callers', () => {
  it('tells who withholds the number how to show it, then answers 433', async () => {
    const call = await office.call({ ...withheld('Anonymous'), conduct: listen });
    expect(call.call.finalCode).toBe(433);
    expect(call.call.provisionalCodes).toContain(183);
    expect(call.heard).toEqual(['withheld-rejected', 'withheld-advice']);
    expect(call.decision).toMatchObject({ verdict: 'reject', outcome: 'refused', sipCode: 433 });
  });

  it('believes who redials with a number a little more, once', async () => {
    const line = '0312345670';
    await office.call({ ...withheld('Anonymous', line), conduct: hangUpOn('withheld-rejected') });
    const redialled = await office.call({ ...hikari('09012340001', line), conduct: listen });
    const next = await office.call({ ...hikari('09012340002', line), conduct: listen });
    expect(redialled.rules).toContain('redialled-with-number');
    expect(next.rules).not.toContain('redialled-with-number');
  });

  it('answers first where the trunk carries no early media', async () => {
    const call = await office.call({ ...withheld('Anonymous'), trunk: 'ip050', conduct: listen });
    expect(call.call).toMatchObject({ finalCode: 200, endedBy: 'callee' });
    expect(call).toMatchObject({ connected: false, heard: ['withheld-rejected', 'withheld-advice'] });
  });

  it('connects a payphone that presses the digit, and tags it', async () => {
    const call = await office.call({ ...withheld('Coin line/payphone'), conduct: pressRight });
    expect(call.connected).toBe(true);
    expect(call.decision).toMatchObject({
      verdict: 'screen',
      challenge: { kind: 'press-digit', result: 'passed', attempts: 1 },
      outcome: 'connected',
    });
    expect(office.shownOnPhone()).toContain('[確認済]');
  });

  it('refuses an unavailable number that stays silent through both attempts', async () => {
    const call = await office.call({ ...withheld('Unavailable'), conduct: listen });
    expect(call.call.finalCode).toBe(603);
    expect(call.heard.filter((prompt) => !prompt.startsWith('digit'))).toEqual([
      'challenge',
      'challenge-end',
      'try-again',
      'challenge-end',
      'challenge-failed',
    ]);
    expect(call.decision).toMatchObject({ challenge: { result: 'no-digit', attempts: 2 }, outcome: 'refused' });
  });
});

describe('suspects', () => {
  it('connects a domestic fixed number from abroad that presses the right digit', async () => {
    const call = await office.call({ ...overseas('+81335000000'), conduct: pressRight });
    expect(call).toMatchObject({ connected: true, rules: ['domestic-fixed-from-abroad'] });
    expect(call.decision).toMatchObject({ verdict: 'screen', score: 80, challenge: { result: 'passed' } });
  });

  it('connects who errs once and presses right the second time', async () => {
    const call = await office.call({ ...overseas('+81335000001'), conduct: pressWrongThenRight });
    expect(call.connected).toBe(true);
    expect(call.heard).toContain('try-again');
    expect(call.decision.challenge).toMatchObject({ result: 'passed', attempts: 2 });
  });

  it('refuses a number nobody was given after two wrong digits', async () => {
    const call = await office.call({ ...hikari('0662000001'), conduct: pressWrong });
    expect(call.call.finalCode).toBe(603);
    expect(call.heard.at(-1)).toBe('challenge-failed');
    expect(call.rules[0]).toBe('unallocated-block');
    expect(call.decision).toMatchObject({ challenge: { result: 'wrong-digit', attempts: 2 }, outcome: 'refused' });
  });

  it('challenges a carrier that the on-net trunk cannot carry', async () => {
    const call = await office.call({
      trunk: 'onnet',
      called: mainNumber,
      from: 'From: <sip:0335000002@onnet.example>',
      conduct: hangUpOn('challenge'),
    });
    expect(call.rules).toEqual(['carrier-not-on-this-trunk']);
    expect(call.decision.outcome).toBe('abandoned');
  });

  it.each([
    ['a country code that does not exist', overseas('+422550123'), 'nonexistent-country'],
    ['a number that hides a police number', overseas('+1800335814321'), 'lookalike-number'],
    ['a block nobody was given', hikari('0662000000'), 'unallocated-block'],
  ])('challenges %s', async (_what, delivered, rule) => {
    const call = await office.call({ ...delivered, conduct: hangUpOn('challenge') });
    expect(call.rules).toContain(rule);
    expect(call.decision).toMatchObject({ verdict: 'screen', outcome: 'abandoned', challenge: { result: 'hung-up' } });
  });

  it.each([
    ['a police number', hikari('0335814321'), 'official-number', 'dial-published'],
    ['our own number from outside', hikari('0312345670'), 'own-number-from-outside', 'name-please'],
  ])('asks %s for a name', async (_what, delivered, rule, prompt) => {
    const call = await office.call({ ...delivered, conduct: hangUpOn(prompt) });
    expect(call.rules[0]).toBe(rule);
    expect(call.decision).toMatchObject({
      verdict: 'screen',
      outcome: 'abandoned',
      challenge: { kind: 'state-name', result: 'hung-up' },
    });
  });
});

describe('deny-listed callers', () => {
  it('hear that the call is refused, then get 607', async () => {
    const call = await office.call({ ...hikari('09011119999'), conduct: listen });
    expect(call.call.finalCode).toBe(607);
    expect(call.heard).toEqual(['rejected']);
    expect(call.decision).toMatchObject({ verdict: 'reject', source: 'list', sipCode: 607 });
  });

  it('get 607 without a word where that would need an answer', async () => {
    const call = await office.call({
      trunk: 'ip050',
      called: mainNumber,
      from: 'From: <sip:09011119999@sip.example>',
      conduct: listen,
    });
    expect(call.call.finalCode).toBe(607);
    expect(call.heard).toEqual([]);
  });
});

describe('headers as trunks deliver them', () => {
  it('reads a folded P-Asserted-Identity with two values', async () => {
    const call = await office.call({
      trunk: 'hikari',
      called: mainNumber,
      from: 'From: "07012340000" <sip:07012340000@ntt-west.ne.jp>',
      headers: [
        'P-Asserted-Identity: <sip:07012340000@ntt-west.ne.jp>,\r\n <tel:07012340000;phone-context=ntt-west.ne.jp>',
        'P-Called-Party-ID:\r\n <sip:0312345678@ntt-west.ne.jp>',
      ],
      conduct: listen,
    });
    expect(call).toMatchObject({ connected: true, rules: [] });
    expect(call.decision.caller.masked).toBe('070****0000');
  });

  it('reads compact header names', async () => {
    const call = await office.call({
      trunk: 'hikari',
      called: mainNumber,
      from: 'f: <sip:anonymous@anonymous.invalid>',
      headers: ['k: 100rel', 'x: 300'],
      conduct: hangUpOn('challenge'),
    });
    expect(call.decision.caller.presentation).toBe('unknown');
  });

  it('survives commas, quotes, brackets, dollars and UTF-8 in a name', async () => {
    const call = await office.call({
      ...hikari('09012340003'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the dialplan's expression, not ours
      from: 'From: "山田, \\"太)郎\\" ${EXTEN} (a|b" <sip:09012340003@ntt-east.ne.jp>',
      conduct: listen,
    });
    expect(call).toMatchObject({ connected: true, rules: [] });
    expect(call.decision.caller.masked).toBe('090****0003');
  });
});

describe('a caller ID that is written as evidence', () => {
  it('gets nobody onto another trunk', async () => {
    const from = 'From: "0335000004" <sip:x,trunk=hikari@gateway.example>';
    const call = await office.call({ ...overseas(''), from, conduct: hangUpOn('challenge') });
    expect(call.decision).toMatchObject({ trunk: 'overseas', verdict: 'screen' });
    expect(call.rules).toContain('domestic-fixed-from-abroad');
  });
});

describe('the record of a call', () => {
  it('stands in CDR(userfield), and its SIP Call-ID in the journal', async () => {
    const call = await office.call({ ...overseas('+81335000003'), conduct: pressRight });
    await office.asterisk.untilNoChannels();
    const rows = await office.asterisk.readCdr();
    expect(rows.map(({ userField }) => userField)).toContain('denwaban SCREEN 80/40 domestic-fixed-from-abroad(+80)');
    expect(call.decision.sipCallId).toBe(call.callId);
  });
});
