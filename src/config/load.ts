import { existsSync, readFileSync } from 'node:fs';
import { DenwabanError, reasonOf } from '../errors';
import { demoOffice } from './demo-office';
import { overrideFromEnvironment } from './environment';
import { parseConfig } from './parse';
import { listProblems, type Problem } from './problem';
import type { KnownNames } from './reference-flaws';
import { type Config, configSchema } from './schema';
import type { Env } from './secrets';

export interface ConfigSource {
  /** The file the operator named, if any. */
  readonly file?: string | undefined;
  readonly env: Env;
}

export interface ConfigRequest extends ConfigSource {
  readonly known: KnownNames;
}

export interface LoadedConfig {
  /** The effective configuration: the file, defaults, and what the environment overrides. Holds no secret. */
  readonly config: Config;
  /** Where it comes from; `null`: the built-in demo office. */
  readonly file: string | null;
  /** What the file itself says, without defaults. */
  readonly given: unknown;
}

export type ExaminedConfig =
  | (LoadedConfig & { readonly ok: true })
  | { readonly ok: false; readonly file: string; readonly problems: readonly Problem[] };

/**
 * Reads and checks the configuration; what is wrong with the file comes back as data.
 *
 * @throws DenwabanError DENWABAN_CONFIG_UNREADABLE, DENWABAN_ENVIRONMENT_INVALID
 */
export function examineConfig({ file: named, env, known }: ConfigRequest): ExaminedConfig {
  const file = locateConfig({ file: named, env });
  if (file === null) {
    return { ok: true, config: overrideFromEnvironment(configSchema.parse(demoOffice), env), file, given: demoOffice };
  }
  const parsed = parseConfig(readConfigFile(file), known);
  return parsed.ok ? { ...parsed, config: overrideFromEnvironment(parsed.config, env), file } : { ...parsed, file };
}

/**
 * The configuration, ready for use.
 *
 * @throws DenwabanError DENWABAN_CONFIG_UNREADABLE, DENWABAN_CONFIG_INVALID with every fault of the file,
 *   or DENWABAN_ENVIRONMENT_INVALID
 */
export function loadConfig(request: ConfigRequest): LoadedConfig {
  const examined = examineConfig(request);
  if (!examined.ok) throw invalidConfig(examined.file, examined.problems);
  return examined;
}

export function invalidConfig(file: string, problems: readonly Problem[]): DenwabanError {
  return new DenwabanError('DENWABAN_CONFIG_INVALID', { problems: listProblems(file, problems) });
}

/** Where a configuration is looked for when nobody names one. */
const usualPlaces = ['denwaban.yaml', '/etc/denwaban/denwaban.yaml'];

/**
 * The file to read: the one named, `DENWABAN_CONFIG`, else the first of the usual places that exists.
 * `null`: there is none, and the demo office is used.
 */
export function locateConfig({ file, env }: ConfigSource): string | null {
  return file ?? (env['DENWABAN_CONFIG'] || usualPlaces.find((place) => existsSync(place))) ?? null;
}

/** @throws DenwabanError DENWABAN_CONFIG_UNREADABLE */
function readConfigFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DenwabanError('DENWABAN_CONFIG_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error });
  }
}
