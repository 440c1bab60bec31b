#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { labFolder } from '../lab/fetch.mjs';
import { withLock } from '../lab/lab-lock.mjs';
import { createPrivateApt, requireDebianTools } from '../lab/private-apt.mjs';
import { LOADERS, TRIPLETS } from '../lab/private-programs.mjs';
import { phase } from '../lab/progress.mjs';
import { runCommand } from '../lab/run-command.mjs';
import { LabError, say } from '../lab/say.mjs';

/**
 * Finds the two speech synthesisers, Open JTalk and Flite, or fetches them from Debian's packages into the
 * laboratory's folder. Prints how to run each, as JSON: `{"ja": [program, argument, …], "en": […]}`.
 */

const PACKAGES = ['open-jtalk', 'open-jtalk-mecab-naist-jdic', 'hts-voice-nitech-jp-atr503-m001', 'flite'];
/** The Japanese voice is free, but was made with a tool that is not; Debian keeps such in `contrib`. */
const COMPONENTS = 'main contrib';

const DICTIONARY = 'var/lib/mecab/dic/open-jtalk/naist-jdic';
const JAPANESE_VOICE = 'usr/share/hts-voice/nitech-jp-atr503-m001/nitech_jp_atr503_m001.htsvoice';
/** CMU ARCTIC's RMS: of the voices in Debian the one that speech recognition understands best at 8 kHz. */
const ENGLISH_VOICE = 'rms';

function installedSynthesisers() {
  const [openJTalk, flite] = ['open_jtalk', 'flite'].map(onPath);
  const complete = openJTalk && flite && [DICTIONARY, JAPANESE_VOICE].every((file) => existsSync(join('/', file)));
  return complete ? describe('/', [openJTalk], [flite]) : undefined;
}

async function fetchedSynthesisers() {
  const folder = labFolder();
  await mkdir(folder, { recursive: true });
  const home = join(folder, 'speech');
  await withLock(
    join(folder, 'speech.lock'),
    async () => {
      if (existsSync(home)) return;
      const partial = join(folder, 'speech.partial');
      await rm(partial, { recursive: true, force: true });
      await unpack(partial);
      await rename(partial, home);
    },
    () => console.error(say({ en: 'Another fetch is under way; waiting …', ja: '別の取得処理の完了を待っています…' })),
  );
  const libraries = join(home, 'usr/lib', TRIPLETS[process.arch]);
  const run = (program) => [
    join(home, LOADERS[process.arch]),
    '--library-path',
    libraries,
    join(home, 'usr/bin', program),
  ];
  return describe(home, run('open_jtalk'), run('flite'));
}

async function unpack(root) {
  await requireDebianTools().catch(() => {
    throw new LabError({
      en: `Install ${PACKAGES.join(', ')} (Debian, Ubuntu), or run this on a host that has apt.`,
      ja: `${PACKAGES.join('、')} をインストールするか (Debian、Ubuntu)、apt のあるホストで実行してください。`,
    });
  });
  const apt = await createPrivateApt(join(root, 'apt'), undefined, COMPONENTS);
  await phase(say({ en: 'download the speech synthesisers', ja: '音声合成ソフトの取得' }), async () => {
    await apt.update();
    await apt.download(PACKAGES, () => {});
  });
  await phase(say({ en: 'unpack', ja: '展開' }), async () => {
    for (const file of await readdir(apt.archives)) {
      if (file.endsWith('.deb')) await runCommand(['dpkg-deb', '--extract', join(apt.archives, file), root]);
    }
  });
  await rm(join(root, 'apt'), { recursive: true });
}

function describe(root, openJTalk, flite) {
  return {
    ja: [...openJTalk, '-x', join(root, DICTIONARY), '-m', join(root, JAPANESE_VOICE)],
    en: [...flite, '-voice', ENGLISH_VOICE],
  };
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
}

try {
  console.log(JSON.stringify(installedSynthesisers() ?? (await fetchedSynthesisers())));
} catch (error) {
  console.error(error instanceof LabError ? error.message : error);
  process.exitCode = 1;
}
