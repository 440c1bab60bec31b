import fc from 'fast-check';
import { assess } from '../../../src/screening/assess';
import { compileContext } from '../../../src/screening/context';
import { openCorpusOffice, readCorpus } from '../../../tools/rules/corpus';
import { evidenceOf, judgeCorpus } from '../../../tools/rules/judge';

/**
 * What RFC 3261 §7.3 leaves free must not matter: however the headers of a call are spelled, it is judged the same.
 * Torture messages already are what this test makes of the others.
 */

const office = openCorpusOffice();
const context = compileContext(office);
const honest = readCorpus().filter(({ name }) => !name.startsWith('9'));
const calls = judgeCorpus(honest, office, context);

/** One header line, its continuation lines included, written in another way. */
type Respelling = (header: string) => string;

const compact: Readonly<Record<string, string>> = { From: 'f', To: 't', 'Call-ID': 'i', Via: 'v', Contact: 'm' };

const respellings: readonly Respelling[] = [
  (header) => header,
  onName((name) => name.toUpperCase()),
  onName((name) => name.toLowerCase()),
  onName((name) => compact[name] ?? name),
  onName((name) => `${name} \t`),
  (header) => header.replace(/: */, ':'),
  (header) => header.replace(/: */, ':\t  '),
  (header) => header.replace(/: */, ':\r\n '),
  (header) => `${header} \t `,
  (header) => `X-Unknown: "From: <sip:0000@x>, ;\r\n${header}`,
  (header) => header.replace(/;tag=/, '\r\n\t ;  tag ='),
];

function onName(change: (name: string) => string): Respelling {
  return (header) => header.replace(/^[^:]+/, change);
}

test('a call is judged the same, however its headers are spelled', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...calls),
      fc.array(fc.constantFrom(...respellings), { minLength: 1, maxLength: 7 }),
      fc.constantFrom('\r\n', '\n'),
      ({ given, assessment }, spellings, end) => {
        const evidence = evidenceOf({ ...given, text: respelled(given.text, spellings, end) }, office);
        expect(evidence && assess(evidence, context)).toEqual(assessment);
      },
    ),
    { numRuns: 1_000 },
  );
});

/** Header lines are spelled in turn by each of the ways given. */
function respelled(text: string, spellings: readonly Respelling[], end: string): string {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const start = head.indexOf('\r\n', head.indexOf('INVITE ', head.lastIndexOf('\n; ')));
  const headers = head.slice(start + 2).split(/\r\n(?![ \t])/);
  const spelled = headers.map((header, at) => spellings[at % spellings.length]?.(header) ?? header);
  const lines = [head.slice(0, start), ...spelled].join('\r\n');
  return [lines, ...body].join('\r\n\r\n').replaceAll('\r\n', end);
}
