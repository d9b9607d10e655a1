/** First frame of what clients tell the dispatcher, and of what it tells them. */
export const frame = {
  /** A producer's message follows. */
  message: 'm',
  /** A consumer is free. */
  ready: 'r',
  /** A consumer has served its message. */
  acknowledge: 'a',
  /** The acknowledgement was heard. */
  acknowledged: 'k',
  /** How many messages are queued or with a consumer? The number follows in the reply. */
  depth: 'd',
  /** The producer asks whether all it sent has arrived, and is answered when it has. */
  flush: 'f',
  /** A consumer takes its leave: nothing more is sent to it. */
  leave: 'l',
} as const;
