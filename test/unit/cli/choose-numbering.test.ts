import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseNumbering, updatedSnapshot } from '../../../src/cli/choose-numbering';
import { readSnapshot, shippedDate, shippedSnapshot } from '../../../src/cli/snapshot';
import { decodeSnapshot } from '../../../src/numbering/snapshot-decode';
import { encodeSnapshot } from '../../../src/numbering/snapshot-encode';
import { sealOf } from '../../../src/numbering/snapshot-format';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-choose-'));
afterAll(() => rmSync(folder, { recursive: true }));

const updated = updatedSnapshot(folder);
const source = { env: { DENWABAN_DATA_DIR: folder } };
const shipped = { file: shippedSnapshot(), origin: 'shipped' } as const;

const write = (text: string) => writeFileSync(updated, text);
const dated = (date: string) => encodeSnapshot({ ...decodeSnapshot(readSnapshot()), date });

afterEach(() => rmSync(updated, { force: true }));

describe('the numbering data in use are', () => {
  it('the shipped ones, as long as there are no others', () => {
    expect(chooseNumbering(source)).toMatchObject({ ...shipped, passedOver: null });
  });

  it.each([
    ['younger than', '2098-01-01'],
    ['as young as', shippedDate()],
  ])('those of an update that are %s the shipped ones', (_, date) => {
    write(dated(date));
    const chosen = chooseNumbering(source);
    expect(chosen).toMatchObject({ file: updated, origin: 'updated', passedOver: null });
    expect(chosen.numbering.snapshot.date).toBe(date);
  });

  it('the shipped ones again, once a release brings younger ones', () => {
    write(dated('2001-01-01'));
    expect(chooseNumbering(source)).toMatchObject({
      ...shipped,
      passedOver: { file: updated, why: 'older', date: '2001-01-01' },
    });
  });

  it('those the environment names, before all others', () => {
    const file = join(folder, 'named.txt');
    writeFileSync(file, dated('2001-01-01'));
    write(dated('2098-01-01'));
    const chosen = chooseNumbering({ env: { ...source.env, DENWABAN_NUMBERING_FILE: file } });
    expect(chosen).toMatchObject({ file, origin: 'environment', passedOver: null });
  });
});

describe('data of an update that are damaged', () => {
  const later = 'denwaban-numbering 1\ndate\t2098-01-01\nnovelty\tx\n';
  it.each([
    ['cut', readSnapshot().slice(0, 100_000), 'its end is missing'],
    ['changed', readSnapshot().replace('\tA', '\tB'), 'it was changed after it was written'],
    ['of a later version', `${later}end\t${sealOf(later)}\n`, 'a record “novelty”'],
    ['empty', '', 'does not begin with'],
  ])('leave the shipped ones in use: %s', (_, text, reason) => {
    write(text);
    const { passedOver, ...chosen } = chooseNumbering(source);
    expect(chosen).toMatchObject(shipped);
    expect(passedOver).toMatchObject({ file: updated, why: 'damaged', reason: expect.stringContaining(reason) });
  });
});

describe('what is in use already', () => {
  it('is given back when nothing has changed', () => {
    write(dated('2098-01-01'));
    const inUse = chooseNumbering(source);
    expect(chooseNumbering(source, inUse).numbering).toBe(inUse.numbering);
  });

  it('gives way to what was written since', () => {
    const inUse = chooseNumbering(source);
    write(dated('2098-01-01'));
    const { numbering, origin } = chooseNumbering(source, inUse);
    expect([origin, numbering.snapshot.date]).toEqual(['updated', '2098-01-01']);
    expect(numbering).not.toBe(inUse.numbering);
  });
});
