import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** How to run the laboratory's programs: `lab.json`, as `fetch.mjs` wrote it. */
export interface Lab {
  readonly source: 'private' | 'system';
  /** The words that start each program; its own arguments follow. */
  readonly programs: Readonly<Record<'asterisk' | 'sipp' | 'redis', readonly string[]>>;
  readonly moduleFolder: string;
  readonly dataFolder: string;
  readonly versions: Readonly<Record<'asterisk' | 'sipp' | 'redis', string>>;
}

export function readLab(): Lab {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const file = join(resolve(process.env['DENWABAN_LAB'] || join(cache, 'denwaban', 'lab')), 'lab.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Lab;
  } catch (cause) {
    throw new Error(`${file} cannot be read; run \`node tools/lab/fetch.mjs\` first`, { cause });
  }
}
