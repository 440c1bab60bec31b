import fc from 'fast-check';
import { readNamed } from '../../../../src/screening/lists/notation';
import { subjectText } from '../../../../src/screening/lists/subject';
import { anyNumber } from '../arbitrary';
import { numbering } from '../evidence';

const read = (text: string) => readNamed(text, numbering);

describe('what an entry is about', () => {
  test.each([
    ['03-1234-5678', { number: '+81312345678' }],
    ['0312345678', { number: '+81312345678' }],
    ['+81 3 1234 5678', { number: '+81312345678' }],
    ['+81(0)3-1234-5678', { number: '+81312345678' }],
    ['０３－１２３４－５６７８', { number: '+81312345678' }],
    ['tel:+81-3-1234-5678;ext=9', { number: '+81312345678' }],
    ['number:03-1234-5678', { number: '+81312345678' }],
    ['+44 20 7946 0018', { number: '+442079460018' }],
    ['110', { number: '110' }],
    ['**11', { number: '**11' }],
    ['number:*30*', { number: '*30*' }],
    ['1000', { number: '1000' }],
    ['81312345', { number: '81312345' }],
    ['+44*', { prefix: '+44' }],
    ['01044*', { prefix: '+44' }],
    ['03*', { prefix: '+813' }],
    ['０３＊', { prefix: '+813' }],
    ['0422-20*', { prefix: '+8142220' }],
    ['prefix:0990', { prefix: '+81990' }],
    ['prefix:0990*', { prefix: '+81990' }],
    ['carrier:ips', { carrier: 'ips' }],
    ['Carrier: ips', { carrier: 'ips' }],
    ['kind:050', { kind: '050' }],
    ['kind:global-service', { kind: 'global-service' }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'no telephone number'],
    ['anonymous', 'no telephone number'],
    ['03-1234-5678 x12', 'no telephone number'],
    ['+', 'no telephone number'],
    ['9'.repeat(33), 'no telephone number'],
    ['*', 'no beginning of a number'],
    ['prefix:', 'no beginning of a number'],
    ['bank*', 'no beginning of a number'],
    ['03*5', 'a * can stand at the end only'],
    ['+81 3 12** 5678', 'a * can stand at the end only'],
    ['carrier:ipss', 'did you mean "ips"?'],
    ['carrier:', 'there is no carrier'],
    ['kind:mobil', 'did you mean "mobile"?'],
    ['kind:special', 'must be one of fixed'],
  ])('is not %j', (text, flaw) => {
    expect(read(text)).toMatchObject({ ok: false, flaw: { en: expect.stringContaining(flaw) } });
  });

  test('no text is too odd to be answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof read(text).ok === 'boolean'));
  });

  test('is read as it was written', () => {
    const anything = fc.oneof(
      anyNumber,
      anyNumber.map((number) => `number:${number}`),
      anyNumber.map((number) => `${number}*`),
      fc.constantFrom('carrier:ips', 'kind:050'),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const first = read(text);
        fc.pre(first.ok);
        expect(read(subjectText(first.value, numbering))).toEqual(first);
      }),
    );
  });
});
