import type { PromptName } from '../../text/prompts';
import type { Speech } from '../speech';

/** That we call back, and that the caller is to hang up. */
export const partingWords = ['call-back-notice-1', 'call-back-notice-2'] as const satisfies readonly PromptName[];

/** Whether the first of them was heard to its end: who hangs up then does as told, who does earlier has fled. */
export function isTold(speech: Speech | null): boolean {
  return speech === null || speech.prompts.length < partingWords.length;
}
