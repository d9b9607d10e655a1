/**
 * What was seen of each customer, as columns: seconds from the start of the run, NaN where the run ended
 * before it could be seen. Every statistic of a live run and of its twin derives from these.
 */
export interface Observations {
  readonly count: number;
  /** When the schedule wanted the message sent. */
  readonly intended: Float64Array;
  /** Just before the send call; of a message that came again, the last one. */
  readonly sent: Float64Array;
  /** With its consumer, who may have had others to serve before it. Absent: when it was received. */
  readonly fetched?: Float64Array;
  /** In the hands of a consumer. */
  readonly received: Float64Array;
  /** Start of service. */
  readonly started: Float64Array;
  /** End of service. */
  readonly finished: Float64Array;
  /** The broker's reply to the acknowledgement. */
  readonly acknowledged: Float64Array;
  /** The service time that the customer brought, seconds. */
  readonly service: Float64Array;
  /** Which consumer served it; -1 when none did. */
  readonly consumer: Int32Array;
  /** Present where the queue had room for so many only: 1 for a message that found it full. */
  readonly turnedAway?: Uint8Array;
  /** Present where those who find no room come again. */
  readonly again?: AgainColumns;
  /** Present where clients sent the messages, each of whom waited for its answer before it thought again. */
  readonly clients?: ClientColumns;
}

export interface AgainColumns {
  /** When its last attempt was to be sent: the intended time, and the delays after it. */
  readonly due: Float64Array;
  /** How often it was sent. */
  readonly attempts: Uint32Array;
}

/** Numbers of the messages that were sent, in the order in which they were. */
export const bySending = ({ sent }: Pick<Observations, 'sent'>): number[] =>
  [...sent.keys()].filter(i => Number.isFinite(sent[i])).sort((a, b) => sent[a] - sent[b]);

/** When each message was to be sent for the last time. */
export const dueOf = ({ intended, again }: Observations): Float64Array => again?.due ?? intended;

export interface ClientColumns {
  /** Which client sent it, from 0; -1 when none has. */
  readonly client: Int32Array;
  /** How long the client thought before it, seconds. */
  readonly think: Float64Array;
  /** When the client was told of its end. */
  readonly heard: Float64Array;
}

/** Customers in the system as the broker itself counted them. */
export interface DepthSamples {
  readonly time: Float64Array;
  readonly numberInSystem: Float64Array;
  /** True when it counted only those that waited, not those with a consumer. */
  readonly queueOnly?: boolean;
}
