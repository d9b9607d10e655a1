import type { Observations } from '../../src/measurement/observation.js';

/** Of each message: sent, fetched, ended, and by whom; services of `service` seconds. */
export function served(
  messages: readonly {
    readonly sent: number;
    readonly fetched?: number;
    readonly end: number;
    readonly by: number;
  }[],
  service = 1,
): Observations {
  const column = (value: (message: (typeof messages)[number]) => number) =>
    Float64Array.from(messages, value);
  const sent = column(message => message.sent);
  const finished = column(({ end }) => end);
  return {
    ...{
      count: messages.length,
      intended: sent,
      sent,
      finished,
      received: sent,
      started: sent,
      acknowledged: finished,
    },
    fetched: column(message => message.fetched ?? message.end),
    service: sent.map(() => service),
    consumer: Int32Array.from(messages, ({ by }) => by),
  };
}
