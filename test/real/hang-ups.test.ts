import { hangUpOn, hangUpWhenAsked, listen, pressRight } from '../../tools/lab/caller';
import { hikari, mainNumber, type Office, openOffice, ordinaryCall, overseas, usualConfig, withheld } from './office';

/** Callers who leave at every moment, callers who come at once, and callers who come again. */

let office: Office;

beforeAll(async () => {
  office = await openOffice({ config: `${usualConfig}challenge: { digitTimeoutSeconds: 3 }\n` });
});
afterAll(() => office.close());
afterEach(() => office.expectAllClear());

describe('a caller who hangs up', () => {
  it('right after dialling leaves nothing behind, and one decision at most', async () => {
    const call = await office.callPerhapsUnseen({ ...withheld('Anonymous'), conduct: ({ hangUp }) => hangUp() });
    expect(call.connected).toBe(false);
    expect(call.call.finalCode).toBe(487);
    // A CANCEL that overtakes the dialplan ends the call before the service sees it.
    expect(call.decision?.outcome ?? 'abandoned').toBe('abandoned');
  });

  it.each([
    ['while the announcement plays', withheld('Anonymous'), hangUpOn('withheld-rejected'), 'reject'],
    ['while the challenge plays', withheld('Unavailable'), hangUpOn('challenge'), 'screen'],
    ['on hearing the digit', overseas('+81335000010'), hangUpWhenAsked, 'screen'],
    ['while the digit is awaited', withheld('Coin line/payphone'), hangUpOn('challenge-end'), 'screen'],
    ['in the second attempt', withheld('Unavailable'), hangUpOn('try-again'), 'screen'],
  ] as const)('%s is recorded as gone, not as refused', async (_when, delivered, conduct, verdict) => {
    const call = await office.call({ ...delivered, conduct });
    expect(call.connected).toBe(false);
    expect(call.decision).toMatchObject({ verdict, outcome: 'abandoned', failedOpen: null, sipCode: null });
  });

  it('while the office rings was connected as far as screening goes', async () => {
    const call = await office.call({
      ...hikari('09012340010'),
      conduct: async ({ untilAnswer, hangUp }) => {
        await untilAnswer(180);
        await hangUp();
      },
    });
    expect(call.decision).toMatchObject({ verdict: 'allow', outcome: 'connected' });
  });
});

describe('callers at the same time', () => {
  it('with the same number are each judged and connected', async () => {
    const calls = await Promise.all([office.call(ordinaryCall), office.call(ordinaryCall)]);
    expect(calls.map(({ connected }) => connected)).toEqual([true, true]);
    expect(new Set(calls.map(({ decision }) => decision.id)).size).toBe(2);
    expect(new Set(calls.map(({ decision }) => decision.caller.id)).size).toBe(1);
  });

  it('hear and answer each their own challenge', async () => {
    const calls = await Promise.all(
      [11, 12, 13].map((last) => office.call({ ...overseas(`+813350000${last}`), conduct: pressRight })),
    );
    for (const { connected, decision } of calls) {
      expect(connected).toBe(true);
      expect(decision.challenge).toMatchObject({ result: 'passed', attempts: 1 });
    }
  });
});

describe('a caller who comes again', () => {
  it('and had passed the challenge is connected at once, with the reason and its age', async () => {
    const suspect = { ...overseas('+81335000020'), conduct: pressRight };
    await office.call(suspect);
    const again = await office.call(suspect);
    expect(again).toMatchObject({ connected: true, heard: [], rules: ['domestic-fixed-from-abroad'] });
    expect(again.decision).toMatchObject({ verdict: 'allow', source: 'cache', score: 80 });
    expect(again.decision.cachedSeconds).not.toBeNull();
  });

  it('over another trunk, or to another number, is judged anew', async () => {
    const suspect = { ...overseas('+81335000021'), conduct: pressRight };
    await office.call(suspect);
    const elsewhere = await office.call({ ...suspect, trunk: 'onnet', conduct: hangUpOn('challenge') });
    const otherLine = await office.call({ ...suspect, called: '0312345670', conduct: hangUpOn('challenge') });
    for (const { decision } of [elsewhere, otherLine]) {
      expect(decision).toMatchObject({ verdict: 'screen', source: 'rules', outcome: 'abandoned' });
    }
  });

  it('with a number made to look like the police’s is challenged each time', async () => {
    const imitator = { ...overseas('+1800335814321'), conduct: pressRight };
    await office.call(imitator);
    const again = await office.call({ ...imitator, conduct: hangUpOn('challenge') });
    expect(again.decision).toMatchObject({ verdict: 'screen', source: 'rules' });
  });
});

describe('a withheld number that a header carries all the same', () => {
  const secret = '0669998887';

  it('is in no log, no store, no CDR, no decision, and not on the telephone', async () => {
    const delivered = {
      trunk: 'hikari',
      called: mainNumber,
      from: `From: <sip:${secret}@ntt-west.ne.jp>`,
      headers: [
        `P-Asserted-Identity: "${secret}" <sip:${secret}@ntt-west.ne.jp>, <tel:+81${secret.slice(1)}>`,
        `Remote-Party-ID: <sip:${secret}@ntt-west.ne.jp>;party=calling`,
        'Privacy: id',
      ],
    } as const;
    const rejected = await office.call({ ...delivered, conduct: listen });
    const toFax = await office.call({ ...delivered, called: '0312345679', conduct: listen });
    expect(rejected.call.finalCode).toBe(433);
    expect(toFax.connected).toBe(true);
    expect(toFax.decision.caller).toMatchObject({ presentation: 'user', masked: null, id: null });
    await office.asterisk.untilNoChannels();
    expect(office.shownOnPhone()).not.toContain(secret.slice(1));
    for (const [place, text] of await office.everythingWritten()) {
      for (const form of formsOf(secret))
        expect({ place, leaks: text.includes(form) }).toEqual({ place, leaks: false });
    }
  });

  /** The number as text, and as any part of a Base64 text it could stand in. */
  function formsOf(number: string): readonly string[] {
    const digits = number.slice(1);
    const encoded = [0, 1, 2].map((offset) =>
      Buffer.from(' '.repeat(offset) + digits)
        .toString('base64')
        .slice(offset === 0 ? 0 : 4, -4),
    );
    return [digits, ...encoded];
  }
});
