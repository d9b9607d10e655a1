/** So many bytes at its start tell a message from others: its number. */
export const identityBytes = 8;

/** First frame of what clients tell the dispatcher, and of what it tells them. */
export const frame = {
  /** A producer's message follows. */
  message: 'm',
  /** The message that follows wants to hear whether there is room for so many; the number stands before it. */
  limited: 'c',
  /** It was taken, or there was no room for it; its first bytes follow. */
  taken: 'y',
  full: 'n',
  /** A consumer is free. */
  ready: 'r',
  /** A consumer has served messages; the first bytes of each follow. */
  acknowledge: 'a',
  /** The acknowledgement was heard; the first bytes of the messages follow again. */
  acknowledged: 'k',
  /** The work on a message failed; the first bytes of it follow. Answered like an acknowledgement. */
  reject: 'x',
  /** A consumer lives, however long it has been serving. */
  alive: 'h',
  /** A consumer is here again after its connection broke: the first bytes of the messages that it has follow. */
  again: 'g',
  /** Which messages were delivered too often? They follow in the reply. */
  dead: 't',
  /** How many messages are queued or with a consumer? The number follows in the reply. */
  depth: 'd',
  /** The producer asks whether all it sent has arrived, and is answered when it has. */
  flush: 'f',
  /** A consumer takes its leave: nothing more is sent to it. */
  leave: 'l',
} as const;
