#!/usr/bin/env node
/**
 * The newcomer's door: `node tools/run.mjs demo|test|check|prompts|numbering|rules|diagram`, straight after `git clone`.
 * Only this check may run on an old Node; everything else is loaded after it.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 12)) {
  const { main } = await import('./run/main.mjs');
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(`Denwaban needs Node.js 20.12 or newer; this is ${process.versions.node}.`);
  console.error(`Node.js 20.12 以降が必要です(現在 ${process.versions.node})。`);
  process.exitCode = 1;
}
