/**
 * The number that the office dials, `null` when the arguments are no such notice: `dialled` and the digits
 * ([denwaban-outbound] of extensions-denwaban.conf). As it was dialled: 184, 186 and the like may stand before it.
 *
 * The notice's channel has hung up by then, so it leaves without being asked to, and can be asked for nothing.
 */
export function readDialledNotice(args: readonly string[]): string | null {
  const [kind, number = ''] = args;
  return kind === 'dialled' && /^[+*#0-9]+$/.test(number) ? number : null;
}
