import { conclude, distinct } from '../../../../src/call/call-back/conclusion';
import type { Fingerprint } from '../../../../src/screening/fingerprint';
import type { CallBackAnswer } from '../../../../src/text/answers';

const here: Fingerprint = { trunk: 'hikari', assertedHost: null, origIoi: null, form: 'national' };
const there: Fingerprint = { ...here, trunk: 'overseas' };

it.each<[CallBackAnswer, readonly (Fingerprint | null)[], string]>([
  ['yes', [here], 'verified'],
  ['yes', [here, { ...here }], 'verified'],
  ['yes', [here, there], 'ambiguous'],
  ['yes', [here, { ...here, form: 'plus' }], 'ambiguous'],
  ['yes', [here, null], 'ambiguous'],
  ['yes', [], 'ambiguous'],
  ['no', [here], 'spoof'],
  ['no', [here, there], 'spoof'],
  ['no-key', [here], 'inconclusive'],
  ['busy', [here], 'inconclusive'],
  ['unanswered', [here], 'inconclusive'],
  ['failed', [here], 'inconclusive'],
])('%s of %j: %s', (answer, fingerprints, conclusion) => {
  expect(conclude(answer, fingerprints)).toBe(conclusion);
});

it('knows an origin that came twice', () => {
  const of = (fingerprint: Fingerprint | null) => ({ fingerprint });
  expect(distinct([of(here), of(there), of(null), of({ ...here })])).toEqual([of(here), of(there)]);
});
