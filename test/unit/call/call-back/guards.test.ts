import { type CallBackQuestion, callBackRefusal } from '../../../../src/call/call-back/guards';
import { configSchema } from '../../../../src/config/schema';
import { fingerprintOf } from '../../../../src/screening/fingerprint';
import { type CallWords, call, numbering, numbers, ordinaryOffice } from '../../screening/evidence';

const settings = (more: Partial<CallBackQuestion['settings']> = {}): CallBackQuestion['settings'] => ({
  ...configSchema.parse({ challenge: { callBack: { trunk: 'hikari', callerNumber: '0422-28-9999' } } }).challenge
    .callBack,
  ...more,
});

function refusal(words: CallWords, more: Partial<CallBackQuestion> = {}): string | null {
  const evidence = call(words);
  const { caller, called, memory } = evidence;
  return callBackRefusal({
    caller,
    called,
    fingerprint: fingerprintOf(evidence),
    proof: memory.caller.proof,
    settings: settings(),
    knowledge: ordinaryOffice.knowledge,
    numbering,
    ...more,
  });
}

describe('who may be called back', () => {
  it.each([
    ['a landline', numbers.kddiFixed],
    ['a landline with its country code', '+81422259999'],
    ['a mobile', numbers.docomo],
    ['an IP telephone', numbers.softbank050],
    ['a mobile written +810…', '+8109061609999'],
  ])('%s', (_what, from) => {
    expect(refusal({ from })).toBeNull();
  });
});

describe('who is never called back', () => {
  it.each<[string, CallWords, string]>([
    ['withheld by the caller', { withheld: 'user' }, 'withheld'],
    ['a payphone', { withheld: 'payphone' }, 'withheld'],
    ['no number at hand', { withheld: 'unavailable' }, 'withheld'],
    ['anonymous', { withheld: 'unknown' }, 'withheld'],
    ['a foreign number', { from: '+442079460999' }, 'no-subscriber'],
    ['a foreign number dialled', { from: '010442079460999' }, 'no-subscriber'],
    ['a country that does not exist', { from: '+9990123456789' }, 'no-subscriber'],
    ['a satellite telephone', { from: '+881612345678' }, 'no-subscriber'],
    ['0120', { from: numbers.nttComTollFree }, 'no-subscriber'],
    ['0800', { from: '08001239999' }, 'no-subscriber'],
    ['0570', { from: numbers.navi }, 'no-subscriber'],
    ['0990', { from: '0990509999' }, 'no-subscriber'],
    ['0180', { from: '0180999999' }, 'no-subscriber'],
    ['0170', { from: '0170999999' }, 'no-subscriber'],
    ['0600', { from: '06001239999' }, 'no-subscriber'],
    ['020 machines', { from: '02012349999' }, 'no-subscriber'],
    ['a pager', { from: '02041239999' }, 'no-subscriber'],
    ['091', { from: '0912345' }, 'no-subscriber'],
    ['110', { from: '110' }, 'no-subscriber'],
    ['118', { from: '118' }, 'no-subscriber'],
    ['119', { from: '119' }, 'no-subscriber'],
    ['117, the time', { from: '117' }, 'no-subscriber'],
    ['an extension', { from: '201' }, 'no-subscriber'],
    ['a star code', { from: '*1861' }, 'no-subscriber'],
    ['a carrier code before a number', { from: '00810422259999' }, 'no-subscriber'],
    ['a landline one digit short', { from: numbers.kddiFixed.slice(0, -1) }, 'no-subscriber'],
    ['a mobile one digit long', { from: `${numbers.docomo}9` }, 'no-subscriber'],
    ['a mobile with a hole for a digit', { from: '09001239999' }, 'no-subscriber'],
    ['letters', { from: 'anonymous-caller' }, 'no-subscriber'],
    ['a block nobody has', { from: numbers.unused }, 'unallocated'],
    ['a block nobody can have', { from: numbers.unusable }, 'unallocated'],
    ['our own number', { from: numbers.oursToo }, 'own'],
    ['our fax', { from: numbers.fax }, 'own'],
    ['our number with its country code', { from: '+81422239999' }, 'own'],
    ['the number we call back from', { from: '0422289999' }, 'own'],
    ['the very number that was called', { from: numbers.nttEastOther, to: numbers.nttEastOther }, 'own'],
    ['the police', { from: numbers.musashinoPolice }, 'worth-forging'],
    ['the head of police', { from: numbers.metropolitanPolice }, 'worth-forging'],
    ['a number ending like the police', { from: '09021600110' }, 'worth-forging'],
    ['the bank we protect', { from: numbers.bank }, 'worth-forging'],
    ['past the carrier', { trunk: { peers: ['198.51.100.0/24'] } }, 'past-the-carrier'],
    ['the owner, who said yes', { memory: { caller: { proof: 'verified' } } }, 'proven'],
    ['the owner, who said no', { memory: { caller: { proof: 'spoof' } } }, 'proven'],
  ])('%s', (_what, words, reason) => {
    expect(refusal(words)).toBe(reason);
  });

  it.each<[string, CallBackQuestion['settings']]>([
    ['without a trunk', settings({ trunk: null })],
    ['without a number of ours to show', settings({ callerNumber: null })],
  ])('anybody, %s', (_what, off) => {
    expect(refusal({}, { settings: off })).toBe('off');
  });

  it('a kind that the office left out', () => {
    const fixedOnly = settings({ kinds: ['fixed'] });
    expect(refusal({ from: numbers.docomo }, { settings: fixedOnly })).toBe('no-subscriber');
    expect(refusal({ from: numbers.softbank050 }, { settings: fixedOnly })).toBe('no-subscriber');
    expect(refusal({ from: numbers.kddiFixed }, { settings: fixedOnly })).toBeNull();
  });
});
