import type { Presentation } from '../../../src/caller/caller';
import { identifyTrusted, identifyUntrusted } from './fixtures';

const anonymous = '<sip:anonymous@anonymous.invalid>';
const number = '<sip:0312340000@gw.example>';

describe('the presentation, from From alone', () => {
  test.each<[string, Presentation]>([
    // TTC JJ-90.22
    [`"Anonymous" ${anonymous}`, 'user'],
    [`Anonymous ${anonymous}`, 'user'],
    [`"ANONYMOUS" ${anonymous}`, 'user'],
    [`"Coin line/payphone" ${anonymous}`, 'payphone'],
    [`coin line/payphone ${anonymous}`, 'payphone'],
    [`Coin \r\n line/payphone ${anonymous}`, 'payphone'],
    [`"Interaction  with other service" ${anonymous}`, 'unavailable'],
    [`"Unavailable" ${anonymous}`, 'unavailable'],
    [`"Interaction with other service" ${anonymous}`, 'unavailable'],
    [anonymous, 'unknown'],
    ['sip:Anonymous@Anonymous.Invalid;tag=1', 'unknown'],
    ['<sip:anonymous@gw.example>', 'unknown'],
    ['<sip:0312340000@anonymous.invalid>', 'unknown'],
    [`"Tanaka" ${anonymous}`, 'unknown'],
    // Words in place of the number
    ['<sip:@gw.example>', 'unknown'],
    ['<sip:gw.example>', 'unknown'],
    ['<sip:unknown@gw.example>', 'unavailable'],
    ['<sip:Unavailable@gw.example>', 'unavailable'],
    ['<sip:private@gw.example>', 'user'],
    ['<sip:restricted@gw.example>', 'user'],
    ['<sip:blocked@gw.example>', 'user'],
    ['<sip:P@gw.example>', 'user'],
    ['<sip:O@gw.example>', 'unavailable'],
    ['<sip:c@gw.example>', 'payphone'],
    ['<tel:anonymous>', 'unknown'],
    // Gateways: the reason in the display-name, their own name or extension in the user part
    ['"Anonymous" <sip:gateway@gw.example>', 'user'],
    ['"Coin line/payphone" <sip:3@gw.example>', 'payphone'],
    ['"Unavailable" <sip:3@gw.example>', 'unavailable'],
    ['"Anonymous" <sip:0312340000@gw.example>', 'user'],
    // A missing name is not a missing number
    ['"Unavailable" <sip:0312340000@gw.example>', 'presented'],
    ['"Unknown" <sip:0312340000@gw.example>', 'presented'],
    [number, 'presented'],
    ['<sip:alarm-box@gw.example>', 'presented'],
  ])('%s → %s', (from, expected) => {
    const { caller } = identifyUntrusted(`From: ${from}`);
    expect(caller.presentation).toBe(expected);
    expect(caller.number === null).toBe(expected !== 'presented');
  });
});

describe('Privacy', () => {
  test.each<[string, string, Presentation]>([
    [number, 'id', 'user'],
    [number, 'user', 'user'],
    [number, 'header', 'user'],
    [number, 'ID;critical', 'user'],
    [number, 'session; id', 'user'],
    [number, '"id"', 'user'],
    [number, 'none', 'presented'],
    [number, 'session', 'presented'],
    [number, 'history', 'presented'],
    [anonymous, 'id', 'user'],
    [anonymous, 'none', 'unknown'],
    [`"Coin line/payphone" ${anonymous}`, 'id', 'payphone'],
    [`"Unavailable" ${anonymous}`, 'id', 'unavailable'],
  ])('%s with %s → %s, on every trunk', (from, privacy, expected) => {
    for (const identifyOn of [identifyTrusted, identifyUntrusted]) {
      expect(identifyOn(`From: ${from}`, `Privacy: ${privacy}`).caller.presentation).toBe(expected);
    }
  });

  test('keeps its tokens, in lower case', () => {
    expect(identifyUntrusted(`From: ${number}`, 'Privacy: ID; Critical', 'Privacy: none').origin.privacy).toEqual([
      'id',
      'critical',
      'none',
    ]);
  });

  test.each<[string, Presentation]>([
    ['privacy=full', 'user'],
    ['privacy="Full"', 'user'],
    ['privacy=uri', 'user'],
    ['privacy=name', 'presented'],
    ['privacy=off', 'presented'],
    ['party=called;privacy=full', 'presented'],
  ])('of Remote-Party-ID: %s → %s, on every trunk', (params, expected) => {
    for (const identifyOn of [identifyTrusted, identifyUntrusted]) {
      const identity = identifyOn(`From: ${number}`, `Remote-Party-ID: <sip:0312340000@gw.example>;${params}`);
      expect(identity.caller.presentation).toBe(expected);
    }
  });
});

describe("the calling party's category", () => {
  test.each([
    ['<sip:anonymous@anonymous.invalid>', 'P-Asserted-Identity: <tel:+81312340000;cpc=payphone>'],
    ['<sip:anonymous@anonymous.invalid;cpc=Payphone>', 'P-Asserted-Identity: <tel:+81312340000>'],
    ['"Anonymous" <sip:anonymous;cpc=payphone@anonymous.invalid>', 'Privacy: id'],
  ])('payphone explains a withheld number: %s, %s', (from, second) => {
    const { caller, origin } = identifyTrusted(`From: ${from}`, second);
    expect([caller.presentation, origin.callingPartyCategory]).toEqual(['payphone', 'payphone']);
  });

  test('says nothing on a trunk that is not trusted', () => {
    const { caller, origin } = identifyUntrusted('From: "Anonymous" <sip:anonymous;cpc=payphone@anonymous.invalid>');
    expect([caller.presentation, origin.callingPartyCategory]).toEqual(['user', null]);
  });

  test('does not withhold a number that is shown', () => {
    const { caller, origin } = identifyTrusted('From: <sip:0312340000;cpc=ordinary@gw.example>');
    expect([caller.presentation, origin.callingPartyCategory]).toEqual(['presented', 'ordinary']);
  });
});
