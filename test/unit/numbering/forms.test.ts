import type { NumberForm } from '../../../src/numbering/number-info';
import { factsOf, numbering } from './shipped';

describe('one Japanese number in every form has the same facts, and its form is kept as evidence', () => {
  it.each<[form: NumberForm, input: string]>([
    ['national', '0335810000'],
    ['plus', '+81335810000'],
    ['plus-trunk-zero', '+810335810000'],
    ['bare', '81335810000'],
    ['bare', '810335810000'],
    ['dialled-international', '01081335810000'],
    ['dialled-international', '0081335810000'],
    // written for people
    ['national', '03-3581-0000'],
    ['national', '03(3581)0000'],
    ['national', ' 03 3581 0000 '],
    ['national', '03.3581.0000'],
    ['national', '０３－３５８１－００００'],
    ['national', '03ー3581ー0000'],
    ['national', '03\u20113581\u20110000'],
    ['national', '\u202d03-3581-0000\u202c'],
    ['plus', '+81 3-3581-0000'],
    ['plus', '＋８１３３５８１００００'],
    ['plus-trunk-zero', '+81 (0)3-3581-0000'],
    // the user part of a SIP URI
    ['plus', '%2b81335810000'],
    ['plus', '%2B81-3-3581-0000'],
    ['national', '0335810000;isub=1234'],
    ['plus', '+81335810000;isub=1234;user=phone'],
    ['national', '0335810000;phone-context=ntt-west.ne.jp'],
    ['national', '0335810000;phone-context=+81'],
    ['plus', '335810000;phone-context=+81'],
    ['plus', '335810000;isub=7;phone-context=%2B81'],
    ['bare', '81335810000;phone-context=+81'],
    ['plus', '+81335810000;phone-context=+1'],
    // whole URIs
    ['plus', 'tel:+81-3-3581-0000'],
    ['national', 'tel:0335810000;phone-context=+81'],
    ['national', 'sip:0335810000@example.com'],
    ['plus', 'sips:+81335810000;isub=1@example.com;user=phone'],
  ])('%s: %s', (form, input) => {
    expect(numbering.lookUp(input)).toEqual({
      input,
      form,
      e164: '+81335810000',
      national: '0335810000',
      kind: 'fixed',
      areaCode: '03',
      status: 'in-use',
      carrier: { id: 'ntt-east', name: '東日本電信電話株式会社' },
      country: 'JP',
      callingCode: '81',
    });
  });
});

describe('a foreign number in every form', () => {
  it.each<[form: NumberForm, input: string]>([
    ['plus', '+442079460018'],
    ['plus', '+44 (0)20 7946 0018'],
    ['plus', '2079460018;phone-context=+44'],
    ['bare', '442079460018'],
    ['dialled-international', '010442079460018'],
    ['dialled-international', '00442079460018'],
  ])('%s: %s', (form, input) => {
    expect(numbering.lookUp(input)).toMatchObject({
      input,
      form,
      e164: '+442079460018',
      kind: 'foreign',
      country: 'GB',
    });
  });
});

describe('two zeros mean the foreign number that follows, or else the access code of a carrier', () => {
  it.each([
    ['0044 20 7946 0018', 'foreign', null],
    ['0044 20', 'carrier-access', 'ooedo-telecom'],
    ['0081 3 3581 0000', 'fixed', 'ntt-east'],
    ['0081 3 3581', 'carrier-access', 'rakuten-mobile'],
    ['0081 03 3581 0000', 'carrier-access', 'rakuten-mobile'],
    ['0033', 'carrier-access', 'ntt-com'],
    ['00330312345678', 'carrier-access', 'ntt-com'],
    ['0091300312345678', 'carrier-access', 'ntt-docomo'],
    ['001', 'carrier-access', 'kddi'],
    ['0099', 'carrier-access', null],
    ['00', 'carrier-access', null],
  ])('%s: %s', (input, kind, carrier) => {
    const info = numbering.lookUp(input);
    expect([info.kind, info.carrier?.id ?? null]).toEqual([kind, carrier]);
  });
});

describe('what is no number at all', () => {
  it.each<[why: string, input: string, form: NumberForm]>([
    ['empty', '', 'other'],
    ['a word', 'anonymous', 'other'],
    ['letters in it', '03-3581-ABCD', 'other'],
    ['a plus in the middle', '03+35810000', 'other'],
    ['two plus signs', '++81335810000', 'other'],
    ['a plus before a star', '+*11', 'other'],
    ['digits of other scripts', '٠٣٣٥٨١٠٠٠٠', 'other'],
    ['a national number without its zero', '335810000', 'other'],
    ['digits that begin no country', '2135810000', 'other'],
    ['the international prefix alone', '010', 'dialled-international'],
    ['a plus and one digit', '+8', 'plus'],
    ['more than the 15 digits of E.164', '+4420794600181234', 'plus'],
  ])('%s: %s', (_why, input, form) => {
    expect(numbering.lookUp(input)).toMatchObject({ input, form, kind: 'impossible', national: null, country: null });
  });
});

describe('what imitates a number of a country keeps that country', () => {
  it.each([
    ['+8131234567', '+8131234567', 'JP'],
    ['+81', '+81', 'JP'],
    ['+813358100001234567', null, 'JP'],
    ['+8100335810000', '+8100335810000', 'JP'],
    ['0335810', null, 'JP'],
    ['03358100001', null, 'JP'],
    ['+49 1', '+491', null],
  ])('%s', (input, e164, country) => {
    expect(factsOf(input)).toMatchObject({ kind: 'impossible', e164, national: null, country });
  });
});

describe('short codes never leave the office or the exchange', () => {
  it.each<[input: string, kind: string]>([
    ['3', 'internal'],
    ['201', 'internal'],
    ['2001', 'internal'],
    ['12345678', 'internal'],
    ['**11', 'internal'],
    ['*67', 'internal'],
    ['#7119', 'internal'],
    ['%2A%2A11', 'internal'],
    ['3;phone-context=+81', 'internal'],
    ['110', 'special'],
    ['110;phone-context=+81', 'special'],
    ['199', 'special'],
  ])('%s: %s', (input, kind) => {
    expect(numbering.lookUp(input)).toMatchObject({ form: 'short', kind, e164: null });
  });
});
