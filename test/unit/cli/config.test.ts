import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../../../src/cli/program';
import { recordingIo } from './recording-io';

const example = join(__dirname, '../../../denwaban.example.yaml');
const home = mkdtempSync(join(tmpdir(), 'denwaban-cli-'));
const good = join(home, 'good.yaml');
const bad = join(home, 'bad.yaml');
beforeAll(() => {
  writeFileSync(good, 'trunks:\n  hikari:\n    operator: ntt-east\n');
  writeFileSync(bad, 'trunks:\n  hikari:\n    operator: ntt-est\nrules:\n  unalocated-block: {}\n');
});
afterAll(() => rmSync(home, { recursive: true }));

async function command(argv: string[], env: Record<string, string> = {}) {
  const io = recordingIo({ env });
  const code = await run(argv, io);
  return { code, ...io.written };
}

describe('config check', () => {
  it('finds nothing wrong with the example', async () => {
    expect(await command(['config', 'check', '--config', example])).toEqual({
      code: 0,
      out: `${example}: nothing wrong. Trunks: hikari, ip050, overseas, onnet, internal\n`,
      err: '',
    });
  });

  it('finds nothing wrong with the demo office', async () => {
    const { code, out } = await command(['config', 'check']);
    expect(code).toBe(0);
    expect(out).toBe('the demo office (no file): nothing wrong. Trunks: hikari, ip050, overseas, onnet, internal\n');
  });

  it('tells every fault, with the rules and carriers that exist', async () => {
    expect(await command(['config', 'check', '--config', bad])).toEqual({
      code: 2,
      out: '',
      err: [
        'DENWABAN_CONFIG_INVALID: The configuration cannot be used.',
        `${bad}:3:15 trunks.hikari.operator: there is no carrier "ntt-est" in the numbering data; did you mean "ntt-east"?`,
        `${bad}:5:3 rules.unalocated-block: there is no rule "unalocated-block"; did you mean "unallocated-block"?`,
        'Correct these places, then run `denwaban config check`.',
        '',
      ].join('\n'),
    });
  });

  it('gives the faults as data with --json, in both languages', async () => {
    const { code, out } = await command(['config', 'check', '--config', bad, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      file: bad,
      problems: [
        {
          line: 3,
          column: 15,
          path: 'trunks.hikari.operator',
          text: { ja: expect.any(String), en: expect.any(String) },
        },
        { line: 5, column: 3, path: 'rules.unalocated-block' },
      ],
    });
  });
});

describe('config print', () => {
  it('marks what the file leaves to its default', async () => {
    const { code, out } = await command(['config', 'print', '--config', good]);
    expect(code).toBe(0);
    expect(out).toContain('\n    operator: ntt-east\n');
    expect(out).toContain('\n    reach: national # default\n');
    expect(out).toContain('\nlists: [] # default\n');
  });

  it('prints a file that says the same', async () => {
    const { out } = await command(['config', 'print', '--config', example]);
    const again = join(home, 'printed.yaml');
    writeFileSync(again, out);
    const second = await command(['config', 'print', '--config', again]);
    expect(second.code).toBe(0);
    expect(parse(second.out)).toEqual(parse(out));
  });

  it('shows no secret, and where the store was named', async () => {
    const env = { DENWABAN_ARI_PASSWORD: 'hunter2', DENWABAN_CACHE_URL: 'redis://:hunter3@cache:6379' };
    const { out } = await command(['config', 'print', '--config', good], env);
    expect(out).toContain('\n  url: redis://cache:6379 # DENWABAN_CACHE_URL\n');
    expect(out).not.toMatch(/hunter/);
  });

  it('gives the effective and the given settings as data with --json', async () => {
    const { out } = await command(['config', 'print', '--config', good, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      file: good,
      config: { language: 'ja', trunks: { hikari: { operator: 'ntt-east', reach: 'national' } } },
      given: { trunks: { hikari: { operator: 'ntt-east' } } },
    });
  });
});

it('config schema writes a JSON Schema that refuses unknown settings', async () => {
  const { code, out } = await command(['config', 'schema']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    properties: { trunks: { additionalProperties: { properties: { reach: { default: 'national' } } } } },
  });
});
