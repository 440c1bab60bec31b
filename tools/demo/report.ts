import { createColors } from 'picocolors';
import type { Decision } from '../../src/journal/decision';
import type { StaffAnswer } from '../../src/text/answers';
import type { Language } from '../../src/text/language';
import type { Experience } from '../lab/caller';
import type { DemoCall } from './calls';

/** What differs from how the call must end, in words; empty when nothing does. */
export function differences(
  { expected }: DemoCall,
  decision: Decision,
  staff: StaffAnswer | null,
  got: Experience,
): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, is: unknown, must: unknown): void => {
    if (is !== must) found.push(`${what} ${String(is)} ≠ ${String(must)}`);
  };
  compare('verdict', decision.verdict, expected.verdict);
  compare('outcome', decision.outcome, expected.outcome);
  compare('rule', decision.findings[0]?.rule ?? null, expected.rule);
  compare('SIP', got.call.finalCode ?? null, expected.code);
  compare('staff', staff, expected.staff ?? null);
  compare('connected', got.connected, expected.outcome === 'connected' || expected.staff === 'taken');
  for (const prompt of expected.heard) compare(`heard ${prompt}`, got.heard.includes(prompt), true);
  return found;
}

const words = {
  ja: {
    got: '発信者には',
    connected: '事務所が応答',
    notConnected: 'つながらず',
    heard: '聞こえた案内',
    none: 'なし',
    differs: '予想と違う',
  },
  en: {
    got: 'the caller got',
    connected: 'office answered',
    notConnected: 'not connected',
    heard: 'heard',
    none: 'nothing',
    differs: 'not as expected',
  },
} as const;

/** One line: what the caller got, and whether it is what it should be. */
export function experienceLine(
  got: Experience,
  differing: readonly string[],
  language: Language,
  colours: boolean,
): string {
  const say = words[language];
  const paint = createColors(colours);
  const mark = differing.length === 0 ? paint.green('✓') : paint.red('✗');
  const answer = got.call.finalCode === undefined ? '–' : `SIP ${got.call.finalCode}`;
  const connection = got.connected ? say.connected : say.notConnected;
  const heard = got.heard.length === 0 ? say.none : got.heard.join(' ');
  const trouble = differing.length === 0 ? '' : `  ${paint.red(`${say.differs}: ${differing.join(', ')}`)}`;
  return `  ${mark} ${say.got}: ${answer}, ${connection}, ${say.heard}: ${heard}${trouble}`;
}
