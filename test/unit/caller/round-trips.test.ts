import fc from 'fast-check';
import { readOrigIoi } from '../../../src/caller/charging-vector';
import { readDialplanEvidence } from '../../../src/caller/dialplan-evidence';
import { readDiversion } from '../../../src/caller/diversion';
import { readHistoryInfo } from '../../../src/caller/history-info';
import { identify } from '../../../src/caller/identify';
import { parseParams } from '../../../src/caller/params';
import { readPrivacy } from '../../../src/caller/privacy';
import { inviteFromMessage } from '../../../src/caller/sip-message';
import { inviteWith, numbering, trusted } from './fixtures';

/** Whatever a correct writer writes is read back as it was meant: by RFC 3261 §25.1 and the grammars built on it. */

const token = fc.stringMatching(/^[A-Za-z0-9.!*_+~-]{1,12}$/);
const words = fc.string({ unit: fc.constantFrom(...'aZ09 ,;=<>@:?&"\\\'田'), maxLength: 12 });
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const blanks = fc.constantFrom('', ' ', '\t', '\r\n ', ' \r\n\t');
const national = fc.stringMatching(/^0[346][1-9][0-9]{7}$/);
const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.example$/);

test('parameters, quoted or not, whatever blanks and folds stand between them', () => {
  const param = fc.tuple(token, fc.oneof(token, words.map(quoted), fc.constant(null)), blanks);
  fc.assert(
    fc.property(fc.uniqueArray(param, { selector: ([name]) => name.toLowerCase() }), (params) => {
      const text = params.map(([name, value, gap]) => `;${gap}${name}${value === null ? '' : `${gap}=${gap}${value}`}`);
      const meant = params.map(([name, value]) => [name.toLowerCase(), meaningOf(value)]);
      expect([...parseParams(text.join('').replace(/\r\n/g, ''))]).toEqual(meant);
    }),
  );
});

/** What a parameter's value says; a name without value has the empty one. */
function meaningOf(value: string | null): string {
  if (value === null) return '';
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

test('header lines, in any order, case and form, folded or not', () => {
  const name = fc.constantFrom('From', 'f', 'TO', 't', 'Call-ID', 'i', 'P-Charging-Vector', 'Privacy', 'X-Other');
  const value = fc.array(token, { minLength: 1, maxLength: 4 });
  const end = fc.constantFrom('\r\n', '\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value, fc.constantFrom(' ', '\r\n ', '\r\n\t'))), end, (headers, eol) => {
      const lines = headers.map(([key, parts, gap]) => `${key}:${gap}${parts.join(gap)}`);
      const text = ['INVITE sip:3@x.example SIP/2.0', 'From: first', ...lines, '', 'From: body'].join('\r\n');
      const invite = inviteFromMessage(text.replaceAll('\r\n', eol));
      const long = { f: 'from', t: 'to', i: 'call-id' } as const;
      const meant = new Map([['from', ['first']]]);
      for (const [key, parts] of headers) {
        const lower = key.toLowerCase();
        const known = Object.hasOwn(long, lower) ? long[lower as keyof typeof long] : lower;
        meant.set(known, [...(meant.get(known) ?? []), parts.join(' ')]);
      }
      for (const [known, values] of meant) expect(invite.header(known)).toEqual(values);
    }),
  );
});

test('a list of assertions, over lines and commas', () => {
  const value = fc
    .tuple(words, national, host)
    .map(([name, user, at]) => `${quoted(name)} <sip:${user}@${at};x="a,b">`);
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (lines) => {
      const invite = inviteWith(...lines.map((values) => `P-Asserted-Identity: ${values.join(' ,\r\n ')}`));
      expect(invite.header('p-asserted-identity')).toEqual(lines.flat());
    }),
  );
});

test('the words of Privacy', () => {
  const word = fc.constantFrom('id', 'user', 'header', 'session', 'history', 'none', 'critical');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.constantFrom(';', '; ', ',', ' '), (tokens, between) => {
      expect(readPrivacy(inviteWith(`Privacy: ${tokens.join(between)}`))).toEqual(tokens);
    }),
  );
});

