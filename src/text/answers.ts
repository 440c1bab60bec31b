/**
 * What whoever answered an announced call pressed. `taken`: put through. `refused`: politely. `denied`: and not to be put
 * through again. `message`: asked to leave one. `no-key`: somebody or something answered and pressed nothing.
 * `unanswered`: nobody answered. `hung-up`: the caller went meanwhile.
 */
export const staffAnswers = ['taken', 'refused', 'denied', 'message', 'no-key', 'unanswered', 'hung-up'] as const;
export type StaffAnswer = (typeof staffAnswers)[number];

/**
 * What calling a number back brought. `yes`, `no`: the key that was pressed. `no-key`: answered, and nothing was pressed.
 * `failed`: the trunk did not take the call, or nothing more was heard of it.
 */
export const callBackAnswers = ['yes', 'no', 'no-key', 'busy', 'unanswered', 'failed'] as const;
export type CallBackAnswer = (typeof callBackAnswers)[number];
