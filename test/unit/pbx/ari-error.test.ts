import { toPbxError } from '../../../src/pbx/asterisk/ari-error';
import { PbxError, type PbxErrorKind } from '../../../src/pbx/pbx';

it.each<[unknown, PbxErrorKind, string]>([
  [new Error('404 {"message":"Channel not found"}'), 'not-found', 'Channel not found'],
  [new Error('409 {"message":"Channel not in Stasis application"}'), 'conflict', 'Channel not in Stasis application'],
  [new Error('412 {"message":"Channel in invalid state"}'), 'conflict', 'Channel in invalid state'],
  [new Error('400 {"message":"Invalid parameter"}'), 'refused', 'Invalid parameter'],
  [new Error('500 {"message":"Allocation failed"}'), 'refused', 'Allocation failed'],
  [new Error('401 '), 'refused', ''],
  [new Error('503 <html>\nbusy</html>'), 'unreachable', '<html>\nbusy</html>'],
  [new Error('0 no answer in time'), 'unreachable', 'no answer in time'],
  [new Error('a defect in a library'), 'unreachable', 'a defect in a library'],
  ['thrown as text', 'unreachable', 'thrown as text'],
  [{ odd: true }, 'unreachable', '{"odd":true}'],
])('%p is %s', (cause, kind, message) => {
  const error = toPbxError('play', cause);
  expect(error).toBeInstanceOf(PbxError);
  expect(error).toMatchObject({ kind, operation: 'play', message: `play: ${message}`, cause });
});
