import { parseConfig } from '../../../src/config/parse';
import { listProblems } from '../../../src/config/problem';
import { knownNames } from './known-names';

const parse = (text: string) => parseConfig(text, knownNames);

/** The problems of a text as an operator reads them, in English. */
function problemsOf(text: string, language: 'ja' | 'en' = 'en'): string[] {
  const parsed = parse(text);
  return parsed.ok ? [] : listProblems('d.yaml', parsed.problems)[language].split('\n');
}

const outlasting =
  'must be at least what a challenge may take: challenge.attempts × (digitTimeoutSeconds + 14) for digits, attempts × (nameSeconds + 12) for names and call-backs, and 8 more with a preface: otherwise a silent caller is let through';

const lines = (...text: string[]) => text.join('\n');

describe('a configuration that is in order', () => {
  it('fills in the defaults and remembers what the text said', () => {
    const parsed = parse(lines('trunks:', '  hikari:', '    operator: ntt-east'));
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        language: 'ja',
        policy: { screenAt: 40 },
        trunks: { hikari: { operator: 'ntt-east', reach: 'national' } },
      },
      given: { trunks: { hikari: { operator: 'ntt-east' } } },
    });
  });

  it.each(['', '# nothing but a comment\n'])('is also an empty one: %j', (text) => {
    expect(parse(text)).toMatchObject({ ok: true, given: {} });
  });

  it.each([
    ['0312345678', '0312345678'],
    ['+81312345678', '+81312345678'],
    ['03-1234-5678', '03-1234-5678'],
    ['"0312345678"', '0312345678'],
  ])('keeps the zero and the plus of an unquoted telephone number: %s', (written, kept) => {
    expect(parse(`lists: [{ list: deny, number: ${written} }]`)).toMatchObject({
      ok: true,
      config: { lists: [{ number: kept }] },
    });
  });

  it('lets a trunk be called as its digits', () => {
    expect(parse('trunks: { 050: {}, 100: {} }')).toMatchObject({
      ok: true,
      config: { trunks: { '050': {}, '100': {} } },
    });
  });
});

describe('challenges', () => {
  it('are chosen sensibly where nothing is said, and fit into the screening', () => {
    expect(parse('')).toMatchObject({
      config: {
        challenge: {
          usual: 'press-digit',
          choices: [
            { rules: ['own-number-from-outside'], kind: 'state-name', preface: 'none', alert: true },
            { rules: ['official-number', 'police-like-number'], kind: 'state-name', preface: 'dial-published' },
            { rules: ['foreign-number'], kind: 'press-digit', preface: 'none', alert: false },
          ],
          callBack: { trunk: null },
        },
        message: { enabled: true, maxSeconds: 90, retentionDays: 30 },
      },
    });
  });

  it('may call back, once a trunk and a number are there for it', () => {
    const callBack = 'callBack: { trunk: hikari, callerNumber: "0312345678" }';
    expect(parse(`challenge: { usual: call-back, ${callBack} }`)).toMatchObject({ ok: true });
  });
});

