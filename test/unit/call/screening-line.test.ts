import { screeningLine } from '../../../src/call/screening-line';
import { type ConfigInput, configSchema } from '../../../src/config/schema';
import type { Finding } from '../../../src/screening/finding';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const findings: readonly Finding[] = [
  { rule: 'domestic-fixed-from-abroad', weight: 80, mode: 'enforce', facts: { number: '03****5678' } },
  { rule: 'own-number-from-outside', weight: 90, mode: 'enforce', facts: {} },
];
const named = { to: 'present', name: { recording: 'name-2', offsetMs: 739.6 } } as const;
const lineOf = (handOver: Parameters<typeof screeningLine>[0]['handOver'], input: ConfigInput = {}) =>
  screeningLine({ id, handOver, findings, config: configSchema.parse(input) });

describe('what the dialplan needs to go on with a call by itself', () => {
  it('names the recording and the warnings of a caller who is announced', () => {
    expect(lineOf(named)).toBe(`${id}|ja|90|5|denwaban-name-2-${id}|740|warning-own-number&warning-from-abroad|12|45`);
  });

  it('leaves them out of a message', () => {
    expect(lineOf({ to: 'message' })).toBe(`${id}|ja|90|5||||12|45`);
  });

  it('gives no time for a message where the office wants none', () => {
    expect(lineOf(named, { message: { enabled: false } }).split('|')[2]).toBe('');
  });

  it('follows the configuration', () => {
    const line = lineOf(named, {
      language: 'en',
      message: { maxSeconds: 30, silenceSeconds: 3 },
      challenge: { staffKeySeconds: 20, staffRingSeconds: 60 },
    });
    expect(line).toMatch(/^[^|]+\|en\|30\|3\|.*\|20\|60$/);
  });

  it('holds nothing that the dialplan would evaluate', () => {
    expect(lineOf(named)).toMatch(/^[a-z0-9|&-]+$/);
  });
});
