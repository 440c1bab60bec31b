import type { AsteriskPbxOptions } from '../../src/pbx/asterisk/asterisk-pbx';
import type { AsteriskInstance } from '../../tools/lab/asterisk';

/** A client of the laboratory's Asterisk, as the service is one. */
export function pbxOptions(
  { ariUrl, ariUser, ariPassword }: AsteriskInstance,
  heartbeatMs: number,
): AsteriskPbxOptions {
  return {
    url: ariUrl,
    username: ariUser,
    password: ariPassword,
    app: 'denwaban',
    connectTimeoutMs: 3_000,
    requestTimeoutMs: 1_000,
    heartbeatMs,
    language: 'ja',
  };
}