describe('a faulty setting is told with its place, its path and the cure', () => {
  it.each<string[]>([
    // Values
    ['language: jp', 'd.yaml:1:11 language: must be one of ja, en; did you mean "ja"?'],
    ['dataDir: 3', 'd.yaml:1:10 dataDir: must be text (put it in quotes)'],
    ['policy: { screenAt: "40" }', 'd.yaml:1:21 policy.screenAt: must be a number'],
    ['policy: { screenAt: 0 }', 'd.yaml:1:21 policy.screenAt: must be at least 1'],
    ['ari: { heartbeatMs: 500.5 }', 'd.yaml:1:21 ari.heartbeatMs: must be a whole number'],
    ['ari: { heartbeatMs: 10001 }', 'd.yaml:1:21 ari.heartbeatMs: must be at most 10000'],
    ['challenge: { digitTimeoutSeconds: 0 }', 'd.yaml:1:35 challenge.digitTimeoutSeconds: must be more than 0'],
    ['office: []', 'd.yaml:1:9 office: must be a group of `name: value` lines'],
    ['lists: {}', 'd.yaml:1:8 lists: must be a list: lines that begin with "- ", or [a, b]'],
    ['policy:\n  withheld:\n', 'd.yaml:2:3 policy.withheld: is empty: give it a value, or remove the line'],
    ['callerName: { allow: 123456789012345678901 }', 'd.yaml:1:22 callerName.allow: must be text (put it in quotes)'],
    ['callerName: { allow: "012345678901234567890" }', 'd.yaml:1:22 callerName.allow: must be at most 20 characters'],
    ['trunks: { a: { carriers: [] } }', 'd.yaml:1:26 trunks.a.carriers: must be at least 1 of them'],
    [
      'trunks:\n  hikari:\n    reach: natoinal',
      'd.yaml:3:12 trunks.hikari.reach: must be one of national, international, on-net, internal; did you mean "national"?',
    ],
    ['trunks: { a: { earlyMedia: yes } }', 'd.yaml:1:28 trunks.a.earlyMedia: must be true or false'],
    // Formats
    [
      'ari: { url: "ftp://pbx" }',
      'd.yaml:1:13 ari.url: must be a URL with http:// or https://, e.g. http://127.0.0.1:8088',
    ],
    ['ari: { app: "a b" }', 'd.yaml:1:13 ari.app: must be at most 40 letters, digits, _ or -'],
    [
      'cache: { url: localhost }',
      'd.yaml:1:15 cache.url: must be a URL with redis:// or rediss://, e.g. redis://127.0.0.1:6379',
    ],
    ['health: { listen: 8089 }', 'd.yaml:1:19 health.listen: must be text (put it in quotes)'],
    [
      'agi: { listen: "127.0.0.1:65536" }',
      'd.yaml:1:16 agi.listen: must be address:port, e.g. 127.0.0.1:8089, with a port of at most 65535',
    ],
    [
      'health: { listen: localhost }',
      'd.yaml:1:19 health.listen: must be address:port, e.g. 127.0.0.1:8089, with a port of at most 65535',
    ],
    [
      'office: { countries: { welcome: [usa] } }',
      'd.yaml:1:34 office.countries.welcome[0]: must be a country as two capitals of ISO 3166, e.g. US',
    ],
    [
      'office: { hours: { week: { mon: [9-17] } } }',
      'd.yaml:1:34 office.hours.week.mon[0]: must be begin-end by the 24-hour clock, e.g. 09:00-17:30; 24:00 is the end of the day',
    ],
    [
      'office:\n  hours:\n    week:\n      mon: [09:00-12:00, 22:00-06:00]',
      'd.yaml:4:26 office.hours.week.mon[1]: ends before it begins: split hours that pass midnight into until 24:00 and, on the next day, from 00:00',
    ],
    [
      'office: { hours: { week: {}, timeZone: Tokyo } }',
      'd.yaml:1:40 office.hours.timeZone: must be the IANA name of a time zone, e.g. Asia/Tokyo',
    ],
    [
      'office: { hours: { week: {}, closed: [2026-12-32] } }',
      'd.yaml:1:39 office.hours.closed[0]: must be a date as YYYY-MM-DD, e.g. 2027-03-31',
    ],
    [
      'trunks: { a: { peers: [sip.example] } }',
      'd.yaml:1:24 trunks.a.peers[0]: must be an IP address or range without a port, e.g. 192.0.2.10 or 192.0.2.0/24',
    ],
    [
      'trunks: { "a b": {} }',
      'd.yaml:1:11 trunks.a b: must be the name of an endpoint in pjsip.conf: letters, digits and . _ @ -',
    ],
    [
      'trunks: { a: { hosts: { "a b": kddi } } }',
      'd.yaml:1:25 trunks.a.hosts.a b: must be a domain name, e.g. ntt-east.ne.jp',
    ],
    [
      'lists: [{ list: deny, number: abc }]',
      'd.yaml:1:31 lists[0].number: must be a telephone number in quotes: digits, a leading +, hyphens, * and #',
    ],
    ['lists: [{ list: deny, number: 81312345678 }]', 'd.yaml:1:31 lists[0].number: must be text (put it in quotes)'],
    [
      'lists: [{ list: deny, number: "1", expires: 2027-03-31 }]',
      'd.yaml:1:45 lists[0].expires: must be a date and time with an offset, e.g. 2027-03-31T23:59:59+09:00',
    ],
    // What belongs together
    ['lists: [{ number: "1" }]', 'd.yaml:1:9 lists[0].list: is missing: add it'],
    ['lists: [{ list: report, kind: 050 }]', 'd.yaml:1:17 lists[0].list: can be report only with number or prefix'],
    ['lists:\n  - list: deny', 'd.yaml:2:5 lists[0]: needs exactly one of number, prefix, carrier, kind'],
    [
      'lists:\n  - { list: deny, number: "1", prefix: "2" }',
      'd.yaml:2:5 lists[0]: needs exactly one of number, prefix, carrier, kind',
    ],
    [
      'policy: { screenAt: 50, rejectAt: 40 }',
      'd.yaml:1:35 policy.rejectAt: must be at least policy.screenAt: rejecting is graver than screening',
    ],
    [
      'cache: { timeoutMs: 900 }',
      'd.yaml:1:21 cache.timeoutMs: must be less than deadlines.firstActionMs: calls would be let through while the store is waited for',
    ],
    ...[
      'challenge: { attempts: 3 }',
      'challenge: { digitTimeoutSeconds: 8.6 }',
      'challenge: { choices: [{ kind: press-digit, preface: dial-published }] }',
    ].map((text) => [text, `d.yaml:1:1 deadlines.screeningSeconds: ${outlasting}`]),
    [
      'challenge: { choices: [{ kind: call-back, preface: dial-published }], attempts: 3, digitTimeoutSeconds: 1, callBack: { trunk: a, callerNumber: "0312345678" } }',
      `d.yaml:1:1 deadlines.screeningSeconds: ${outlasting}`,
    ],
    [
      'challenge: { usual: call-back, callBack: { callerNumber: "0312345678" } }',
      'd.yaml:1:42 challenge.callBack.trunk: is needed to call back: name a PJSIP endpoint here, or choose another kind than call-back in challenge.usual and choices',
    ],
    [
      'challenge: { choices: [{ kind: call-back }], callBack: { trunk: a } }',
      'd.yaml:1:56 challenge.callBack.callerNumber: is needed to call back: give one of your own numbers, which is shown to whoever is called',
    ],
    [
      'challenge: { callBack: { dialPrefix: "0-" } }',
      'd.yaml:1:38 challenge.callBack.dialPrefix: must be at most 8 digits, * or #, in quotes, e.g. "186"',
    ],
    // Names that must exist
    [
      'trunks:\n  a:\n    operator: ntt-est',
      'd.yaml:3:15 trunks.a.operator: there is no carrier "ntt-est" in the numbering data; did you mean "ntt-east"?',
    ],
    [
      'trunks: { a: { carriers: [kddi, twilio] } }',
      'd.yaml:1:33 trunks.a.carriers[1]: there is no carrier "twilio" in the numbering data; known: ntt-east, ntt-west, ntt-com, kddi; for any other use null',
    ],
    [
      'trunks: { a: { hosts: { ntt-east.ne.jp: ntteast } } }',
      'd.yaml:1:41 trunks.a.hosts.ntt-east.ne.jp: there is no carrier "ntteast" in the numbering data; did you mean "ntt-east"?',
    ],
    [
      'rules: { unalocated-block: { mode: off } }',
      'd.yaml:1:10 rules.unalocated-block: there is no rule "unalocated-block"; did you mean "unallocated-block"?',
    ],
    ['rules: { own-rule: {} }', 'd.yaml:1:10 rules.own-rule: there is no rule "own-rule"'],
    [
      'lists: [{ list: allow, number: "1", excuses: [impossible] }]',
      'd.yaml:1:47 lists[0].excuses[0]: there is no rule "impossible"',
    ],
    [
      'office: { numbers: ["03-1234-567"] }',
      'd.yaml:1:21 office.numbers[0]: no such number is possible in the numbering plan: check its digits',
    ],
    [
      'challenge: { choices: [{ rules: [unalocated-block], kind: press-digit }] }',
      'd.yaml:1:34 challenge.choices[0].rules[0]: there is no rule "unalocated-block"; did you mean "unallocated-block"?',
    ],
    [
      'trunks: { hikari: {} }\nchallenge: { choices: [{ trunks: [hikri], kind: press-digit }] }',
      'd.yaml:2:35 challenge.choices[0].trunks[0]: is not among the trunks; did you mean "hikari"?',
    ],
    [
      'challenge: { choices: [{ trunks: [hikari], kind: press-digit }] }',
      'd.yaml:1:35 challenge.choices[0].trunks[0]: is not among the trunks: describe it in trunks first',
    ],
    [
      'challenge: { callBack: { callerNumber: "03-1234-567" } }',
      'd.yaml:1:40 challenge.callBack.callerNumber: no such number is possible in the numbering plan: check its digits',
    ],
    // Of several faults of one setting, the one that knows best what was meant
    [
      'rules: { Unallocated-Block: {} }',
      'd.yaml:1:10 rules.Unallocated-Block: there is no rule "Unallocated-Block"; did you mean "unallocated-block"?',
    ],
    // Unknown settings
    ['langauge: ja', 'd.yaml:1:1 langauge: there is no setting "langauge"; did you mean "language"?'],
    [
      'trunks:\n  a:\n    earlymedia: true',
      'd.yaml:3:5 trunks.a.earlymedia: there is no setting "earlymedia"; did you mean "earlyMedia"?',
    ],
    ['health: { ttl: 8 }', 'd.yaml:1:11 health.ttl: there is no setting "ttl"; known here: listen'],
    [
      'office: { lines: [{ number: "1", excempt: fax }] }',
      'd.yaml:1:34 office.lines[0].excempt: there is no setting "excempt"; did you mean "exempt"?',
    ],
    [
      'rules: { foreign-number: { wieght: 3 } }',
      'd.yaml:1:28 rules.foreign-number.wieght: there is no setting "wieght"; did you mean "weight"?',
    ],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('a text that is no good YAML is told so', () => {
  it.each([
    ['language: ja\nlanguage: en', 'd.yaml:2:1 "language" is written twice in one place: remove one of them'],
    ['policy:\n\tscreenAt: 40', 'd.yaml:2:1 a tab is used to indent: use spaces'],
    ['ari: { url: "x', 'd.yaml:1:15 a closing quote or bracket, or a separator, is missing'],
    [
      'office:\n  numbers: [**11]',
      'd.yaml:2:13 a value that begins with a sign such as * & @ % ! ` must be quoted (e.g. "**11")',
    ],
    ['language: ja\n---\nlanguage: en', 'd.yaml:2:1 a second document begins here with `---`: keep one'],
    [
      'policy:\n  screenAt: 40\n rejectAt: 50',
      'd.yaml:3:1 the indentation does not fit the lines around it, or a bracket above is not closed: check spaces and brackets',
    ],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem);
  });
});

describe('a password in the file', () => {
  it.each([
    ['ari: { password: hunter2 }', 'd.yaml:1:8 ari.password', 'DENWABAN_ARI_PASSWORD'],
    ['ari: { url: "http://denwaban:hunter2@pbx:8088" }', 'd.yaml:1:13 ari.url', 'DENWABAN_ARI_PASSWORD'],
    ['cache: { password: hunter2 }', 'd.yaml:1:10 cache.password', 'DENWABAN_REDIS_PASSWORD'],
    ['cache: { url: "redis://:hunter2@cache:6379" }', 'd.yaml:1:15 cache.url', 'DENWABAN_REDIS_PASSWORD'],
    ['password: hunter2', 'd.yaml:1:1 password', 'DENWABAN_ARI_PASSWORD'],
  ])('is refused with the cure, and never repeated: %s', (text, place, variable) => {
    const told = problemsOf(text);
    expect(told).toEqual([
      `${place}: a password does not belong in the file: remove it and set the environment variable ${variable} (or ${variable}_FILE, the name of a file)`,
    ]);
    expect(told.join()).not.toContain('hunter2');
  });
});

it('tells every problem at once, in the order of the file and in the language of the operator', () => {
  const text = lines(
    'langauge: ja',
    'trunks:',
    '  hikari:',
    '    operator: ntt-est',
    '    reach: everywhere',
    '  hikari:',
    '    peers: 192.0.2.1',
    'rules:',
    '  no-such-rule: { mode: on }',
  );
  expect(problemsOf(text, 'ja')).toEqual([
    'd.yaml:1:1 langauge: 「langauge」という設定はありません。「language」のことですか?',
    'd.yaml:6:3 「hikari」が同じ所に2度書かれています。片方を消してください',
    'd.yaml:7:12 trunks.hikari.peers: 「- 」で始まる行の並び、または [a, b]を書いてください',
    'd.yaml:9:3 rules.no-such-rule: 「no-such-rule」という規則はありません',
    'd.yaml:9:25 rules.no-such-rule.mode: enforce / observe / off のどれかを書いてください',
  ]);
});
