/** RTP (RFC 3550) and telephone events (RFC 4733): the few fields that a handset needs. */

export const PCMU = 0;
export const TELEPHONE_EVENT = 101;

export interface RtpHeader {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly source: number;
}

export function buildRtp({ payloadType, marker, sequence, timestamp, source }: RtpHeader, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8((marker ? 0x80 : 0) | payloadType, 1);
  header.writeUInt16BE(sequence & 0xffff, 2);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(source >>> 0, 8);
  return Buffer.concat([header, payload]);
}

/** The payload of a packet of that type; undefined for any other packet. */
export function payloadOf(packet: Buffer, payloadType: number): Buffer | undefined {
  if (packet.length < 12 || packet.readUInt8(0) >> 6 !== 2 || (packet.readUInt8(1) & 0x7f) !== payloadType)
    return undefined;
  const sources = packet.readUInt8(0) & 0x0f;
  const begin = 12 + 4 * sources;
  const extended = (packet.readUInt8(0) & 0x10) !== 0;
  return packet.subarray(extended ? begin + 4 + 4 * packet.readUInt16BE(begin + 2) : begin);
}

const EVENTS = '0123456789*#ABCD';

/** `duration` counts samples since the key went down. */
export function telephoneEvent(key: string, duration: number, end: boolean): Buffer {
  const event = EVENTS.indexOf(key);
  if (event < 0 || key.length !== 1) throw new Error(`a telephone has no key '${key}'`);
  const volume = 10;
  const payload = Buffer.from([event, (end ? 0x80 : 0) | volume, 0, 0]);
  payload.writeUInt16BE(duration, 2);
  return payload;
}
