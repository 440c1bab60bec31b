import fc from 'fast-check';

const digits = (length: { readonly min: number; readonly max: number }) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length.min, maxLength: length.max });

/** Numbers as trunks may deliver them: known beginnings, any digits behind, of fitting and of wrong length. */
export const arbitraryNumber: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ...['0', '03', '0154', '0422', '050', '060', '070', '080', '0800', '090', '0120', '0200', '0570', '091', '00'],
      ...['+81', '+810', '81', '010', '01081', '0081', '+1', '+44', '+39', '+882', '+422', '+', '1', ''],
    ),
    digits({ min: 0, max: 14 }),
  )
  .map(([beginning, rest]) => beginning + rest);

/** Text that looks more or less like a number in a SIP URI. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789+*#-(). %２;=@:', 'tel:', ';phone-context=+81', ';isub=') }),
  arbitraryNumber,
);
