import type { Said } from '../errors';

const reasons: Readonly<Record<string, Said>> = {
  ENOENT: { ja: 'ファイルがありません', en: 'there is no such file' },
  EACCES: { ja: '読む権限がありません', en: 'permission is denied' },
  EISDIR: { ja: 'これはフォルダです', en: 'it is a folder' },
};

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): Said {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? { ja: code, en: code };
}
