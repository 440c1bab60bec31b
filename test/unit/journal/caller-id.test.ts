import { createSecretKey } from 'node:crypto';
import { callerId } from '../../../src/journal/caller-id';

const key = createSecretKey(Buffer.alloc(32, 1));
const otherKey = createSecretKey(Buffer.alloc(32, 2));

describe('the id of a caller', () => {
  it('is 16 hexadecimal digits that show nothing of the number', () => {
    expect(callerId('+81312349999', key)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is equal for equal numbers only', () => {
    expect(callerId('+81312349999', key)).toBe(callerId('+81312349999', key));
    expect(callerId('+81312349999', key)).not.toBe(callerId('+81312349998', key));
  });

  it('is another one in another installation', () => {
    expect(callerId('+81312349999', key)).not.toBe(callerId('+81312349999', otherKey));
  });
});
