import { chooseNumbering } from '../../../src/cli/choose-numbering';
import { tellNumbering } from '../../../src/cli/service-telling';
import type { ServiceLog } from '../../../src/journal/service-log';

function recordingLog() {
  const lines: unknown[] = [];
  const note = (event: string, data?: unknown) => lines.push([event, data]);
  const log: ServiceLog = { info: note, warn: note, error: note };
  return { log, lines };
}

const data = chooseNumbering({ env: { DENWABAN_DATA_DIR: '/nowhere' } });
const { date } = data.numbering.snapshot;

describe('of its numbering data the service tells', () => {
  it('nothing while all is well', () => {
    const { log, lines } = recordingLog();
    tellNumbering(log, data);
    tellNumbering(log, data, data);
    expect(lines).toEqual([]);
  });

  it('that a reload brought others', () => {
    const { log, lines } = recordingLog();
    const others = { ...data, numbering: { ...data.numbering }, file: '/data/numbering.txt' };
    tellNumbering(log, others, data);
    expect(lines).toEqual([['numbering-replaced', { file: '/data/numbering.txt', date }]]);
  });

  it('that those of an update are damaged, each time it finds them so', () => {
    const { log, lines } = recordingLog();
    const passedOver = { file: '/data/numbering.txt', why: 'damaged', reason: 'its end is missing' } as const;
    tellNumbering(log, { ...data, passedOver });
    expect(lines).toEqual([['numbering-damaged', { file: '/data/numbering.txt', reason: 'its end is missing' }]]);
  });

  it('nothing of those that are only older than the shipped ones', () => {
    const { log, lines } = recordingLog();
    tellNumbering(log, { ...data, passedOver: { file: '/data/numbering.txt', why: 'older', date: '2001-01-01' } });
    expect(lines).toEqual([]);
  });
});
