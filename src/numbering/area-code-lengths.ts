/**
 * The longest-prefix rules that split a number, and one more wherever they contradict the ministry's own row:
 * 026-177 is an exchange of 026 that cannot be used, since 177 is a special number, and no exchange 77 of 0261.
 *
 * @param areaCodes leading digits of fixed blocks → area code
 */
export function areaCodeLengths(
  rules: ReadonlyMap<string, number>,
  areaCodes: Iterable<readonly [block: string, areaCode: string]>,
): ReadonlyMap<string, number> {
  const lengths = new Map(rules);
  for (const [block, areaCode] of areaCodes) {
    if (lengthByRule(block, rules) !== areaCode.length) lengths.set(block, areaCode.length);
  }
  return new Map([...lengths].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lengthByRule(block: string, rules: ReadonlyMap<string, number>): number | undefined {
  for (let end = block.length; end > 0; end--) {
    const length = rules.get(block.slice(0, end));
    if (length !== undefined) return length;
  }
  return undefined;
}
