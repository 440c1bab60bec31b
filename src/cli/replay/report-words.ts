import type { Language } from '../../text/language';

const many = (count: number): string => count.toLocaleString('en');
const plural = (count: number, word: string): string => `${many(count)} ${word}${count === 1 ? '' : 's'}`;

/** What a replay's report says, apart from the labels it shares with other texts. */
export const replayWords = {
  ja: {
    demoOffice: '見本の事務所の設定 (設定ファイルなし)',
    read: (calls: number, files: number) => `${many(files)} 個のファイルから ${many(calls)} 件の着信を読みました`,
    span: (first: string, last: string) => ` (${first} – ${last})`,
    judgedBy: (config: string, date: string) => `${config} と ${date} の番号表で判定し直した結果です。`,
    damaged: (lines: number) => `読めない行を ${many(lines)} 行飛ばしました。`,
    neverJudged: (calls: number) => `判定できずに通した ${many(calls)} 件は含みません。`,
    notInbound: (calls: number) => `設定にある回線への着信でない ${many(calls)} 件は含みません。`,
    otherFiles: (files: number) => `INVITE でも記録でもないファイルを ${many(files)} 個飛ばしました。`,
    withoutEvidence: (calls: number) =>
      `${many(calls)} 件は判定材料の記録がないため、当時見つかったことを今の重みで足し直しました。`,
    onUnknownTrunks: (calls: number) => `${many(calls)} 件の回線は設定になく、国内の一般回線として判定しました。`,
    observeMode: '設定は policy.mode: observe ですが、enforce として判定しました。',
    noKey: 'この設置の鍵がないため、記録の中の自社の番号やリストの番号を見分けられません。',
    noLists: '保管先に届かないため、コマンドで登録したリストは含みません。',
    usualMatrix: (usual: string, tried: string) => `${usual} (左) と ${tried} (上)`,
    recordedMatrix: (tried: string) => `当時の判定 (左) と ${tried} による今の判定 (上)`,
    nothing: '判定なし',
    rules: '規則ごとの働き',
    rule: '規則',
    fired: '反応',
    alone: 'これだけで決めた',
    observed: '観察のみ',
    usualFired: '(今の設定) 反応',
    usualAlone: 'これだけで決めた',
    released: (passed: number, failed: number) =>
      `当時確かめ、今なら通す着信のうち、${many(passed)} 件は確認に合格し、${many(failed)} 件は合格しませんでした。`,
    newlyRejected: (count: number) => `新たに断ることになる着信: ${many(count)} 件`,
    newlyScreened: (count: number) => `新たに確かめることになる着信: ${many(count)} 件`,
  },
  en: {
    demoOffice: 'the demo office (no configuration file)',
    read: (calls: number, files: number) => `${plural(calls, 'call')} from ${plural(files, 'file')}`,
    span: (first: string, last: string) => `, ${first} to ${last}`,
    judgedBy: (config: string, date: string) => `Judged again by ${config} and the number tables of ${date}.`,
    damaged: (lines: number) => `${plural(lines, 'damaged line')} passed over.`,
    neverJudged: (calls: number) => `${plural(calls, 'call')} let through unjudged, left out.`,
    notInbound: (calls: number) => `${plural(calls, 'call')} that came in on no configured trunk, left out.`,
    otherFiles: (files: number) => `${plural(files, 'file')} with neither an INVITE nor records, passed over.`,
    withoutEvidence: (calls: number) =>
      `${plural(calls, 'call')} without recorded evidence: what was found then is weighed as today.`,
    onUnknownTrunks: (calls: number) =>
      `${plural(calls, 'call')} on trunks that are not configured: judged as on an ordinary national trunk.`,
    observeMode: 'The configuration says policy.mode: observe; judged as if it said enforce.',
    noKey: 'Without the key of the installation, own and listed numbers cannot be told among those recorded.',
    noLists: 'The store cannot be reached: list entries made by commands are left out.',
    usualMatrix: (usual: string, tried: string) => `${usual} (left) and ${tried} (top)`,
    recordedMatrix: (tried: string) => `Decided then (left) and now by ${tried} (top)`,
    nothing: 'no decision',
    rules: 'What the rules did',
    rule: 'rule',
    fired: 'fired',
    alone: 'decided alone',
    observed: 'observed',
    usualFired: '(usual) fired',
    usualAlone: 'decided alone',
    released: (passed: number, failed: number) =>
      `Of the calls screened then and let through now, ${many(passed)} had passed the challenge and ${many(failed)} had not.`,
    newlyRejected: (count: number) => `Calls that would newly be rejected: ${many(count)}`,
    newlyScreened: (count: number) => `Calls that would newly be screened: ${many(count)}`,
  },
} as const satisfies Record<Language, unknown>;

export type ReplayWords = (typeof replayWords)[Language];
