import { numbering } from './shipped';

describe('official numbers', () => {
  it.each([
    ['0335814321', 'police-hq', '警視庁'],
    ['0112510110', 'police-hq', '北海道警察本部'],
    ['0287670110', 'police-station', '那須塩原警察署'],
    ['0761744069', 'koban', '大聖寺警察署篠原駐在所'],
    ['0855222612', 'municipality', '浜田市役所'],
    // two offices share the number: the higher one gives the name
    ['0157240110', 'police-hq', '北海道警察北見方面本部'],
  ])('%s: %s %s', (national, kind, name) => {
    expect(numbering.official(national)).toEqual({ national, kind, name });
  });

  it.each(['0335814322', '335814321', '+81335814321', '03-3581-4321', '', 'police'])('not “%s”', (text) => {
    expect(numbering.official(text)).toBeNull();
  });

  it('every official number is found, and is a fixed number of the plan', () => {
    const nationals = [...numbering.officialNumbers()];
    expect(new Set(nationals).size).toBe(nationals.length);
    for (const national of nationals) {
      expect(numbering.official(national)?.national).toBe(national);
      expect(numbering.lookUp(national).kind).toBe('fixed');
    }
  });
});

describe('police blocks', () => {
  it.each([
    ['0335810110', true],
    ['0422550110', true],
    ['0312340110', false],
    ['09033581011', false],
    ['', false],
  ])('%s: %s', (national, expected) => {
    expect(numbering.isPoliceBlock(national)).toBe(expected);
  });

  it('a koban alone makes no police block', () => {
    expect(numbering.official('0118710110')?.kind).toBe('koban');
    expect(numbering.isPoliceBlock('0118710110')).toBe(false);
  });
});
