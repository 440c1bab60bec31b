import type { Flaw, Problem } from './problem';
import { type KnownNames, referenceFlaws } from './reference-flaws';
import { type Config, configSchema } from './schema';
import { schemaFlaws } from './schema-flaws';
import { readYaml } from './yaml-source';

export type ParsedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** What the text itself says, without defaults. */
      readonly given: unknown;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A configuration from the text of a file: all of it, or everything that is wrong with it in the order of the text. */
export function parseConfig(text: string, known: KnownNames): ParsedConfig {
  const source = readYaml(text);
  if (source.broken) return { ok: false, problems: source.problems };
  const parsed = configSchema.safeParse(source.value);
  const flaws = [
    ...referenceFlaws(source.value, known),
    ...(parsed.error === undefined ? [] : schemaFlaws(configSchema, source.value, parsed.error.issues)),
  ];
  const problems = [...source.problems, ...onePerSetting(flaws).map(source.place)];
  if (parsed.data === undefined || problems.length > 0) {
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { ok: true, config: parsed.data, given: source.value };
}

/** The first flaw of each setting: the references come first, since they know best what was meant. */
function onePerSetting(flaws: readonly Flaw[]): Flaw[] {
  const bySetting = new Map<string, Flaw>();
  for (const flaw of flaws) {
    const setting = flaw.path.join('\0');
    if (!bySetting.has(setting)) bySetting.set(setting, flaw);
  }
  return [...bySetting.values()];
}
