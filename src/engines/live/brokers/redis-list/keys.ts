/** The keys of one run; nothing else on the server is touched. */
export const queueKey = (prefix: string): string => `${prefix}:queue`;
/** Each consumer has a list of its own, so that it is known whose a message in service is. */
export const processingKey = (prefix: string, consumer: number): string => `${prefix}:processing:${consumer}`;
