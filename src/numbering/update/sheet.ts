/** A worksheet: rows of cells, each as the workbook shows it; an empty cell is an empty text. */
export type Sheet = readonly (readonly string[])[];

/** A cell's text in one form: the ministry mixes full-width and half-width, and puts spaces into headings. */
export function bare(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').replace(/\s+/g, '');
}

/** Digits of a number's beginning. A cell that a spreadsheet took for a quantity has lost its leading 0. */
export function leadingDigits(cell: string | undefined): string | null {
  const digits = bare(cell).replaceAll('-', '');
  if (!/^\d+$/.test(digits)) return null;
  return digits.startsWith('0') ? digits : `0${digits}`;
}
