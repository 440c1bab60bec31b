import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { LabError } from './say.mjs';

/**
 * An apt of our own: its state lives in one folder, needs no root and changes nothing on the host.
 * It takes from the host only how to reach a Debian mirror (address, proxy, credentials) and Debian's public keys.
 */

/** Debian 12 and 13 have no Asterisk package; this release has 22. */
const SUITE = 'forky';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Throws a {@link LabError} that says why this host cannot have a private apt. */
export async function requireDebianTools() {
  const missing = [];
  for (const tool of ['apt-get', 'dpkg-deb', 'flock']) {
    await runCommand([tool, '--version']).catch(() => missing.push(tool));
  }
  if (!existsSync(KEYRING)) missing.push(`${KEYRING} (debian-archive-keyring)`);
  if (missing.length === 0) return;
  throw new LabError({
    en: `The private Asterisk comes from Debian's packages, but this host lacks: ${missing.join(', ')}.
  Use containers instead:  docker compose up --build
  or programs you installed (Asterisk 20.6 or newer, SIPp, Redis):  --asterisk system`,
    ja: `専用の Asterisk は Debian のパッケージから用意しますが、このホストには次のものがありません: ${missing.join(', ')}
  コンテナで動かすには:  docker compose up --build
  インストール済みの Asterisk 20 以降・SIPp・Redis を使うには:  --asterisk system`,
  });
}

/** Lays out the private apt in `folder`; `components` are the parts of Debian's archive it may fetch from. */
export async function createPrivateApt(folder, signal, components = 'main') {
  for (const name of ['state/lists/partial', 'cache/archives/partial', 'parts']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  // An empty status file means "nothing is installed", so every library comes along, glibc included.
  await writeFile(join(folder, 'status'), '');
  await writeFile(
    join(folder, 'sources.list'),
    `deb [signed-by=${KEYRING}] ${await debianMirror()} ${SUITE} ${components}\n`,
  );
  await writeFile(join(folder, 'parts', 'host-network'), await hostNetworkSettings());
  await writeFile(join(folder, 'apt.conf'), aptSettings(folder));
  const env = { ...process.env, APT_CONFIG: join(folder, 'apt.conf'), LC_ALL: 'C.UTF-8' };
  const aptGet = (args, onStatus) => runCommand(['apt-get', '-qq', ...args], { env, signal, onStatus });

  return {
    archives: join(folder, 'cache', 'archives'),

    /** Fetches the package lists; apt checks their signature against Debian's keys. */
    update: () => aptGet(['update', '--error-on=any']),

    /** What `packages` need, themselves included, with the checksums from the signed lists. */
    async resolve(packages) {
      const uris = await aptGet(['install', '--print-uris', '-o', 'Acquire::ForceHash=SHA256', ...packages]);
      return [...uris.matchAll(/^'\S+' (\S+) (\d+) SHA256:([0-9a-f]{64})$/gm)].map(([, file, size, sha256]) => ({
        file,
        size: Number(size),
        sha256,
      }));
    },

    /** Downloads what {@link resolve} named; `onProgress` gets a share between 0 and 1. */
    download: (packages, onProgress) =>
      aptGet(['install', '--yes', '--download-only', '-o', 'APT::Status-Fd=3', ...packages], (lines) => {
        const latest = [...lines.matchAll(/^dlstatus:\d+:([\d.]+):/gm)].at(-1);
        if (latest) onProgress(Number(latest[1]) / 100);
      }),
  };
}

function aptSettings(folder) {
  return `
Dir::State "${folder}/state";
Dir::State::status "${folder}/status";
Dir::Cache "${folder}/cache";
Dir::Etc::sourcelist "${folder}/sources.list";
Dir::Etc::sourceparts "/dev/null";
// The host's hooks, pins and preferences are not our business.
Dir::Etc::parts "${folder}/parts";
Dir::Etc::main "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
// Everything stays in our folder, so apt need neither become another user nor lock dpkg.
APT::Sandbox::User "";
Debug::NoLocking "true";
Acquire::Languages "none";
Acquire::Retries "3";
`;
}

/** Where the host itself gets Debian from; DENWABAN_DEBIAN_MIRROR overrides it. */
async function debianMirror() {
  const override = process.env.DENWABAN_DEBIAN_MIRROR;
  if (override) return override;
  const sites = await runCommand(['apt-get', 'indextargets', '--format', '$(SITE)', 'Created-By: Packages']);
  const mirror = sites.split('\n').find((site) => /\/debian\/?$/.test(site));
  if (mirror) return mirror;
  throw new LabError({
    en: 'apt on this host knows no Debian mirror. Name one in DENWABAN_DEBIAN_MIRROR.',
    ja: 'このホストの apt には Debian のミラーが設定されていません。DENWABAN_DEBIAN_MIRROR で指定してください。',
  });
}

/** Proxy, time limits and the like, as `apt-config dump` prints them: in apt's own syntax. */
async function hostNetworkSettings() {
  const dump = await runCommand(['apt-config', 'dump']);
  const acquire = dump.split('\n').filter((line) => /^Acquire::(?!Languages|Retries)/.test(line));
  return `${acquire.join('\n')}\n`;
}
