/** What every message carries besides its payload. */
export interface Header {
  readonly id: number;
  /** When the schedule wants it sent, seconds from the start. */
  readonly intended: number;
  /** Just before the send call. */
  readonly sent: number;
  /** The service that it needs: it travels with the message, so whichever consumer takes it, the twin knows. */
  readonly service: number;
}

const headerBytes = 32;

export function encode({ id, intended, sent, service }: Header, payloadBytes: number): Buffer {
  const message = Buffer.allocUnsafe(headerBytes + payloadBytes);
  if (payloadBytes > 0) message.fill(0, headerBytes);
  message.writeDoubleLE(id, 0);
  message.writeDoubleLE(intended, 8);
  message.writeDoubleLE(sent, 16);
  message.writeDoubleLE(service, 24);
  return message;
}

export const decode = (message: Buffer): Header => ({
  id: message.readDoubleLE(0),
  intended: message.readDoubleLE(8),
  sent: message.readDoubleLE(16),
  service: message.readDoubleLE(24),
});
