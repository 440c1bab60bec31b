import { join } from 'node:path';

/** The project's folder, from the sources and from their compiled form alike. */
export const projectFolder = __dirname.replace(/\/(dist\/)?tools\/lab$/, '');

/** A path below it. */
export function project(...path: readonly string[]): string {
  return join(projectFolder, ...path);
}
