import { Retention } from '../../../src/recordings/retention';

const day = 86_400_000;

describe('the retention of recordings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is looked after at the start and once a day, by the configuration in force, until it is closed', async () => {
    let retentionDays = 30;
    const swept: [number, number][] = [];
    const told: number[] = [];
    const sweep = async (now: number, days: number) => swept.push([now, days]) - 1;
    const retention = new Retention({
      shelf: { sweep },
      retentionDays: () => retentionDays,
      now: Date.now,
      tell: (count) => told.push(count),
    });
    const begun = Date.now();
    retention.start();
    retentionDays = 7;
    await jest.advanceTimersByTimeAsync(2 * day);
    expect(swept).toEqual([
      [begun, 30],
      [begun + day, 7],
      [begun + 2 * day, 7],
    ]);
    expect(told).toEqual([1, 2]);
    retention.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
