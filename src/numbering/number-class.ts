import type { NumberKind } from './number-info';

/** A class of Japan's plan: the numbers that begin with `prefix` and with no longer prefix of another class. */
export interface NumberClass {
  readonly prefix: string;
  readonly kind: NumberKind;
  /** Digits of a whole number, the leading 0 included. */
  readonly minDigits: number;
  readonly maxDigits: number;
}

/**
 * Japan's plan by leading digits (電気通信番号計画). The longest prefix decides, so a hole in a class is a longer
 * prefix that leads to `impossible`: 090 0… is no mobile number, and no area code has a 0 in third place.
 */
export const numberClasses: readonly NumberClass[] = [
  numberClass('0', 'fixed', 10),
  numberClass('00', 'impossible', 0), // a code that comes before a number (carrier access)
  numberClass('010', 'impossible', 0), // the international prefix
  numberClass('0120', 'toll-free', 10),
  numberClass('0170', 'premium', 10),
  numberClass('0180', 'premium', 10),
  numberClass('020', 'm2m', 11),
  numberClass('0200', 'm2m', 14),
  numberClass('0204', 'pager', 11),
  numberClass('030', 'impossible', 0),
  numberClass('040', 'impossible', 0),
  numberClass('050', '050', 11),
  numberClass('0500', 'impossible', 0),
  numberClass('0570', 'navi', 10),
  numberClass('060', 'mobile', 11),
  numberClass('0600', 'fmc', 11),
  numberClass('070', 'mobile', 11),
  numberClass('0700', 'impossible', 0),
  numberClass('080', 'mobile', 11),
  numberClass('0800', 'toll-free', 11),
  numberClass('090', 'mobile', 11),
  numberClass('0900', 'impossible', 0),
  numberClass('091', '091', 4, 13),
  numberClass('0990', 'premium', 10),
];

function numberClass(prefix: string, kind: NumberKind, minDigits: number, maxDigits = minDigits): NumberClass {
  return { prefix, kind, minDigits, maxDigits };
}
