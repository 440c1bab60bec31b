import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { processIo } from '../../src/cli/io';
import { formatDecision } from '../../src/journal/format-decision';
import { letCall } from '../lab/caller';
import { writeFreshTables } from '../lab/fresh-tables';
import { type House, openHouse } from '../lab/house';
import { project } from '../lab/project';
import type { PhoneConduct } from '../lab/telephone';
import { type DemoCall, demoCalls, type PastEvent, visitor } from './calls';
import { differences, experienceLine } from './report';

/** `npm run demo`: real callers, a real Asterisk, and Denwaban as it comes, with no configuration and no Redis. */

/** So many callers at a time: as many as two cores carry without delay. */
const callersAtOnce = 4;

/** What a run leaves behind to be read, below the project's folder. */
const recordsFolder = project('.cache', 'demo');

const io = processIo();
const texts = {
  ja: {
    opening: '事務所を開けています: Asterisk、電話機、電話番 (設定ファイルなし、組込みの記憶)',
    tables:
      '番号表は今日取得したものとして扱います (実際の日付のままでは、古い表の分だけ「割り当てなし」の重みが減ります)',
    done: (right: number, all: number) => `${all} 件の呼のうち ${right} 件が予想どおりでした。`,
    records: (folder: string) => `判定の記録とログ: ${folder}`,
    kept: (address: string) =>
      `動かしたままにしています。ソフトフォンから sip:0312345678@${address} へかけてください (ひかり電話の回線として扱います)。終わるには Ctrl-C。`,
  },
  en: {
    opening: 'opening the office: Asterisk, a telephone, Denwaban (no configuration file, embedded store)',
    tables:
      'the numbering tables are taken as if fetched today (with their real date an unallocated block weighs less)',
    done: (right: number, all: number) => `${right} of ${all} calls ended as they should.`,
    records: (folder: string) => `decisions and logs: ${folder}`,
    kept: (address: string) =>
      `Left running. Call sip:0312345678@${address} from a softphone (it counts as the ひかり電話 trunk). Ctrl-C ends it.`,
  },
}[io.language];

/** A softphone on this machine calls as if through the ひかり電話 trunk. */
const softphone = '[softphone-address]\ntype = identify\nendpoint = hikari\nmatch = 127.0.0.1\n';

async function demo({ keep = false }: { readonly keep?: boolean }): Promise<void> {
  io.out(`${texts.opening}\n${texts.tables}\n\n`);
  rmSync(recordsFolder, { recursive: true, force: true });
  mkdirSync(recordsFolder, { recursive: true });
  const tables = join(recordsFolder, 'numbering.txt');
  writeFreshTables(tables, new Date(io.now()).toISOString().slice(0, 10));
  const house = await openHouse({
    env: { DENWABAN_NUMBERING_FILE: tables },
    voices: [visitor],
    siteFiles: keep ? { 'site/more.conf': softphone } : {},
  });
  try {
    const right = await placeAll(house);
    await keepRecords(house);
    io.out(`\n${texts.done(right, demoCalls.length)}\n${texts.records(recordsFolder)}\n`);
    if (right < demoCalls.length) process.exitCode = 1;
    if (!keep) return;
    io.out(`${texts.kept(`${house.asterisk.sipAddress}:${house.asterisk.sipPort}`)}\n`);
    await untilInterrupted();
  } finally {
    await house.stop();
  }
}

/** The laboratory's programs keep nobody awake: this does. */
async function untilInterrupted(): Promise<void> {
  const awake = setInterval(() => undefined, 60_000);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(awake);
}

/**
 * Returns how many calls ended as they should. Those with a past, and those for whom the telephone does
 * something of its own, come last, one by one: it would colour the others.
 */
async function placeAll(house: House): Promise<number> {
  const waiting = demoCalls.filter((call) => !needsQuiet(call));
  let right = 0;
  const line = async (): Promise<void> => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      if (await place(house, call)) right += 1;
    }
  };
  await Promise.all(Array.from({ length: callersAtOnce }, line));
  for (const call of demoCalls) {
    if (!needsQuiet(call)) continue;
    for (const event of call.past ?? []) await live(house, event);
    house.phone.behave(call.phone ?? answer);
    if (await place(house, call)) right += 1;
  }
  return right;
}

function needsQuiet({ past, phone }: DemoCall): boolean {
  return past !== undefined || phone !== undefined;
}

const answer: PhoneConduct = (call) => call.answer();

/** The office remembers a call once it is over. */
async function live(house: House, event: PastEvent): Promise<void> {
  if ('dialled' in event) await house.dialOut(event.dialled);
  else await letCall(house, event.answered);
  await house.denwaban.untilQuiet();
}

async function place(house: House, call: DemoCall): Promise<boolean> {
  const { language, colours } = io;
  const got = await letCall(house, call.caller);
  const decision = await house.denwaban.untilDecision(got.callId);
  const staff = call.expected.staff === undefined ? null : (await house.denwaban.untilSequel(decision.id)).staff;
  const differing = differences(call, decision, staff, got);
  const lines = [
    `● ${call.story[language]}`,
    formatDecision(decision, language, colours).trimEnd(),
    experienceLine(got, differing, language, colours),
  ];
  io.out(`${lines.join('\n')}\n`);
  return differing.length === 0;
}

/** The laboratory's folders go with it; what a reader may want to see stays. */
async function keepRecords({ denwaban, asterisk }: House): Promise<void> {
  cpSync(join(denwaban.dataDir, 'journal'), recordsFolder, { recursive: true });
  writeFileSync(join(recordsFolder, 'denwaban.log'), denwaban.readLog());
  writeFileSync(join(recordsFolder, 'asterisk.log'), await asterisk.readLog());
}

new Command('demo')
  .description('Screens fourteen real calls through a real Asterisk, and shows each decision and what its caller got.')
  .option('--keep', 'leave everything running afterwards, for a softphone of your own')
  .action(demo)
  .parseAsync()
  .catch((error: unknown) => {
    io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  });
