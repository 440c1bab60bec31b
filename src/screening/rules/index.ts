import type { Rule } from '../finding';
import { attestedByGateway } from './attested-by-gateway';
import { carrierNotOnThisTrunk } from './carrier-not-on-this-trunk';
import { diverted } from './diverted';
import { domestic050FromAbroad } from './domestic-050-from-abroad';
import { domesticFixedFromAbroad } from './domestic-fixed-from-abroad';
import { domesticMobileFromAbroad } from './domestic-mobile-from-abroad';
import { exemptLine } from './exempt-line';
import { foreignNumber } from './foreign-number';
import { foreignOnNationalOnly } from './foreign-on-national-only';
import { fromDiffersFromAsserted } from './from-differs-from-asserted';
import { fullyAttested } from './fully-attested';
import { globalServiceCode } from './global-service-code';
import { impossibleNumber } from './impossible-number';
import { internalCaller } from './internal-caller';
import { lineShowsNoNumbers } from './line-shows-no-numbers';
import { lookalikeNumber } from './lookalike-number';
import { nonexistentCountry } from './nonexistent-country';
import { officialNumber } from './official-number';
import { originCarrierDiffers } from './origin-carrier-differs';
import { ownNumberFromOutside } from './own-number-from-outside';
import { peerOffList } from './peer-off-list';
import { policeLikeNumber } from './police-like-number';
import { privacyContradiction } from './privacy-contradiction';
import { redialledWithNumber } from './redialled-with-number';
import { serviceNumber } from './service-number';
import { unallocatedBlock } from './unallocated-block';
import { verificationFailed } from './verification-failed';
import { withheldByUser } from './withheld-by-user';
import { withheldPayphone } from './withheld-payphone';
import { withheldUnavailable } from './withheld-unavailable';
import { withheldUnknown } from './withheld-unknown';

/** The rule book's table of contents. */
export const ruleBook: readonly Rule[] = [
  // Never block
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
  privacyContradiction,
  verificationFailed,
  attestedByGateway,
  fullyAttested,
  peerOffList,
  diverted,
  // Official and protected numbers
  officialNumber,
  policeLikeNumber,
];

/**
 * Raised whenever a rule comes to judge the same evidence differently, so that verdicts remembered
 * from the older edition are not believed. Ids, weights and settings need not be counted: they speak for themselves.
 */
export const ruleBookEdition = 1;
