/**
 * How long the dialplan leaves a caller with a silent service, in seconds: `TIMEOUT(absolute)` in
 * extensions-denwaban.conf. Every renewal starts it anew.
 */
export const leaseSeconds = 10;

/** Three renewals may be lost before the lease runs out. */
export const renewMs = (leaseSeconds * 1000) / 4;
