import { splitAddress } from '../../../src/config/listen-address';

describe('the address of a server of ours', () => {
  it.each([
    ['127.0.0.1:8089', '127.0.0.1', 8089],
    ['[::1]:4573', '::1', 4573],
    ['pbx.example:0', 'pbx.example', 0],
  ])('%s', (listen, host, port) => {
    expect(splitAddress(listen)).toEqual({ host, port });
  });
});
