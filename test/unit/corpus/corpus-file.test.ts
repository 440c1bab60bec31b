import { readCorpusFile } from '../../../tools/rules/corpus-file';

const frontMatter = [
  '; situation: 消防署からのかけ直し。 Fire control',
  ';   calls back.',
  '; trunk: hikari',
  '; at: 2026-10-05T10:30:00+09:00',
  '; peer: 192.0.2.1:5060',
  '; shaken: success:A',
  '; memory: {"office":{"emergencyDialled":"119"}}',
  '; verdict: allow',
  '; leading: emergency-call-back',
  '; fires: withheld-by-user, outside-hours',
  '; quiet: disaster-mode (nobody switched it on), impossible-number (no number, no shape)',
];
const invite = 'INVITE sip:3@192.0.2.1 SIP/2.0\r\nf: <sip:a@x.example>\r\n; no: front matter\r\n\r\n';
const read = (lines: readonly string[], end = '\r\n') => readCorpusFile('001-x', lines.join(end) + end + invite);
const changed = (from: string, to: string) => () => read(frontMatter.map((line) => line.replace(from, to)));

test.each(['\r\n', '\n'])('a front matter says all there is to say of a call, with %j between its lines', (end) => {
  expect(read(frontMatter, end)).toEqual({
    name: '001-x',
    text: expect.stringContaining('INVITE sip:3@'),
    situation: '消防署からのかけ直し。 Fire control calls back.',
    trunk: 'hikari',
    at: '2026-10-05T10:30:00+09:00',
    peer: '192.0.2.1:5060',
    shaken: 'success:A',
    memory: '{"office":{"emergencyDialled":"119"}}',
    verdict: 'allow',
    leading: 'emergency-call-back',
    fires: ['withheld-by-user', 'outside-hours'],
    quiet: new Map([
      ['disaster-mode', 'nobody switched it on'],
      ['impossible-number', 'no number, no shape'],
    ]),
  });
});

test('most of it may be left out', () => {
  const least = frontMatter.filter((line) => /^; (situation|trunk|at|verdict|leading):/.test(line));
  expect(read(least.map((line) => line.replace('emergency-call-back', '-')))).toMatchObject({
    ...{ peer: null, shaken: null, memory: null, leading: null, fires: [] },
    quiet: new Map(),
  });
});

test.each<[string, () => unknown]>([
  ['a key that is missing', changed('; trunk: hikari', ';   hikari')],
  ['a key that is unknown', changed('; trunk:', '; line:')],
  ['a key that is there twice', changed('; peer:', '; at:')],
  ['a line that is none', changed(';   calls back.', '; calls back.')],
  ['a verdict that is none', changed('allow', 'permit')],
  ['a time that is none', changed('2026-10-05', 'yesterday')],
  ['a silence without its reason', changed(' (nobody switched it on)', '')],
])('%s is told with the name of the file', (_, reading) => {
  expect(reading).toThrow(/^001-x: /);
});
