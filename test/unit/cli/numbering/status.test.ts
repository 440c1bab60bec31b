import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../../src/cli/program';
import { encodeSnapshot } from '../../../../src/numbering/snapshot-encode';
import { row, snapshot, table } from '../../numbering/update/small-world';
import { recordingIo } from '../recording-io';

const office = mkdtempSync(join(tmpdir(), 'denwaban-status-'));
afterAll(() => rmSync(office, { recursive: true }));

const text = encodeSnapshot(
  snapshot(
    [
      table('0', '2098-01', true, { ...row('033200', 3, 'ntt-east'), '033203': 'unused', '033000': 'unusable' }),
      table('050', '2024-09', false, { ...row('0501000', 2, 'softbank'), '0501002': 'in-use' }),
    ],
    {
      date: '2098-01-01',
      official: [
        { national: '0335814321', kind: 'police-hq', name: '警視庁' },
        { national: '0335010110', kind: 'police-station', name: '丸の内警察署' },
      ],
    },
  ),
);

async function status(given: { text?: string; at?: string; language?: 'ja' | 'en'; args?: string[] } = {}) {
  writeFileSync(join(office, 'numbering.txt'), given.text ?? text);
  const io = recordingIo({
    env: { DENWABAN_DATA_DIR: office },
    now: () => Date.parse(given.at ?? '2098-01-11T09:00:00Z'),
    language: given.language ?? 'en',
  });
  const code = await run(['numbering', 'status', ...(given.args ?? [])], io);
  expect({ code, err: io.written.err }).toEqual({ code: 0, err: '' });
  return io.written.out;
}

describe('denwaban numbering status', () => {
  it('shows which data are used, how old they are, and what they hold', async () => {
    expect((await status()).split('\n')).toEqual([
      `Numbering data ${join(office, 'numbering.txt')}`,
      '  taken over by `denwaban numbering update`',
      '  as of 2098-01-01, 10 days ago',
      '  unallocated-block has its full weight (half of it after 45 days, none after 120)',
      '',
      'table      as of    lists  in use  unused  unusable',
      'landlines  2098-01  all         3       1         1',
      '050        2024-09  some        3       0         0',
      '',
      'carrier                            blocks',
      '東日本電信電話株式会社 [ntt-east]       3',
      'ソフトバンク株式会社 [softbank]         2',
      'KDDI株式会社 [kddi]                     0',
      '',
      '2 area codes, 1 carrier access codes (00XY), 1 special numbers (1XY)',
      'official numbers: 1 police headquarters, 1 police stations, 0 kobans, 0 municipalities',
      '',
    ]);
  });

  it.each([
    ['2098-01-01T10:00:00Z', 'as of 2098-01-01, 0 days ago', 'has its full weight'],
    ['2098-01-02T00:00:00Z', 'as of 2098-01-01, 1 day ago', 'has its full weight'],
    ['2098-02-15T00:00:00Z', '45 days ago', 'has its full weight'],
    ['2098-02-15T00:00:01Z', '45 days ago', 'has half its weight'],
    ['2098-05-01T00:00:01Z', '120 days ago', 'is silent'],
  ])('says what their age does: %s', async (at, age, effect) => {
    const out = await status({ at });
    expect(out).toContain(age);
    expect(out).toContain(`unallocated-block ${effect}`);
  });

  it('speaks Japanese', async () => {
    const out = await status({ language: 'ja' });
    expect(out).toContain('  2098-01-01 現在、10 日前\n');
    expect(out).toContain('\n固定電話  2098-01  すべて       3       1         1\n');
    expect(out).toContain('公的機関: 警察本部 1、警察署 1、交番・駐在所 0、市区町村 0\n');
  });

  it('gives the same as data', async () => {
    expect(JSON.parse(await status({ args: ['--json'], at: '2098-03-01T00:00:00Z' }))).toMatchObject({
      file: join(office, 'numbering.txt'),
      origin: 'updated',
      passedOver: null,
      date: '2098-01-01',
      ageDays: 59,
      age: 'ageing',
      unallocatedBlockScale: 0.5,
      tables: [
        { table: '0', asOf: '2098-01', complete: true, inUse: 3, unused: 1, unusable: 1 },
        { table: '050', asOf: '2024-09', complete: false, inUse: 3, unused: 0, unusable: 0 },
      ],
      carriers: [
        { id: 'ntt-east', blocks: 3 },
        { id: 'softbank', blocks: 2 },
        { id: 'kddi', blocks: 0 },
      ],
      official: { 'police-hq': 1, 'police-station': 1, koban: 0, municipality: 0 },
    });
  });

  it.each([
    ['en', 'numbering.txt is damaged (its end is missing): the shipped data are used.'],
    ['ja', 'numbering.txt が壊れているため、付属のデータを使います (its end is missing)。'],
  ] as const)('names data that were passed over because they are damaged: %s', async (language, told) => {
    expect(await status({ text: text.slice(0, -20), language })).toContain(told);
  });

  it('names data that were passed over because they are older than the shipped ones', async () => {
    const out = await status({ text: encodeSnapshot(snapshot([], { date: '2001-01-01' })) });
    expect(out).toContain('shipped with Denwaban');
    expect(out).toContain('numbering.txt is of 2001-01-01, older than the shipped data, and not used');
  });
});
