#!/usr/bin/env node
import { processIo } from './cli/io';
import { run } from './cli/program';

run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
