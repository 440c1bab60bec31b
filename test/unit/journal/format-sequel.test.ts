import { formatSequel } from '../../../src/journal/format-sequel';
import { decision, sequel } from './decisions';

const at = new Date(2026, 3, 1, 10, 0, 5).toISOString();

describe('what came of a call, in one line', () => {
  it('of a decision that was shown', () => {
    expect(formatSequel(sequel({ at }), decision(), 'en', false)).toBe(
      '2026-04-01 10:00:05  →  06****9999 (fixed)  name kept (2 s) → taken by staff\n',
    );
    expect(formatSequel(sequel({ at }), decision(), 'ja', false)).toBe(
      '2026-04-01 10:00:05  →  06****9999 (固定電話)  名乗りあり (2 秒) → 応対した\n',
    );
  });

  it('of one that was not', () => {
    expect(formatSequel(sequel({ at, name: null }), null, 'en', false)).toBe(
      '2026-04-01 10:00:05  →  taken by staff\n',
    );
  });
});
