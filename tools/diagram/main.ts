/**
 * Prints the diagram of the state machine as the code makes it: `npm run diagram`, and with `-- --write` also puts it into
 * ARCHITECTURE.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { draw } from './draw';
import { explore } from './explore';
import { diagramFile, withDiagram } from './page';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
console.log(draw(explore()));
if (values.write) writeFileSync(diagramFile, withDiagram(readFileSync(diagramFile, 'utf8')));
