import { callBackLabels, staffLabels } from '../text/labels';
import type { Language } from '../text/language';
import type { KeptRecording, Sequel } from './sequel';

const phrases = {
  ja: {
    message: (seconds: number) => `伝言あり (${seconds} 秒)`,
    noMessage: '伝言なし',
    name: (seconds: number) => `名乗りあり (${seconds} 秒)`,
  },
  en: {
    message: (seconds: number) => `message left (${seconds} s)`,
    noMessage: 'no message left',
    name: (seconds: number) => `name kept (${seconds} s)`,
  },
} as const satisfies Record<Language, unknown>;

/** Staff's answers that send a caller on to leave a message. */
const thenMessage: readonly (Sequel['staff'] | null)[] = ['message', 'no-key', 'unanswered'];

/** What came of a call after its decision, step by step, in the order in which it happened. Never empty. */
export function describeSequel(sequel: Sequel, language: Language): string[] {
  const { staff, name, message, callBack } = sequel;
  const said = phrases[language];
  const steps = [
    name === null ? null : said.name(seconds(name)),
    staff === null ? null : staffLabels[staff][language],
    messageStep(),
    callBack === null ? null : callBackLabels[callBack][language],
  ];
  return steps.filter((step) => step !== null);

  function messageStep(): string | null {
    if (message !== null) return said.message(seconds(message));
    const wasAsked = callBack === null && (staff === null || thenMessage.includes(staff));
    return wasAsked ? said.noMessage : null;
  }
}

function seconds(recording: KeptRecording): number {
  return Math.round(recording.seconds);
}
