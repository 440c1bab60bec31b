import { readFileSync } from 'node:fs';
import { draw } from '../../../tools/diagram/draw';
import { explore } from '../../../tools/diagram/explore';
import { diagramFile, withDiagram } from '../../../tools/diagram/page';

test('ARCHITECTURE.md shows the state machine as `npm run diagram -- --write` makes it of the code', () => {
  const page = readFileSync(diagramFile, 'utf8');
  expect(withDiagram(page)).toBe(page);
});

test('every way out is found, and every outcome that a screened call can have', () => {
  const transitions = explore();
  const ways = transitions.flatMap(({ to }) => (to.state.phase === 'leaving' ? [to.state.handOver.to] : []));
  expect([...new Set(ways)].sort()).toEqual(
    ['allow', 'hang-up', 'message', 'open', 'pass', 'present', 'reject'].sort(),
  );
  const outcomes = transitions.flatMap(({ to }) =>
    to.effects.flatMap((effect) => (effect.do === 'finish' ? [effect.ending.outcome] : [])),
  );
  expect([...new Set(outcomes)].sort()).toEqual(
    ['abandoned', 'call-back', 'connected', 'failed-open', 'message', 'presented', 'refused'].sort(),
  );
});

test('every arrow is drawn once', () => {
  const ends = draw(explore())
    .split('\n')
    .map((line) => line.split(':')[0]);
  expect(new Set(ends).size).toBe(ends.length);
});
