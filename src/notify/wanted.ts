import type { NoticeConfig } from '../config/schema/notices';
import type { News } from './news';

/** Whether a notice tells of such news. An alert is for everybody. */
export function isWanted({ event, decision, alert }: News, { verdicts, events }: NoticeConfig['when']): boolean {
  if (alert) return true;
  if (event !== 'call') return events.includes(event);
  return verdicts.includes(decision.verdict) || (decision.outcome === 'failed-open' && events.includes('failed-open'));
}
