import type { CallMemory } from '../../../src/call/call-memory';
import { DialledNotices } from '../../../src/call/dialled-notices';
import { numbering } from '../screening/evidence';

let remembered: string[];
let log: string[];
let notices: DialledNotices;

beforeEach(() => {
  [remembered, log] = [[], []];
  const memory: Pick<CallMemory, 'dialled' | 'emergencyDialled'> = {
    dialled: (number, at) => void remembered.push(`${number} at ${at}`),
    emergencyDialled: (number, at) => void remembered.push(`emergency ${number} at ${at}`),
  };
  const note = (event: string) => void log.push(event);
  notices = new DialledNotices({
    memory,
    log: { info: note, warn: note, error: note },
    clock: { now: () => 7, monotonic: () => 0 },
    numbering: () => numbering,
  });
});

const leg = (...args: string[]) => ({ channel: 'local-1', sipCallId: null, extension: '110', args });

describe('a notice that the office dials', () => {
  it.each<[string, string]>([
    ['0422309999', '+81422309999 at 7'],
    ['1860422309999', '+81422309999 at 7'],
    ['1840422309999', '+81422309999 at 7'],
    ['110', 'emergency 110 at 7'],
    ['118', 'emergency 118 at 7'],
    ['119', 'emergency 119 at 7'],
    ['184110', 'emergency 110 at 7'],
    ['0119', 'emergency 119 at 7'],
    ['117', '117 at 7'],
    ['010442079460000', '+442079460000 at 7'],
  ])('%s is remembered as %s', (dialled, expected) => {
    expect(notices.take(leg('dialled', dialled))).toBe(true);
    expect(remembered).toEqual([expected]);
  });

  it('of an emergency is told to the operator', () => {
    notices.take(leg('dialled', '119'));
    expect(log).toEqual(['emergency-dialled']);
  });
});

it('a caller is no notice', () => {
  expect(notices.take(leg('1', 'trunk=hikari'))).toBe(false);
  expect(remembered).toEqual([]);
});
