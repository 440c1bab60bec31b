/** Where a channel is in the dialplan, as ARI tells it; any field may be missing or be something else. */
export interface AriDialplan {
  readonly exten?: unknown;
  readonly app_name?: unknown;
  /** The application's arguments as one text. */
  readonly app_data?: unknown;
}

/** What the channel's `Stasis()` was called with, `null` when it runs something else. */
export function readStasisCall(
  dialplan: AriDialplan | null | undefined,
): { readonly app: string; readonly args: readonly string[] } | null {
  if (dialplan?.app_name !== 'Stasis' || typeof dialplan.app_data !== 'string') return null;
  const [app = '', ...args] = dialplan.app_data.split(',');
  return { app, args };
}
