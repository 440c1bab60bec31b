/** A finding's weight for people, to stand in a column; in brackets where it was only observed and did not count. */
export function sayPoints({ weight, mode }: { readonly weight: number; readonly mode: 'enforce' | 'observe' }): string {
  const points = weight === 0 ? '·' : `${weight > 0 ? '+' : '−'}${Math.abs(weight)}`;
  return (mode === 'observe' ? `(${points})` : points).padStart(6);
}
