import { queueKey } from '../redis/list-sender.js';

/** Each consumer has a list of its own, so that it is known whose a message in service is. */
export const processingKey = (prefix: string, consumer: number): string => `${prefix}:processing:${consumer}`;
/** Is there as long as the consumer lives. */
export const leaseKey = (prefix: string, consumer: number): string => `${prefix}:lease:${consumer}`;
/** How often each message failed or was taken from a dead consumer, by its number. */
export const attemptsKey = (prefix: string): string => `${prefix}:attempts`;
export const deadKey = (prefix: string): string => `${prefix}:dead`;

const each = (consumers: number, key: (consumer: number) => string): string[] =>
  Array.from({ length: consumers }, (_, consumer) => key(consumer));

/** The lists of messages that are still to be served to the end. */
export const openLists = (prefix: string, consumers: number): string[] => [
  queueKey(prefix),
  ...each(consumers, consumer => processingKey(prefix, consumer)),
];

export const allKeys = (prefix: string, consumers: number): string[] => [
  ...openLists(prefix, consumers),
  ...each(consumers, consumer => leaseKey(prefix, consumer)),
  attemptsKey(prefix),
  deadKey(prefix),
];
