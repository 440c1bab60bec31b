import { printable } from '../../../src/text/printable';

describe('text from outside, made harmless for a terminal', () => {
  it.each([
    ['電話番 03-1234-5678 "Bank" é', '電話番 03-1234-5678 "Bank" é'],
    ['\u001b[2J', '\ufffd[2J'],
    ['a\r\nb', 'a\ufffd\ufffdb'],
    ['\u202eknaB', '\ufffdknaB'],
    ['a\u2028b', 'a\ufffdb'],
  ])('%j → %j', (text, harmless) => {
    expect(printable(text)).toBe(harmless);
  });
});
