import { formatStaffAction } from '../../../src/journal/format-staff-action';
import { type StaffAction, staffActionResults, staffActions } from '../../../src/journal/sequel';
import { staffAction } from './decisions';

const at = new Date(2026, 3, 1, 10, 0, 5).toISOString();
const until = new Date(2026, 6, 1, 9, 0, 0).toISOString();
const nobody = { masked: null, callerId: null };

describe('an act of staff in one line', () => {
  it.each<[Partial<StaffAction>, string, string]>([
    [
      { until },
      '電話機 201  06****9999  拒否リストに載せた  2026-07-01 09:00 まで',
      'telephone 201  06****9999  put on the deny list  until 2026-07-01 09:00',
    ],
    [
      { action: 'remove-last', until: null, by: 'office' },
      '取り次いだ電話機  06****9999  リストから外した',
      'the telephone that was rung  06****9999  removed from the lists',
    ],
    [
      { ...nobody, action: 'disaster-off', until: null },
      '電話機 201  災害モードを終えた',
      'telephone 201  disaster mode switched off',
    ],
    [
      { ...nobody, result: 'no-last-caller', until: null },
      '電話機 201  拒否リストに載せた: 対象の電話がなく、できなかった',
      'telephone 201  put on the deny list: not done: there was no last caller',
    ],
  ])('%j', (given, ja, en) => {
    expect(formatStaffAction(staffAction({ at, ...given }), 'ja', false)).toBe(`2026-04-01 10:00:05  ${ja}\n`);
    expect(formatStaffAction(staffAction({ at, ...given }), 'en', false)).toBe(`2026-04-01 10:00:05  ${en}\n`);
  });

  it('has words for everything that can be done, and for how it can end', () => {
    for (const action of staffActions)
      for (const result of staffActionResults)
        for (const language of ['ja', 'en'] as const)
          expect(formatStaffAction(staffAction({ action, result }), language, false)).not.toContain('undefined');
  });

  it('steers no terminal, whatever the telephone is called', () => {
    expect(formatStaffAction(staffAction({ by: '\u001b[2J' }), 'en', false)).not.toContain('\u001b');
  });
});
