import type { ChangedCalls } from '../../replay/comparison';
import { type ReplayResult, ruleRows } from './result';

/** The result for scripts. */
export function reportJson(result: ReplayResult) {
  const { comparison, counts } = result;
  const { calls, withoutEvidence, onUnknownTrunks, first, last, released } = comparison;
  const compared = result.usualConfig !== null;
  return {
    config: result.config,
    usualConfig: result.usualConfig,
    dataDate: result.dataDate,
    observeMode: result.observeMode,
    read: {
      files: result.files,
      otherFiles: result.otherFiles,
      calls,
      first: calls === 0 ? null : new Date(first).toISOString(),
      last: calls === 0 ? null : new Date(last).toISOString(),
      withoutEvidence,
      onUnknownTrunks,
      neverJudged: counts.neverJudged,
      notInbound: counts.notInbound,
      damaged: counts.damaged,
    },
    /** Verdict of then → of now. */
    recorded: comparison.recorded,
    /** Verdict under the usual configuration → under the one that was tried. */
    usual: compared ? comparison.usually : null,
    rules: ruleRows(comparison).map(({ rule, now, usual }) => ({ rule, ...now, usual: compared ? usual : null })),
    released,
    newlyRejected: changedJson(comparison.newlyRejected),
    newlyScreened: changedJson(comparison.newlyScreened),
  };
}

function changedJson({ count, latest }: ChangedCalls) {
  return {
    count,
    latest: latest.map(({ call, before, now }) => ({
      at: new Date(call.at).toISOString(),
      trunk: call.trunk,
      called: call.called,
      caller: { presentation: call.presentation, masked: call.masked },
      before,
      now,
    })),
  };
}
