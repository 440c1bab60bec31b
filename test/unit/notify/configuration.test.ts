import { parseConfig } from '../../../src/config/parse';
import { listProblems } from '../../../src/config/problem';
import { knownNames } from '../config/known-names';

function problemsOf(text: string): string[] {
  const parsed = parseConfig(text, knownNames);
  return parsed.ok ? [] : listProblems('d.yaml', parsed.problems).en.split('\n');
}

const smtp = 'smtp: { host: mail.example.jp, from: denwaban@example.jp }';

it('sends nothing unless it is told to', () => {
  expect(parseConfig('', knownNames)).toMatchObject({ ok: true, config: { notices: { smtp: null, send: {} } } });
});

it('needs no more than a server and an address, and is careful with numbers', () => {
  const text = `notices: { ${smtp}, send: { office: { mail: [office@example.jp] } } }`;
  expect(parseConfig(text, knownNames)).toMatchObject({
    ok: true,
    config: {
      notices: {
        smtp: { security: 'starttls', port: null, user: null },
        send: {
          office: {
            when: { verdicts: ['reject'], events: ['message', 'proven-spoof'] },
            delivery: 'at-once',
            numbers: 'masked',
            attach: false,
            language: null,
            lookUp: null,
          },
        },
      },
    },
  });
});

const hook = (more: string) => `notices: { send: { crm: { webhook: "https://example.jp/h"${more} } } }`;

it.each([
  hook(''),
  hook(', delivery: "daily 18:00"'),
  hook(', delivery: every 60m'),
  hook(', lookUp: "https://example.jp/?q={number}"'),
  `notices: { smtp: { host: 127.0.0.1, user: denwaban, security: none, from: a@example.jp } }`,
])('takes %s', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

it.each([
  [hook(', delivery: daily'), 'notices.send.crm.delivery: must be at-once, daily 18:00'],
  [hook(', delivery: "daily 24:00"'), 'notices.send.crm.delivery: must be at-once, daily 18:00'],
  [hook(', delivery: every 0m'), 'notices.send.crm.delivery: must be at-once, daily 18:00'],
  [
    hook(', mail: [a@example.jp]').replace('{', `{ ${smtp},`),
    'notices.send.crm: needs exactly one of mail (addresses) and webhook (a URL)',
  ],
  ['notices: { send: { crm: {} } }', 'notices.send.crm: needs exactly one of mail (addresses) and webhook (a URL)'],
  [
    hook(', lookUp: "https://example.jp/"'),
    'notices.send.crm.lookUp: must be a URL with http:// or https:// and {number}',
  ],
  [
    hook(', lookUp: "javascript:{number}"'),
    'notices.send.crm.lookUp: must be a URL with http:// or https:// and {number}',
  ],
  [
    hook(', when: { events: [mesage] }'),
    'must be one of message, proven-spoof, failed-open, staff; did you mean "message"?',
  ],
  ['notices: { send: { crm: { webhook: "ftp://example.jp" } } }', 'must be a URL with http:// or https://'],
  ['notices: { send: { crm: { webhook: "https://u:p@example.jp" } } }', 'cannot hold a user and a password'],
  ['notices: { send: { Büro: { webhook: "https://example.jp" } } }', 'the name of a notice must be at most 40'],
  ['notices: { send: { office: { mail: [a@example.jp] } } }', 'notices.send.office.mail: needs a mail server'],
  [`notices: { ${smtp}, send: { office: { mail: ["a@example.jp, b@example.jp"] } } }`, 'must be one bare mail address'],
  [
    `notices: { ${smtp}, send: { office: { mail: ["a@example.jp\\nBcc: b@example.jp"] } } }`,
    'must be one bare mail address',
  ],
  ['notices: { smtp: { from: a@example.jp } }', 'notices.smtp.host: is missing'],
  [
    'notices: { smtp: { host: mail.example.jp, user: u, security: none, from: a@example.jp } }',
    'notices.smtp.security: must be starttls or tls where a user is set',
  ],
])('refuses %s', (text, told) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(told);
});
