import { project } from '../lab/project';
import { draw } from './draw';
import { explore } from './explore';

/** Where the diagram of the state machine stands. */
export const diagramFile = project('ARCHITECTURE.md');

const begin = '<!-- state machine: written by `npm run diagram -- --write` -->';
const end = '<!-- end of the state machine -->';

/** The page with the diagram as the code has it; all else stays as it is. */
export function withDiagram(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${diagramFile} lacks "${begin}" followed by "${end}"`);
  return `${page.slice(0, from)}${begin}\n\n\`\`\`mermaid\n${draw(explore())}\n\`\`\`\n\n${page.slice(to)}`;
}
