import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { LabError } from './say.mjs';

/** The oldest Asterisk with everything the project uses: PJSIPHangup() in the dialplan came with 20.6. */
const OLDEST_ASTERISK = '20.6';

/** Asterisk, SIPp and Redis as this host has them installed; throws a {@link LabError} that names all that is missing. */
export async function findSystemPrograms() {
  const [asterisk, sipp, redis] = ['asterisk', 'sipp', 'redis-server'].map(findProgram);
  const moduleFolder = findFolderWith('chan_pjsip.so', [
    ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/asterisk/modules`),
    '/usr/lib/asterisk/modules',
    '/usr/lib64/asterisk/modules',
  ]);
  // Debian keeps read-only data in /usr/share, a build from source in /var/lib.
  const dataFolder = findFolderWith('documentation/core-en_US.xml', ['/usr/share/asterisk', '/var/lib/asterisk']);

  const missing = [
    !(asterisk && (await isRecent(asterisk))) && `Asterisk >= ${OLDEST_ASTERISK} (asterisk)`,
    asterisk && !moduleFolder && 'chan_pjsip.so (asterisk-modules)',
    asterisk && !dataFolder && 'core-en_US.xml (asterisk)',
    !sipp && 'SIPp (sip-tester)',
    !redis && 'Redis (redis-server)',
  ].filter(Boolean);
  if (missing.length > 0) {
    throw new LabError({
      en: `Not installed on this host: ${missing.join(', ')}. Install them, or leave out \`--asterisk system\`.`,
      ja: `このホストに見つかりません: ${missing.join(', ')}。インストールするか、\`--asterisk system\` を付けずに実行してください。`,
    });
  }
  return { programs: { asterisk: [asterisk], sipp: [sipp], redis: [redis] }, moduleFolder, dataFolder };
}

function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

function findFolderWith(file, folders) {
  return folders.find((folder) => existsSync(join(folder, file)));
}

async function isRecent(asterisk) {
  const text = await runCommand([asterisk, '-V']);
  const [, major = 0, minor = 0] = /^Asterisk (?:certified\/)?(\d+)\.(\d+)/.exec(text) ?? [];
  // Numbers with a point would take 20.19 for older than 20.6.
  const [oldestMajor, oldestMinor] = OLDEST_ASTERISK.split('.').map(Number);
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}
