#!/usr/bin/env node
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { providePrivatePrograms } from './private-programs.mjs';
import { askVersions } from './program-versions.mjs';
import { CommandError } from './run-command.mjs';
import { LabError, say } from './say.mjs';
import { findSystemPrograms } from './system-programs.mjs';

/**
 * Brings the laboratory: a real Asterisk, SIPp and Redis to test and demonstrate against. Nothing is installed.
 * `lab.json` in the laboratory's folder then tells how to run each program.
 */

const HELP = {
  en: `Usage: node tools/lab/fetch.mjs [--asterisk private|system|docker] [--json]

Makes Asterisk, SIPp and Redis ready for the demo and the tests, without root and without installing anything.

  --asterisk private  fetch them from Debian's packages into a cache folder (default; about 90 MB, half a minute)
  --asterisk system   use those that are installed here: Asterisk 20.6 or newer, sipp, redis-server
  --asterisk docker   say how to run the project in containers instead
  --json              print lab.json: how to run each program

Environment
  DENWABAN_LAB            the cache folder (now: ${labFolder()})
  DENWABAN_ASTERISK       default for --asterisk
  DENWABAN_DEBIAN_MIRROR  Debian mirror to use instead of the host's own`,
  ja: `使い方: node tools/lab/fetch.mjs [--asterisk private|system|docker] [--json]

デモと試験に使う Asterisk・SIPp・Redis を用意します。root 権限は不要で、ホストには何もインストールしません。

  --asterisk private  Debian のパッケージから専用フォルダーに用意する(既定。約 90 MB、30 秒ほど)
  --asterisk system   インストール済みのものを使う(Asterisk 20 以降、sipp、redis-server)
  --asterisk docker   コンテナで動かす方法を表示する
  --json              各プログラムの起動方法(lab.json)を出力する

環境変数
  DENWABAN_LAB            専用フォルダー(現在: ${labFolder()})
  DENWABAN_ASTERISK       --asterisk の既定値
  DENWABAN_DEBIAN_MIRROR  ホストの設定の代わりに使う Debian のミラー`,
};

export function labFolder() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return resolve(process.env.DENWABAN_LAB || join(cache, 'denwaban', 'lab'));
}

/** Makes the laboratory ready and gives what `lab.json` says. Quick when it already is. */
export async function provideLab({ source = 'private', signal } = {}) {
  const folder = labFolder();
  await mkdir(folder, { recursive: true });
  const found = source === 'system' ? await findSystemPrograms() : await providePrivatePrograms(folder, signal);
  const lab = { source, ...found, versions: await askVersions(found.programs) };
  await writeWhole(join(folder, 'lab.json'), `${JSON.stringify(lab, null, 2)}\n`);
  return lab;
}

/** A reader sees the old file or the new one, never a part. */
async function writeWhole(file, text) {
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) return;
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function main() {
  const { values } = parseArgs({
    options: {
      asterisk: { type: 'string', default: process.env.DENWABAN_ASTERISK || 'private' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(say(HELP));
  if (values.asterisk === 'docker') {
    return console.log(
      say({
        en: 'With containers nothing needs fetching:  docker compose up --build',
        ja: 'コンテナの場合、用意は不要です:  docker compose up --build',
      }),
    );
  }
  if (values.asterisk !== 'private' && values.asterisk !== 'system') {
    throw new LabError({
      en: `--asterisk ${values.asterisk}: say private, system or docker.`,
      ja: `--asterisk ${values.asterisk}: private、system、docker のいずれかを指定してください。`,
    });
  }

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop.abort());
  const lab = await provideLab({ source: values.asterisk, signal: stop.signal });
  if (values.json) return console.log(JSON.stringify(lab, null, 2));
  const { asterisk, sipp, redis } = lab.versions;
  console.log(
    `${say({ en: 'ready', ja: '準備完了' })}: Asterisk ${asterisk}, SIPp ${sipp}, Redis ${redis} (${labFolder()})`,
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.exitCode = error.name === 'AbortError' ? 130 : 1;
    // Our own defects show where they are; the rest is for whoever called us.
    const expected = error instanceof LabError || error instanceof CommandError || /^ERR_PARSE_ARGS/.test(error.code);
    if (error.name !== 'AbortError') console.error(expected ? error.message : error);
  });
}
