import fc from 'fast-check';
import { readSnapshot } from '../../../src/cli/snapshot';
import { lookUpPlain } from '../../../src/numbering/fast-path';
import { formatNational } from '../../../src/numbering/format';
import { JapanesePlan } from '../../../src/numbering/japan';
import { lookUpAny } from '../../../src/numbering/look-up';
import { maskNumber } from '../../../src/numbering/mask';
import { decodeSnapshot } from '../../../src/numbering/snapshot-decode';
import { arbitraryNumber, arbitraryText } from './arbitrary';
import { factsOf, numbering } from './shipped';

const runs = { numRuns: 2_000 };

it('any text at all can be looked up, formatted and masked', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const info = numbering.lookUp(text);
      expect(info.input).toBe(text);
      expect(typeof formatNational(info)).toBe('string');
      expect(maskNumber(info)).toContain('****');
    }),
    runs,
  );
});

it('a number, its E.164 form and its national form have the same facts', () => {
  fc.assert(
    fc.property(arbitraryNumber, (number) => {
      const facts = factsOf(number);
      if (facts.e164 !== null) expect(factsOf(facts.e164)).toEqual(facts);
      if (facts.national !== null) expect(factsOf(facts.national)).toEqual(facts);
    }),
    runs,
  );
});

it('a formatted number is still the same number', () => {
  fc.assert(
    fc.property(arbitraryNumber, (number) => {
      expect(factsOf(formatNational(numbering.lookUp(number)))).toEqual(factsOf(number));
    }),
    runs,
  );
});

it('a masked number hides four digits at least, or all', () => {
  const countDigits = (text: string) => text.replace(/\D/g, '').length;
  fc.assert(
    fc.property(arbitraryNumber, (number) => {
      const info = numbering.lookUp(number);
      const masked = maskNumber(info);
      const shown = countDigits(masked);
      expect(shown).toBeLessThanOrEqual(Math.max(info.callingCode?.length ?? 3, countDigits(info.e164 ?? number) - 4));
      for (const whole of [info.national, info.e164, number]) {
        if (whole !== null && countDigits(whole) > 3) expect(masked).not.toContain(whole);
      }
    }),
    runs,
  );
});

it('the fast path agrees with the slow one', () => {
  const plan = new JapanesePlan(decodeSnapshot(readSnapshot()));
  fc.assert(
    fc.property(arbitraryNumber, (number) => {
      const plain = lookUpPlain(plan, number);
      if (plain !== null) expect(plain).toEqual(lookUpAny(plan, number));
    }),
    runs,
  );
});
