import { readFileSync } from 'node:fs';
import { type ConfigSource, locateConfig } from './load';
import { configSchema } from './schema';
import { readYaml } from './yaml-source';

const setting = configSchema.shape.dataDir;

/**
 * The folder of state and journal, found ahead of everything else: a configuration can only be checked against the
 * numbering data, and these may lie in that folder. Never throws: of a configuration that cannot be read, whoever
 * loads it afterwards says why.
 */
export function findDataDir(source: ConfigSource): string {
  const named = source.env['DENWABAN_DATA_DIR'];
  if (named) return named;
  const given = setting.safeParse(dataDirIn(locateConfig(source)));
  return given.success ? given.data : setting.parse(undefined);
}

function dataDirIn(file: string | null): unknown {
  if (file === null) return undefined;
  try {
    const { value } = readYaml(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && 'dataDir' in value ? value.dataDir : undefined;
  } catch {
    return undefined;
  }
}
