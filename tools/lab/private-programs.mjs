import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from './lab-lock.mjs';
import { createPrivateApt, requireDebianTools } from './private-apt.mjs';
import { askVersions } from './program-versions.mjs';
import { megabytes, phase } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { LabError, say } from './say.mjs';

/** Changes when the packages or what is kept of them change: an older cache is then fetched anew. */
const RECIPE = 1;
const PACKAGES = ['asterisk', 'sip-tester', 'redis-server'];

/** Debian's name of the machine, as its library folders carry it. */
export const TRIPLETS = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
export const LOADERS = { x64: 'usr/lib64/ld-linux-x86-64.so.2', arm64: 'usr/lib/ld-linux-aarch64.so.1' };

/**
 * Asterisk, SIPp and Redis from Debian's archive, unpacked into `folder` without root and run by their own loader,
 * because their C library is newer than most hosts'.
 */
export async function providePrivatePrograms(folder, signal) {
  const home = join(folder, 'private');
  if (!(await isComplete(home))) {
    await requireDebianTools();
    requireKnownMachine();
    await withLock(
      join(folder, 'lock'),
      () => buildOnce(folder, home, signal),
      () =>
        console.error(say({ en: 'Another fetch is under way; waiting …', ja: '別の取得処理の完了を待っています…' })),
    );
  }
  return describe(home);
}

async function buildOnce(folder, home, signal) {
  // Whoever held the lock before us may have done it.
  if (await isComplete(home)) return;
  // A run that was killed may have left its folder.
  for (const name of await readdir(folder)) {
    if (name.startsWith('partial-')) await rm(join(folder, name), { recursive: true, force: true });
  }
  const partial = join(folder, `partial-${process.pid}`);
  try {
    await build(partial, signal);
    await askVersions(describe(partial).programs);
    await rm(home, { recursive: true, force: true });
    await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function requireKnownMachine() {
  if (TRIPLETS[process.arch]) return;
  throw new LabError({
    en: `The private Asterisk runs on x86-64 and arm64; this is ${process.arch}. Use --asterisk system.`,
    ja: `専用の Asterisk は x86-64 と arm64 で動きます(現在 ${process.arch})。--asterisk system をお使いください。`,
  });
}

async function isComplete(home) {
  const manifest = join(home, 'manifest.json');
  return existsSync(manifest) && JSON.parse(await readFile(manifest, 'utf8')).recipe === RECIPE;
}

async function build(partial, signal) {
  const root = join(partial, 'root');
  await mkdir(root, { recursive: true });
  const apt = await createPrivateApt(join(partial, 'apt'), signal);

  const packages = await phase(say({ en: 'package lists', ja: 'パッケージ一覧の取得' }), async () => {
    await apt.update();
    const resolved = await apt.resolve(PACKAGES);
    return Object.assign(resolved, { summary: count(resolved.length) });
  });
  const total = packages.reduce((sum, { size }) => sum + size, 0);

  await phase(say({ en: 'download', ja: 'ダウンロード' }), async (update) => {
    await apt.download(PACKAGES, (share) => update(`${megabytes(total * share)} / ${megabytes(total)}`));
    return { summary: megabytes(total) };
  });

  await phase(say({ en: 'verify and unpack', ja: '検証と展開' }), async (update) => {
    let unpacked = 0;
    const waiting = [...packages];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const deb = join(apt.archives, next.file);
        await verify(deb, next.sha256);
        await runCommand(['dpkg-deb', '--extract', deb, root], { signal });
        await rm(deb);
        unpacked += 1;
        update(`${unpacked} / ${packages.length}`);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
    return { summary: count(packages.length) };
  });

  await rm(join(partial, 'apt'), { recursive: true });
  await keepOnlyWhatRuns(root);
  await writeFile(join(partial, 'manifest.json'), `${JSON.stringify({ recipe: RECIPE, packages }, null, 2)}\n`);
}

async function verify(deb, sha256) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(deb), hash);
  if (hash.digest('hex') === sha256) return;
  throw new LabError({
    en: `${deb} is not the file that Debian signed. Try again; if it stays so, the mirror is at fault.`,
    ja: `${deb} は Debian が署名したファイルと一致しません。再度実行し、それでも直らなければミラーに問題があります。`,
  });
}

/** Of 300 MB some 150 remain: the programs, their libraries, Asterisk's modules and its data. */
async function keepOnlyWhatRuns(root) {
  const libraries = `usr/lib/${TRIPLETS[process.arch]}`;
  const kept = [
    'usr/sbin/asterisk',
    'usr/bin/sipp',
    // `redis-server` is a link to this one.
    'usr/bin/redis-check-rdb',
    'usr/bin/redis-server',
    LOADERS[process.arch],
    `${libraries}/asterisk`,
    'usr/share/asterisk/documentation',
    'usr/share/asterisk/rest-api',
  ];
  const isLibrary = (path) => path.startsWith(`${libraries}/`) && /\.so(\.|$)/.test(path);
  const prune = async (folder) => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (kept.includes(path) || (isLibrary(path) && !entry.isDirectory())) continue;
      const holdsKept = [...kept, `${libraries}/x`].some((one) => one.startsWith(`${path}/`));
      if (entry.isDirectory() && holdsKept) await prune(path);
      else await rm(join(root, path), { recursive: true });
    }
  };
  await prune('');
}

function describe(home) {
  const root = join(home, 'root');
  const libraries = join(root, 'usr/lib', TRIPLETS[process.arch]);
  const run = (program) => [join(root, LOADERS[process.arch]), '--library-path', libraries, join(root, program)];
  return {
    programs: {
      asterisk: run('usr/sbin/asterisk'),
      sipp: run('usr/bin/sipp'),
      redis: run('usr/bin/redis-server'),
    },
    moduleFolder: join(libraries, 'asterisk', 'modules'),
    dataFolder: join(root, 'usr/share/asterisk'),
  };
}

function count(packages) {
  return say({ en: `${packages} packages`, ja: `${packages} 個` });
}
