import fc from 'fast-check';
import { type Result, resultLine, type Told } from '../../../src/call/result-line';
import type { Finding } from '../../../src/screening/finding';

const tags = { allow: '', screened: '[確認済]', suspect: '[注意]', failedOpen: '[未確認]' };

function finding(rule: string, weight: number): Finding {
  return { rule, weight, mode: 'enforce', facts: {} };
}

function line(told: Told, more: Partial<Result> = {}): string | null {
  return resultLine({ told, score: 0, threshold: 40, findings: [], tags, ...more });
}

const abroad = finding('domestic-fixed-from-abroad', 80);
const diverted = finding('diverted', -40);
const denied = finding('deny-entry', 0);

describe('what the dialplan is told of a call', () => {
  it('is nothing for an ordinary call', () => {
    expect(line({ to: 'allow' })).toBeNull();
  });

  it.each<[string, string | null, string]>([
    [
      'a call allowed in spite of findings',
      line({ to: 'allow' }, { score: 40, findings: [abroad, diverted] }),
      'ALLOW|40/40||domestic-fixed-from-abroad(+80) diverted(-40)|',
    ],
    [
      'an allowed call where the office wants a tag',
      line({ to: 'allow' }, { tags: { ...tags, allow: '[OK]' } }),
      'ALLOW||[OK]||',
    ],
    [
      'a passed challenge',
      line({ to: 'pass' }, { score: 80, findings: [abroad] }),
      'SCREEN|80/40|[確認済]|domestic-fixed-from-abroad(+80)|',
    ],
    [
      'a suspect whom nobody has challenged',
      line({ to: 'suspect' }, { score: 80, findings: [abroad] }),
      'SCREEN|80/40|[注意]|domestic-fixed-from-abroad(+80)|',
    ],
    [
      'a caller who stated a name',
      line({ to: 'present', name: { recording: 'name-1', offsetMs: 0 } }, { score: 80, findings: [abroad] }),
      'SCREEN|80/40|[注意]|domestic-fixed-from-abroad(+80)|',
    ],
    [
      'a caller who may leave a message',
      line({ to: 'message' }, { score: 80, findings: [abroad] }),
      'SCREEN|80/40||domestic-fixed-from-abroad(+80)|',
    ],
    [
      'a caller whom we call back',
      line({ to: 'hang-up' }, { score: 80, findings: [abroad] }),
      'SCREEN|80/40||domestic-fixed-from-abroad(+80)|',
    ],
    ['a refusal', line({ to: 'reject', code: 607 }, { findings: [denied] }), 'REJECT|0/40||deny-entry|607'],
    ['an unjudged call', line({ to: 'open', why: 'verdict-deadline' }), 'OPEN||[未確認]|verdict-deadline|'],
    [
      'a call judged, but not screened to the end',
      line({ to: 'open', why: 'prompt-failed' }, { score: 80, findings: [abroad] }),
      'OPEN|80/40|[未確認]|prompt-failed domestic-fixed-from-abroad(+80)|',
    ],
  ])('%s', (_what, told, expected) => {
    expect(told).toBe(expected);
  });

  it('names whole rules only, as far as there is room', () => {
    const many = Array.from({ length: 30 }, (_, index) => finding(`rule-number-${index}`, 10));
    const [, , , reasons = ''] = line({ to: 'pass' }, { score: 300, findings: many })?.split('|') ?? [];
    expect(reasons.length).toBeLessThan(220);
    expect(reasons.split(' ').every((word) => /^rule-number-\d+\(\+10\)$/.test(word))).toBe(true);
  });

  it('has five fields whatever the tag holds, and nothing in it that the dialplan would evaluate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (screened) => {
        const told = line({ to: 'pass' }, { tags: { ...tags, screened } }) ?? '';
        expect(told.split('|')).toHaveLength(5);
        expect(told).not.toMatch(/[$"\\{}]/);
      }),
    );
  });
});
