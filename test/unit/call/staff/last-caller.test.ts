import { LastCaller } from '../../../../src/call/staff/last-caller';
import { numbers } from '../../screening/evidence';
import { judged } from '../judgement';

const hour = 3_600_000;
let now: number;
let last: LastCaller;

beforeEach(() => {
  now = 1_000_000_000;
  last = new LastCaller(() => now);
});

const from = (number: string) => judged({ from: number });
const lastNumber = () => last.get()?.number?.input ?? null;

it('is nobody before anybody called', () => {
  expect(last.get()).toBeNull();
});

it('is who went on to the office, until it talks to somebody', () => {
  last.handedOver('a', from(numbers.docomo));
  expect(lastNumber()).toBe(numbers.docomo);
  last.ended('a', false);
  expect(lastNumber()).toBe(numbers.docomo);
});

it('is whom the office talked to last, not who called in vain since', () => {
  last.handedOver('a', from(numbers.docomo));
  last.handedOver('b', from(numbers.kddiMobile));
  last.ended('b', true);
  last.ended('a', false);
  last.handedOver('c', from(numbers.kddiFixed));
  last.ended('c', false);
  expect(lastNumber()).toBe(numbers.kddiMobile);
  last.handedOver('d', from(numbers.nttEast));
  last.ended('d', true);
  expect(lastNumber()).toBe(numbers.nttEast);
});

it('is who was called back and talks', () => {
  last.talks(from(numbers.docomo));
  expect(lastNumber()).toBe(numbers.docomo);
});

it('is somebody without a number where that caller was the last: not the one before', () => {
  last.handedOver('a', from(numbers.docomo));
  last.ended('a', true);
  last.handedOver('b', judged({ withheld: 'user' }));
  last.ended('b', true);
  expect(last.get()).toEqual({ number: null, callerId: null });
});

it('is forgotten after a day', () => {
  last.handedOver('a', from(numbers.docomo));
  last.ended('a', true);
  now += 23 * hour;
  last.handedOver('b', from(numbers.kddiMobile));
  expect(lastNumber()).toBe(numbers.docomo);
  now += hour;
  expect(lastNumber()).toBe(numbers.kddiMobile);
  now += 24 * hour;
  expect(last.get()).toBeNull();
});

it('pays no heed to ends of calls it never heard of, and to each end once', () => {
  last.ended('x', true);
  expect(last.get()).toBeNull();
  last.handedOver('a', from(numbers.docomo));
  last.ended('a', true);
  last.handedOver('b', from(numbers.kddiMobile));
  last.ended('b', true);
  last.ended('a', true);
  expect(lastNumber()).toBe(numbers.kddiMobile);
});

it('follows a thousand calls at a time', () => {
  for (let index = 0; index <= 1_000; index += 1) last.handedOver(`call-${index}`, from(numbers.docomo));
  last.ended('call-0', true);
  last.handedOver('z', from(numbers.kddiMobile));
  expect(lastNumber()).toBe(numbers.kddiMobile);
});
