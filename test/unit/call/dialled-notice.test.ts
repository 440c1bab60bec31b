import { readDialledNotice } from '../../../src/call/dialled-notice';

describe('a notice that the office dials', () => {
  it.each(['110', '0312345678', '+81312345678', '1860312345678', '*67', '#7'])('%s', (number) => {
    expect(readDialledNotice(['dialled', number])).toBe(number);
  });

  it.each([
    ['a caller', ['1', 'trunk=hikari', 'exten=0312345678']],
    ['a call that is over', ['ended', 'Ring', 'Up', 'ANSWER']],
    ['a notice without a number', ['dialled']],
    ['a notice of an empty number', ['dialled', '']],
    ['a notice of something else than a number', ['dialled', 'alice']],
    ['nothing', []],
  ])('is not: %s', (_what, args) => {
    expect(readDialledNotice(args)).toBeNull();
  });
});
