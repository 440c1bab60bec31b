import { backoffMs } from '../../../src/pbx/asterisk/backoff';

it.each([
  [1, 50, 100],
  [2, 100, 200],
  [3, 200, 400],
  [6, 1_600, 3_200],
  [7, 2_500, 5_000],
  [1_000_000, 2_500, 5_000],
])('after %d failures it waits between %d and %d ms', (failures, least, most) => {
  expect(backoffMs(failures, 0)).toBe(least);
  expect(backoffMs(failures, 1)).toBe(most);
});
