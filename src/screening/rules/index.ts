import type { Rule } from '../finding';
import { anybodyExpected } from './anybody-expected';
import { attestedByGateway } from './attested-by-gateway';
import { callBackVerified } from './call-back-verified';
import { carrierNotOnThisTrunk } from './carrier-not-on-this-trunk';
import { challengeHistory } from './challenge-history';
import { disasterMode } from './disaster-mode';
import { diverted } from './diverted';
import { domestic050FromAbroad } from './domestic-050-from-abroad';
import { domesticFixedFromAbroad } from './domestic-fixed-from-abroad';
import { domesticMobileFromAbroad } from './domestic-mobile-from-abroad';
import { emergencyCallBack } from './emergency-call-back';
import { exemptLine } from './exempt-line';
import { expectedCall } from './expected-call';
import { foreignNumber } from './foreign-number';
import { foreignOnNationalOnly } from './foreign-on-national-only';
import { fromDiffersFromAsserted } from './from-differs-from-asserted';
import { fullyAttested } from './fully-attested';
import { globalServiceCode } from './global-service-code';
import { impossibleNumber } from './impossible-number';
import { internalCaller } from './internal-caller';
import { knownCaller } from './known-caller';
import { knownCallerOriginChanged } from './known-caller-origin-changed';
import { lineShowsNoNumbers } from './line-shows-no-numbers';
import { lookalikeNumber } from './lookalike-number';
import { manyCallersOneTrunk } from './many-callers-one-trunk';
import { nonexistentCountry } from './nonexistent-country';
import { numberWithoutAssertion } from './number-without-assertion';
import { officialNumber } from './official-number';
import { originCarrierDiffers } from './origin-carrier-differs';
import { outsideHours } from './outside-hours';
import { ownNumberFromOutside } from './own-number-from-outside';
import { peerOffList } from './peer-off-list';
import { policeLikeNumber } from './police-like-number';
import { privacyContradiction } from './privacy-contradiction';
import { provenSpoof } from './proven-spoof';
import { redialledWithNumber } from './redialled-with-number';
import { repeatedShortCalls } from './repeated-short-calls';
import { reported } from './reported';
import { screeningPaused } from './screening-paused';
import { serviceNumber } from './service-number';
import { unallocatedBlock } from './unallocated-block';
import { unpublishedLine } from './unpublished-line';
import { unusualNumberForm } from './unusual-number-form';
import { verificationFailed } from './verification-failed';
import { weCalledThem } from './we-called-them';
import { withheldByUser } from './withheld-by-user';
import { withheldPayphone } from './withheld-payphone';
import { withheldUnavailable } from './withheld-unavailable';
import { withheldUnknown } from './withheld-unknown';

/** The rule book's table of contents. */
export const ruleBook: readonly Rule[] = [
  // Never block
  emergencyCallBack,
  screeningPaused,
  disasterMode,
  expectedCall,
  exemptLine,
  internalCaller,
  lineShowsNoNumbers,
  // Withheld
  withheldByUser,
  withheldPayphone,
  withheldUnavailable,
  withheldUnknown,
  redialledWithNumber,
  // Number against plan
  impossibleNumber,
  unallocatedBlock,
  nonexistentCountry,
  globalServiceCode,
  foreignNumber,
  lookalikeNumber,
  serviceNumber,
  // Number against origin
  ownNumberFromOutside,
  domesticFixedFromAbroad,
  domestic050FromAbroad,
  domesticMobileFromAbroad,
  foreignOnNationalOnly,
  carrierNotOnThisTrunk,
  originCarrierDiffers,
  fromDiffersFromAsserted,
  numberWithoutAssertion,
  unusualNumberForm,
  privacyContradiction,
  verificationFailed,
  attestedByGateway,
  fullyAttested,
  peerOffList,
  diverted,
  knownCaller,
  knownCallerOriginChanged,
  provenSpoof,
  callBackVerified,
  // Official and protected numbers
  officialNumber,
  policeLikeNumber,
  // Behaviour
  manyCallersOneTrunk,
  repeatedShortCalls,
  unpublishedLine,
  outsideHours,
  weCalledThem,
  anybodyExpected,
  challengeHistory,
  reported,
];

/** Marked † in the book: an allow entry excuses them by name only. */
export const forgeryRules: readonly string[] = ruleBook.filter(({ forgery }) => forgery).map(({ id }) => id);

/**
 * Raised whenever a rule comes to judge the same evidence differently, so that verdicts remembered
 * from the older edition are not believed. Ids, weights and settings need not be counted: they speak for themselves.
 */
export const ruleBookEdition = 5;
