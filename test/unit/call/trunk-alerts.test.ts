import { TrunkAlerts } from '../../../src/call/trunk-alerts';
import { noMemory, type TrunkMemory } from '../../../src/screening/memory';
import { judge, numbers } from '../screening/evidence';

const hour = 3_600_000;
const flooded: TrunkMemory = { ...noMemory.trunk, flood: { sign: 'new-callers', limit: 20 } };
const silent: TrunkMemory = { ...noMemory.trunk, showsNoNumbers: true };
const ordinary = judge({});
const forged = judge({ from: numbers.ours });

let log: string[];
let alerts: TrunkAlerts;
beforeEach(() => {
  log = [];
  const note = (event: string, data?: object) => void log.push(`${event} ${JSON.stringify(data)}`);
  alerts = new TrunkAlerts({ info: note, warn: note, error: note });
});

it('an ordinary call is no news', () => {
  alerts.watch('hikari', noMemory.trunk, ordinary, 0);
  expect(log).toEqual([]);
});

it('a flood is told when it begins, and when it begins again', () => {
  for (const memory of [flooded, flooded, noMemory.trunk, flooded]) alerts.watch('hikari', memory, ordinary, 0);
  const line = 'trunk-flooded {"trunk":"hikari","sign":"new-callers","limit":20}';
  expect(log).toEqual([line, line]);
});

it('each trunk is told of its own', () => {
  alerts.watch('hikari', silent, ordinary, 0);
  alerts.watch('ip050', silent, ordinary, 0);
  expect(log).toHaveLength(2);
});

it('our own number from outside is told once an hour', () => {
  for (const at of [0, hour - 1, hour]) alerts.watch('hikari', noMemory.trunk, forged, at);
  const line = 'own-number-forged {"trunk":"hikari"}';
  expect(log).toEqual([line, line]);
});
