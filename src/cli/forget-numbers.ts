import { changeOffice } from '../call/office-book';
import { callerId } from '../journal/caller-id';
import { journalFolder } from '../journal/journal-files';
import { readDecisions } from '../journal/read-decisions';
import { formatNational } from '../numbering/format';
import type { NumberInfo } from '../numbering/number-info';
import { RecordingShelf, recordingKinds, recordingsFolder } from '../recordings/shelf';
import { dialKey } from '../screening/number-groups';
import { expectNoMore } from '../screening/records/office-record';
import { forgetCaller, parseTrunkRecord, trunkRecordTtl } from '../screening/records/trunk-record';
import { callerPrefix, trunkKey } from '../store/memory-keys';
import { readSecretKey } from '../store/secret-key';
import type { Store } from '../store/store';
import { updateRecord } from '../store/update-record';
import { numberGiven } from './given';
import type { Io } from './io';
import { withStore } from './open-state';

export interface ForgetRequest {
  readonly config?: string;
  readonly json?: boolean;
}

/** Removes what is remembered of the numbers, under any form they may have come in. Done twice it is done once. */
export async function forgetNumbers(io: Io, numbers: readonly string[], request: ForgetRequest): Promise<void> {
  await withStore(io, request.config, async ({ config, numbering, store }) => {
    const asked = numbers.map((number) => numberGiven(number, numbering, 'forget'));
    const key = readSecretKey(config.dataDir);
    for (const number of asked) {
      const id = callerId(dialKey(number), key);
      await forget(store, id, Object.keys(config.trunks));
      await forgetRecordings(config.dataDir, id);
      io.out(request.json ? `${JSON.stringify({ forgotten: dialKey(number) })}\n` : `${told(number)[io.language]}\n`);
    }
    if (!request.json) io.err(`${remains[io.language]}\n`);
  });
}

async function forget(store: Store, id: string, trunks: readonly string[]): Promise<void> {
  await store.forgetAll(callerPrefix(id));
  await changeOffice(store, (record) => expectNoMore(record, { kind: 'number', callerId: id }));
  for (const trunk of trunks) {
    await updateRecord(store, trunkKey(trunk), (was) => {
      const record = parseTrunkRecord(was);
      const without = record === null ? null : forgetCaller(record, id);
      return without === record || without === null ? null : { value: JSON.stringify(without), ttlMs: trunkRecordTtl };
    });
  }
}

/** What the caller said lies under the ids of decisions. */
async function forgetRecordings(dataDir: string, id: string): Promise<void> {
  const shelf = new RecordingShelf(recordingsFolder(dataDir));
  const kept = await shelf.list();
  if (kept.length === 0) return;
  const filter = { verdict: null, callerId: id, since: null };
  const reading = { folder: journalFolder(dataDir), filter, last: null, damaged: () => undefined };
  for await (const recorded of readDecisions(reading)) {
    if (recorded.kind !== 'decision') continue;
    for (const kind of recordingKinds) await shelf.remove(recorded.decision.id, kind);
  }
}

const told = (number: NumberInfo) => ({
  ja: `${formatNational(number)} の記憶を消しました。`,
  en: `Everything that was remembered of ${formatNational(number)} is gone.`,
});

const remains = {
  ja: '判定の記録 (伏せ字の番号) と、許可・拒否リストの項目は残ります: denwaban decisions --number、denwaban list check',
  en: 'Decisions (with masked numbers) and list entries remain: denwaban decisions --number, denwaban list check',
} as const;
