import type { NumberKind } from '../../../src/numbering/number-info';
import { factsOf } from './shipped';

describe('the classes of the plan, each with its length and its neighbours', () => {
  it.each<[national: string, kind: NumberKind]>([
    // fixed, and area codes whose fourth digit is 0
    ['0335810000', 'fixed'],
    ['0220220000', 'fixed'],
    ['0460840000', 'fixed'],
    ['0980440000', 'fixed'],
    ['033581000', 'impossible'],
    ['03358100000', 'impossible'],
    // no area code has a 0 in third place
    ['0301234567', 'impossible'],
    ['0401234567', 'impossible'],
    // mobile
    ['06010012345', 'mobile'],
    ['07012345678', 'mobile'],
    ['08012345678', 'mobile'],
    ['09012345678', 'mobile'],
    ['0901234567', 'impossible'],
    ['090123456789', 'impossible'],
    ['07001234567', 'impossible'],
    ['09001234567', 'impossible'],
    // IP telephones
    ['05012345678', '050'],
    ['05001234567', 'impossible'],
    ['0501234567', 'impossible'],
    // 0800 is decided before 080
    ['0120123456', 'toll-free'],
    ['01201234567', 'impossible'],
    ['08001234567', 'toll-free'],
    ['0800123456', 'impossible'],
    // other services
    ['0570012345', 'navi'],
    ['05700123456', 'impossible'],
    ['0990123456', 'premium'],
    ['0170123456', 'premium'],
    ['0180123456', 'premium'],
    ['018012345', 'impossible'],
    // machines
    ['02012345678', 'm2m'],
    ['02091234567', 'm2m'],
    ['02001234567890', 'm2m'],
    ['02001234567', 'impossible'],
    ['02041234567', 'pager'],
    ['0204123456', 'impossible'],
    // without operators
    ['06001234567', 'fmc'],
    ['0600123456', 'impossible'],
    ['0911', '091'],
    ['0912345678901', '091'],
    ['09123456789012', 'impossible'],
  ])('%s: %s', (national, kind) => {
    expect(factsOf(national).kind).toBe(kind);
    if (kind === 'impossible') return;
    expect(factsOf(national)).toMatchObject({
      national,
      e164: `+81${national.slice(1)}`,
      country: 'JP',
      callingCode: '81',
    });
    expect(factsOf(`+81${national.slice(1)}`)).toEqual(factsOf(national));
  });

  it('special numbers are known by the ministry’s list', () => {
    const national = { kind: 'special', e164: null, areaCode: null, carrier: null, country: 'JP' };
    expect(factsOf('119')).toMatchObject({ ...national, national: '119', status: 'in-use' });
    expect(factsOf('199')).toMatchObject({ ...national, national: '199', status: null });
  });
});
