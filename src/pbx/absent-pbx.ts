import { type Pbx, PbxError, type PbxGauges, type WaitingChannel } from './pbx';

/** No exchange that hands calls over: the service answers questions only (FastAGI). */
export class AbsentPbx implements Pbx {
  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  answer(): Promise<void> {
    return this.refuse('answer');
  }

  play(): Promise<void> {
    return this.refuse('play');
  }

  stopPlayback(): Promise<void> {
    return this.refuse('stop playback');
  }

  setVariable(): Promise<void> {
    return this.refuse('set variable');
  }

  continueAt(): Promise<void> {
    return this.refuse('continue');
  }

  record(): Promise<void> {
    return this.refuse('record');
  }

  stopRecording(): Promise<void> {
    return this.refuse('stop recording');
  }

  async recordings(): Promise<readonly string[]> {
    return [];
  }

  readRecording(): Promise<Uint8Array> {
    return this.refuse('read recording');
  }

  dropRecording(): Promise<void> {
    return this.refuse('drop recording');
  }

  callOut(): Promise<void> {
    return this.refuse('call out');
  }

  async waitingChannels(): Promise<readonly WaitingChannel[]> {
    return [];
  }

  watch(): void {}

  /** As well as it can be. */
  gauges(): PbxGauges {
    return { connected: true, pendingRequests: 0, listeners: 0 };
  }

  private async refuse(operation: string): Promise<never> {
    throw new PbxError('unreachable', operation, 'there is no exchange');
  }
}
