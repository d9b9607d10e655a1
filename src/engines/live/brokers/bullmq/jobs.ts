/** Of every run: what tells runs apart is the prefix. */
export const queueName = 'queue';

/** Where BullMQ keeps something of the queue: a list or set by its name, a job by its number. */
export const keyOf = (prefix: string, what: string): string => `${prefix}:${queueName}:${what}`;

/** Its jobs are JSON, which cannot hold every byte. */
export interface JobData {
  readonly message: string;
}

export const dataOf = ({ message }: JobData): Buffer => Buffer.from(message, 'base64');
