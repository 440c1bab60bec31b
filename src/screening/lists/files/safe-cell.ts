/**
 * Spreadsheets take a cell that begins with one of these for a formula (CSV injection), and a reason may come from
 * anybody. An apostrophe before it makes it text, for people and for {@link fromSafeCell}. Full-width signs count in a
 * Japanese spreadsheet.
 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

export function toSafeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that {@link toSafeCell} made safe. */
export function fromSafeCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
