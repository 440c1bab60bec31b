import { AbsentPbx } from '../../../src/pbx/absent-pbx';

describe('where there is no exchange', () => {
  const pbx = new AbsentPbx();

  it('the service starts and stops, and is as well as it can be', async () => {
    await pbx.start();
    pbx.watch();
    expect(pbx.gauges()).toEqual({ connected: true, pendingRequests: 0, listeners: 0 });
    expect(await pbx.waitingChannels()).toEqual([]);
    expect(await pbx.recordings()).toEqual([]);
    await pbx.stop();
  });

  it.each([
    'answer',
    'play',
    'stopPlayback',
    'setVariable',
    'continueAt',
    'record',
    'stopRecording',
    'readRecording',
    'dropRecording',
    'callOut',
  ] as const)('nothing can be done: %s', async (command) => {
    await expect(pbx[command]()).rejects.toMatchObject({ name: 'PbxError', kind: 'unreachable' });
  });
});
