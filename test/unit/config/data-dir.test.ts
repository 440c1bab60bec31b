import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDataDir } from '../../../src/config/data-dir';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-data-dir-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'denwaban.yaml');
  writeFileSync(path, text);
  return path;
}

const usual = './denwaban-data';

describe('the data folder is found before the configuration is checked', () => {
  it.each([
    ['where the file says', 'dataDir: /var/lib/denwaban', '/var/lib/denwaban'],
    [
      'though the file is wrong elsewhere',
      'dataDir: /var/lib/denwaban\ntrunks: nonsense\npolcy: {}',
      '/var/lib/denwaban',
    ],
    ['at its usual place, where the file does not say', 'language: en', usual],
    ['at its usual place, where the file says no folder', 'dataDir: [1, 2]', usual],
    ['at its usual place, where the file is no YAML', 'dataDir: "/var', usual],
    ['at its usual place, where the file is empty', '', usual],
  ])('%s', (_, text, found) => {
    expect(findDataDir({ file: file(text), env: {} })).toBe(found);
  });

  it('where the environment says, before the file', () => {
    const env = { DENWABAN_DATA_DIR: '/data', DENWABAN_CONFIG: file('dataDir: /var/lib/denwaban') };
    expect(findDataDir({ env })).toBe('/data');
    expect(findDataDir({ env: { ...env, DENWABAN_DATA_DIR: '' } })).toBe('/var/lib/denwaban');
  });

  it('at its usual place, where the file cannot be read', () => {
    expect(findDataDir({ file: join(folder, 'nowhere.yaml'), env: {} })).toBe(usual);
  });
});
