import { Breaker } from '../../../src/store/breaker';

describe('a breaker that opens after 3 failures and cools down for 1000 ms', () => {
  let now = 0;
  let breaker: Breaker;

  beforeEach(() => {
    now = 0;
    breaker = new Breaker({ threshold: 3, coolDownMs: 1_000, now: () => now });
  });

  function fail(times: number): void {
    for (let time = 0; time < times; time += 1) breaker.failed();
  }

  it('admits everything while closed', () => {
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
  });

  it('stays closed below the threshold', () => {
    fail(2);
    expect(breaker.state).toEqual({ kind: 'closed', failuresInARow: 2 });
    expect(breaker.admits()).toBe(true);
  });

  it('counts failures in a row only', () => {
    fail(2);
    breaker.succeeded();
    fail(2);
    expect(breaker.state).toEqual({ kind: 'closed', failuresInARow: 2 });
  });

  it('refuses from the third failure until the cool-down is over', () => {
    fail(3);
    expect(breaker.admits()).toBe(false);
    now = 999;
    expect(breaker.admits()).toBe(false);
    now = 1_000;
    expect(breaker.admits()).toBe(true);
  });

  it('opens at once when tripped', () => {
    breaker.trip();
    expect(breaker.state).toEqual({ kind: 'open', until: 1_000 });
  });

  describe('with a probe on its way', () => {
    beforeEach(() => {
      fail(3);
      now = 1_000;
      breaker.admits();
    });

    it('refuses everything else', () => {
      now = 1_000_000;
      expect(breaker.admits()).toBe(false);
    });

    it('closes when the probe succeeds', () => {
      breaker.succeeded();
      expect(breaker.state).toEqual({ kind: 'closed', failuresInARow: 0 });
    });

    it('opens for another cool-down when the probe fails', () => {
      breaker.failed();
      expect(breaker.state).toEqual({ kind: 'open', until: 2_000 });
    });
  });

  it('lets the next one probe when it relents', () => {
    fail(3);
    breaker.relent();
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  });

  it('does not count afresh when it relents while closed', () => {
    fail(2);
    breaker.relent();
    fail(1);
    expect(breaker.state.kind).toBe('open');
  });
});
