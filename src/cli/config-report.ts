import { Document, isCollection, isMap, isScalar, isSeq } from 'yaml';
import { z } from 'zod';
import { type ConfigSource, examineConfig, invalidConfig, type LoadedConfig, loadConfig } from '../config/load';
import { configSchema } from '../config/schema';
import { cacheUrlFrom } from '../config/secrets';
import { knownNames, numberingFor } from './compose';
import type { Io } from './io';

export interface ConfigOptions {
  readonly config?: string | undefined;
  readonly json?: boolean;
}

/** Says that the configuration is in order, or all that is wrong with it: as a coded error, with `--json` also as data. */
export function checkConfig(io: Io, options: ConfigOptions): void {
  const examined = examineConfig({ ...sourceOf(io, options), known: knownNames(numberingFor(io.env, options.config)) });
  if (options.json) {
    const { ok, file } = examined;
    io.out(json({ ok, file, problems: examined.ok ? [] : examined.problems }));
  }
  if (!examined.ok) throw invalidConfig(examined.file, examined.problems);
  if (options.json) return;
  const { file, config } = examined;
  const trunks = Object.keys(config.trunks).join(', ');
  const told = {
    ja: `${file ?? '見本の事務所 (設定ファイルなし)'}: 誤りはありません。回線: ${trunks || 'なし'}\n`,
    en: `${file ?? 'the demo office (no file)'}: nothing wrong. Trunks: ${trunks || 'none'}\n`,
  };
  io.out(told[io.language]);
}

/** The effective configuration as YAML that could be a file itself, or as JSON. */
export function printConfig(io: Io, options: ConfigOptions): void {
  const loaded = loadConfig({ ...sourceOf(io, options), known: knownNames(numberingFor(io.env, options.config)) });
  const { file, config, given } = loaded;
  io.out(options.json ? json({ file, config, given }) : annotate(loaded, io));
}

/** The JSON Schema of what a file may say. */
export function printSchema(io: Io): void {
  io.out(json(z.toJSONSchema(configSchema, { io: 'input' })));
}

/** YAML in which every setting that the file leaves open carries a comment. */
function annotate({ file, config, given }: LoadedConfig, io: Io): string {
  const document = new Document(config);
  document.commentBefore = {
    ja: ` ${file ?? '見本の事務所 (設定ファイルなし)'}。「既定」の付いた設定は書かれていません。`,
    en: ` ${file ?? 'The demo office (no file)'}. Settings marked "default" are not set there.`,
  }[io.language];
  markDefaults(document.contents, given, { ja: ' 既定', en: ' default' }[io.language]);
  const url = document.getIn(['cache', 'url'], true);
  if (isScalar(url) && cacheUrlFrom(io.env) !== null) url.comment = ' DENWABAN_CACHE_URL';
  return document.toString({ lineWidth: 0 });
}

function markDefaults(node: unknown, given: unknown, mark: string): void {
  const leaf = isScalar(node) || (isCollection(node) && node.items.length === 0);
  if (leaf && given === undefined) node.comment = mark;
  // A comment stands behind `[]` and `{}` only where they are written in flow style.
  if (isCollection(node)) node.flow = node.items.length === 0;
  const givenAt = (step: string | number) => (isRecord(given) ? given[step] : undefined);
  if (isSeq(node)) for (const [index, item] of node.items.entries()) markDefaults(item, givenAt(index), mark);
  if (isMap(node)) for (const { key, value } of node.items) markDefaults(value, givenAt(String(key)), mark);
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}

function sourceOf(io: Io, { config }: ConfigOptions): ConfigSource {
  return { file: config, env: io.env };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
