import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScreening } from '../../../src/cli/compose';
import { explainCall } from '../../../src/cli/explain-call';
import { DenwabanError } from '../../../src/errors';
import { writeFreshTables } from '../../../tools/lab/fresh-tables';
import { corpusFile, officeFile, readCorpus, tablesDate } from '../../../tools/rules/corpus';
import type { CorpusCase } from '../../../tools/rules/corpus-file';
import { recordingIo } from '../cli/recording-io';

const home = mkdtempSync(join(tmpdir(), 'denwaban-corpus-'));
const tables = join(home, 'numbering.txt');
writeFreshTables(tables, tablesDate);
const office = openScreening({ file: officeFile, env: { DENWABAN_NUMBERING_FILE: tables } });
afterAll(() => rmSync(home, { recursive: true }));

/** What `denwaban explain` says of a call of the corpus, in the words of its front matter. */
async function explained({ name, trunk, at, peer, shaken, memory }: CorpusCase) {
  const io = recordingIo();
  const options = {
    ...{ invite: corpusFile(name), trunk, at, json: true },
    ...(peer === null ? {} : { peer }),
    ...(shaken === null ? {} : { shaken }),
    ...(memory === null ? {} : { memory: fileOf(memory) }),
  };
  try {
    await explainCall(io, options, office);
  } catch (error) {
    if (error instanceof DenwabanError && error.code === 'DENWABAN_NOT_AN_INVITE') {
      return { verdict: 'not-an-invite', leading: null, fires: [] };
    }
    throw error;
  }
  const { verdict, findings }: Told = JSON.parse(io.written.out);
  const [leading = null, ...others] = findings.map(({ rule }) => rule);
  return { verdict, leading, fires: others.sort() };
}

interface Told {
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string }[];
}

function fileOf(memory: string): string {
  const file = join(home, 'memory.json');
  writeFileSync(file, memory);
  return file;
}

describe('denwaban explain judges every call of the corpus as its file says', () => {
  test.each(readCorpus().map((given) => [given.name, given] as const))('%s', async (_, given) => {
    const { verdict, leading, fires } = given;
    expect(await explained(given)).toEqual({ verdict, leading, fires: [...fires].sort() });
  });
});