test('the operator of P-Charging-Vector, wherever it stands', () => {
  fc.assert(
    fc.property(host, fc.array(token, { maxLength: 3 }), fc.boolean(), (ioi, others, first) => {
      const rest = others.map((value, index) => `p${index}=${value}`);
      const params = first ? [`orig-ioi=${ioi}`, ...rest] : [...rest, `orig-ioi=${quoted(ioi.toUpperCase())}`];
      expect(readOrigIoi(inviteWith(`P-Charging-Vector: icid-value=1;${params.join(';')}`))).toBe(ioi);
    }),
  );
});

test('who forwarded a call, and whether he hides', () => {
  const reason = fc.constantFrom('unconditional', 'user-busy', 'no-answer');
  fc.assert(
    fc.property(national, host, reason, fc.boolean(), (by, at, why, hides) => {
      const hidden = hides ? ';privacy=full' : '';
      const diversion = inviteWith(`Diversion: "x, y" <sip:${by}@${at}>;reason=${why}${hidden}, <sip:0@x>`);
      expect(readDiversion(diversion)).toEqual({ by: hides ? null : by });
      const entry = `<sip:${by}@${at}${hides ? '?Privacy=history' : ''}>;index=1`;
      const history = inviteWith(`History-Info: ${entry}, <sip:3@x.example;cause=302>;index=1.1;mp=1`);
      expect(readHistoryInfo(history, [])).toEqual({ by: hides ? null : by });
    }),
  );
});

test('every form of a number is the one number', () => {
  const forms: readonly ((number: string) => string)[] = [
    (number) => `<sip:${number}@x.example>`,
    (number) => `<tel:${number.slice(0, 2)}-${number.slice(2, 6)}-${number.slice(6)}>`,
    (number) => `sip:+81${number.slice(1)}@x.example;tag=1`,
    (number) => `<sip:+810${number.slice(1)}@x.example>`,
    (number) => `<sip:%2B81${number.slice(1)}@x.example;user=phone>`,
    (number) => `<tel:${number.slice(1)};phone-context=+81>`,
    (number) =>
      `"${number.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)))}" <sip:gw@x.example>`,
    (number) => `<sip:${number};isub=12@x.example>`,
    (number) => `<sip:01081${number.slice(1)}@x.example>`,
  ];
  fc.assert(
    fc.property(national, fc.constantFrom(...forms), (number, form) => {
      const { caller } = identify(inviteWith(`From: ${form(number)}`), trusted, numbering);
      expect([caller.presentation, caller.number?.e164]).toEqual(['presented', `+81${number.slice(1)}`]);
    }),
  );
});

describe('the evidence of the dialplan', () => {
  const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  // Values arrive trimmed and unfolded; a lone surrogate is no text that UTF-8 can carry.
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => value.trim() === value);
  const single = fc.constantFrom(
    ['callid', 'call-id'],
    ['from', 'from'],
    ['to', 'to'],
    ['pcpid', 'p-called-party-id'],
    ['pcv', 'p-charging-vector'],
  );

  test('gives back the text of every header that the dialplan read', () => {
    fc.assert(
      fc.property(
        single,
        text.filter((value) => !/[\r\n]/.test(value)),
        ([key = '', name = ''], value) => {
          const { invite, damaged } = readDialplanEvidence(['1', `${key}=${encode(value)}`]);
          expect(damaged).toEqual([]);
          expect(invite.header(name)).toEqual([value]);
        },
      ),
    );
  });

  test('and what the exchange itself knows', () => {
    const word = fc.stringMatching(/^[a-z_]{1,20}$/);
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.constantFrom('A', 'B', 'C', null),
        fc.ipV4(),
        (trunk, exten, result, level, ip) => {
          const items = [
            `trunk=${trunk}`,
            `exten=${exten}`,
            `next=${exten}`,
            `shaken=${result}:${level ?? ''}`,
            `peer=${ip}:5060`,
          ];
          const { invite, ...told } = readDialplanEvidence(['1', ...items]);
          expect(told).toEqual({ trunk, extension: exten, next: exten, damaged: [] });
          expect(invite).toMatchObject({ peerAddress: ip, shaken: { result, attestation: level } });
        },
      ),
    );
  });
});
