import { runCommand } from './run-command.mjs';

/** Runs each program once: whoever answers with a version has found its loader and libraries. */
export async function askVersions({ asterisk, sipp, redis }) {
  const [asteriskSays, sippSays, redisSays] = await Promise.all([
    runCommand([...asterisk, '-V']),
    // SIPp's exit code for "nothing was called" is 99.
    runCommand([...sipp, '-v'], { success: 99 }),
    runCommand([...redis, '--version']),
  ]);
  return {
    asterisk: /Asterisk ([\d.]+)/.exec(asteriskSays)?.[1],
    sipp: /SIPp v([\d.]+)/.exec(sippSays)?.[1],
    redis: /v=(\S+)/.exec(redisSays)?.[1],
  };
}
