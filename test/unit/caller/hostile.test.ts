import fc from 'fast-check';
import { readDialplanEvidence } from '../../../src/caller/dialplan-evidence';
import { identify } from '../../../src/caller/identify';
import { inviteFromMessage } from '../../../src/caller/sip-message';
import { DenwabanError } from '../../../src/errors';
import { inviteWith, numbering, trusted } from './fixtures';

const identityHeaders = [
  'From',
  'To',
  'P-Asserted-Identity',
  'Remote-Party-ID',
  'P-Called-Party-ID',
  'Privacy',
  'Diversion',
  'History-Info',
  'P-Charging-Vector',
  'Identity',
] as const;

/** Text out of the pieces that the parsers look for, so that the cases get past the first check. */
const sipLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '<',
        '>',
        ',',
        ';',
        '=',
        '@',
        ':',
        '?',
        '&',
        '%',
        '%2',
        '%00',
        '[',
        ']',
        ' ',
        '\t',
        '\0',
      ),
      fc.constantFrom(
        'sip:',
        'tel:',
        'index',
        '1.1',
        'cause=302',
        'privacy=full',
        'verstat',
        'cpc',
        'anonymous',
        '__proto__',
      ),
      fc.constantFrom('0312340000', '+81', '０３', '田', '\ud800', 'eyJ', '.'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('no bytes can make this room throw', () => {
  test('in any header', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...identityHeaders), sipLike), { maxLength: 12 }), (headers) => {
        const invite = inviteWith(...headers.map(([name, value]) => `${name}: ${value}`));
        expect(identify(invite, trusted, numbering).caller).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('in any argument of the dialplan', () => {
    const encoded = fc.oneof(
      sipLike,
      sipLike.map((text) => Buffer.from(text).toString('base64')),
      fc.base64String(),
    );
    const key = fc.oneof(
      fc.constantFrom('from', 'pai', 'hist', 'peer', 'shaken', 'cid', 'pres', 'exten', 'ruri'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.tuple(key, encoded).map((pair) => pair.join('=')),
          ),
        ),
        (args) => {
          const { invite } = readDialplanEvidence(args);
          expect(identify(invite, trusted, numbering).caller).toBeDefined();
        },
      ),
    );
  });

  test('in any message, but for the one error that it is no INVITE', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          sipLike,
          fc.string({ unit: 'binary' }),
          sipLike.map((text) => `From:${text}\n\n`),
        ),
        (text) => {
          try {
            identify(inviteFromMessage(text), trusted, numbering);
          } catch (error) {
            expect(error).toBeInstanceOf(DenwabanError);
          }
        },
      ),
    );
  });
});

/** 64 KB is the largest message PJSIP takes by default. */
const size = 65_536;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

describe('time grows no faster than the message', () => {
  const attacks: readonly (readonly [string, string])[] = [
    ['quotes', fill('"')],
    ['escaped quotes', `"${fill('\\"')}`],
    ['a quote never closed', `"${fill('a')}`],
    ['opening brackets', fill('<')],
    ['closing brackets', fill('>')],
    ['commas', fill(',')],
    ['semicolons', fill(';')],
    ['parameters', fill(';a=b')],
    [
      'different parameters',
      Array.from({ length: 8_000 }, (_, n) => `;p${n}=1`)
        .join('')
        .slice(0, size),
    ],
    ['blanks', `<sip:${fill(' ')}x`],
    ['tabs', `a${fill('\t')}b`],
    ['digits', `<sip:${fill('9')}@x>`],
    ['separators', `<sip:0${fill('- ')}x@x>`],
    ['percent signs', `<sip:${fill('%')}@x>`],
    ['escapes', `<sip:${fill('%41')}@x>`],
    ['escapes of no UTF-8', `<sip:${fill('%ff')}@x>`],
    ['at signs', fill('@')],
    ['colons', `<sip:a@${fill(':')}>`],
    ['question marks', `<sip:a@x?${fill('?&=')}>`],
    ['addresses', fill('<sip:0312340000@x>,')],
    ['small addresses', fill('<tel:1>,')],
    ['history entries', fill('<sip:1@x;cause=302>;index=1.1,')],
    ['a deep index', `<sip:1@x>;index=${fill('1.')}`],
    ['Privacy tokens', fill('id;')],
    ['a PASSporT', `a.${fill('e')}.c`],
    ['nested JSON', `a.${Buffer.from(fill('[')).toString('base64url').slice(0, size)}.c`],
    ['full-width digits', `"${fill('０')}" <sip:anonymous@x>`],
  ];

  test.each(attacks)('%s', (_what, value) => {
    for (const header of identityHeaders) {
      const lines = ['From: <sip:0312340000@x>', `${header}: ${value}`, 'Privacy: id'];
      expect(fastest(() => identify(inviteWith(...lines), trusted, numbering))).toBeLessThan(limitMs);
      if (header !== 'From') continue;
      expect(fastest(() => identify(inviteWith(lines[1] ?? ''), trusted, numbering))).toBeLessThan(limitMs);
    }
  });

  test('many header lines, many folds', () => {
    expect(fastest(() => inviteWith('From: <sip:a@x>', fill('P-Asserted-Identity: <tel:1>\r\n')))).toBeLessThan(
      limitMs,
    );
    expect(fastest(() => inviteWith(`From: <sip:a@x>${fill('\r\n ')}`))).toBeLessThan(limitMs);
    expect(fastest(() => inviteFromMessage(`From: <sip:a@x>\n${fill('INVITE  SIP/2.0 ')}`))).toBeLessThan(limitMs);
  });

  test('a megabyte overflows no stack', () => {
    for (const piece of ['<tel:1>,', '9', '"', ';a=1', '(']) {
      const invite = inviteWith(`From: <sip:a@x>`, `P-Asserted-Identity: ${piece.repeat(1_000_000)}`);
      expect(identify(invite, trusted, numbering).caller).toBeDefined();
    }
    expect(readDialplanEvidence(['1', `from=${'QUFB'.repeat(1_000_000)}`]).damaged).toEqual([]);
  });
});

/** The best of several runs: what the work costs, not what a busy machine adds. A quadratic parser takes seconds here. */
const limitMs = 50;
function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8 && best >= limitMs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
