import { join } from 'node:path';
import { hangUpWhenAsked, listen } from '../../tools/lab/caller';
import { writeFreshTables } from '../../tools/lab/fresh-tables';
import { hikari, type Office, openOffice } from './office';

/** The tables that ship with Denwaban age; newer ones are taken over while the service runs. */

let office: Office;

beforeAll(async () => {
  office = await openOffice({ env: { DENWABAN_NUMBERING_FILE: '' } });
}, 60_000);
afterAll(() => office.close());
afterEach(() => office.expectAllClear());

it('believes an unallocated block from the reload on that brings newer tables', async () => {
  const unallocated = hikari('0662000000');
  const today = new Date().toISOString().slice(0, 10);
  // By the shipped tables it may still count: what is sure is that it does by those of today.
  await office.call({ ...unallocated, conduct: listen });
  writeFreshTables(join(office.denwaban.dataDir, 'numbering.txt'), today);
  office.denwaban.reload();
  await office.denwaban.untilLogged('numbering-replaced');
  const call = await office.call({ ...unallocated, conduct: hangUpWhenAsked });
  expect(call).toMatchObject({ connected: false, rules: ['unallocated-block'] });
  expect(call.decision.findings[0]?.text.en).toContain(today);
});
