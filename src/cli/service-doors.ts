import { type AgiServer, serveAgi } from '../agi/server';
import { systemClock } from '../call/clock';
import { type HealthPage, serveHealth } from '../console/health';
import { DenwabanError, messageOf } from '../errors';
import { AbsentPbx } from '../pbx/absent-pbx';
import type { ServiceParts } from './service-parts';
import { version } from './version';

/** Where others reach the service. */
export interface ServiceDoors {
  close(): Promise<void>;
}

/**
 * Opens those that the configuration wants. One that cannot be opened is told, and calls are screened all the same.
 *
 * @throws DenwabanError DENWABAN_AGI_UNAVAILABLE where FastAGI is the only way calls come in
 */
export async function openDoors(parts: ServiceParts): Promise<ServiceDoors> {
  const agi = await openAgiDoor(parts);
  const health = await openHealthPage(parts, agi);
  return {
    async close() {
      await agi?.close();
      await health?.close();
    },
  };
}

/** Without it the dialplans that ask over FastAGI ring the office. */
async function openAgiDoor({ pbx, judge, journal, log, memory, callerId }: ServiceParts): Promise<AgiServer | null> {
  const { listen } = judge.config.agi;
  if (listen === null) return null;
  try {
    const server = await serveAgi(listen, {
      judge,
      journal,
      log,
      clock: systemClock,
      callerId,
      learn: ({ subject }, at) => memory.learn(subject, { at, answered: false, challenge: 'none', short: false }),
    });
    log.info('agi-ready', { address: listen });
    return server;
  } catch (error) {
    const trouble = { address: listen, reason: messageOf(error) };
    if (pbx instanceof AbsentPbx) throw new DenwabanError('DENWABAN_AGI_UNAVAILABLE', trouble, { cause: error });
    log.warn('agi-unavailable', trouble);
    return null;
  }
}

async function openHealthPage(parts: ServiceParts, agi: AgiServer | null): Promise<HealthPage | null> {
  const { judge, log, pbx, switchboard, aftermath, notices, store, memory } = parts;
  const { listen } = judge.config.health;
  if (listen === null) return null;
  const health = () => {
    const { connected, ...gauges } = pbx.gauges();
    return {
      ok: connected,
      version: version(),
      connected,
      ...gauges,
      ...switchboard.gauges(),
      ...aftermath.gauges(),
      notices: notices.gauges(),
      questions: agi?.gauges().questions ?? 0,
      store: { kind: store.kind, ...memory.counts },
    };
  };
  try {
    return await serveHealth(listen, health);
  } catch (error) {
    log.warn('health-unavailable', { address: listen, reason: messageOf(error) });
    return null;
  }
}
