import { factsOf } from './shipped';

describe('foreign numbers: the country is decided by the number', () => {
  it.each([
    ['+12125550123', 'US'],
    ['+14165550123', 'CA'],
    ['+18765550123', 'JM'],
    ['+12425550123', 'BS'],
    ['+442079460018', 'GB'],
    ['+441481960018', 'GG'],
    ['+74951234567', 'RU'],
    ['+77012345678', 'KZ'],
    ['+390669812345', 'VA'],
    ['+390612345678', 'IT'],
    ['+821012345678', 'KR'],
    ['+6834002', 'NU'],
    // in the ranges of no country that shares +1
    ['+15550001111', null],
  ])('%s: %s', (e164, country) => {
    expect(factsOf(e164)).toMatchObject({
      kind: 'foreign',
      e164,
      national: null,
      status: null,
      carrier: null,
      country,
    });
  });
});

describe('global services belong to no country, whatever their length', () => {
  it.each([
    ['+80012345678', '800'],
    ['+80812345678', '808'],
    ['+870773111632', '870'],
    ['+878101234567890', '878'],
    ['+881612345678', '881'],
    ['+88213123456', '882'],
    ['+883510012345678', '883'],
    ['+888123456789', '888'],
    ['+979123456789', '979'],
    ['+8001', '800'],
  ])('%s', (e164, callingCode) => {
    expect(factsOf(e164)).toMatchObject({ kind: 'global-service', e164, country: null, callingCode });
  });
});

describe('country codes that do not exist', () => {
  it.each(['+422550110', '+801123456', '+88712345678', '+295123456', '+281234567', '+999123456', '+0335810000'])(
    '%s',
    (e164) => {
      expect(factsOf(e164)).toMatchObject({ kind: 'nonexistent-country', e164, country: null, callingCode: null });
      expect(factsOf(`010${e164.slice(1)}`)).toEqual(factsOf(e164));
    },
  );
});

describe('a length that the country does not have', () => {
  it.each([
    ['+1800335814321', '1', null],
    ['+1415555', '1', null],
    ['+82101', '82', 'KR'],
  ])('%s', (e164, callingCode, country) => {
    expect(factsOf(e164)).toMatchObject({ kind: 'impossible', e164, callingCode, country });
  });
});

it('no number has more than fifteen digits', () => {
  expect(factsOf('+881612345678901')).toMatchObject({ kind: 'global-service', e164: '+881612345678901' });
  expect(factsOf('+8816123456789012')).toMatchObject({ kind: 'impossible', e164: null, callingCode: '881' });
});
