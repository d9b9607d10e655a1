import type { AfterRestart, Guarantee, Topology } from '../../result/topology.js';
import type { BrokerSetting } from '../../scenario/brokers.js';
import type { LiveSpec } from '../../scenario/type.js';

/** What a scenario sets of its queue; absent is the queue's own default. */
export type Settings = Pick<LiveSpec, BrokerSetting>;

/** What a broker needs to know to make a queue ready. */
export interface BrokerOptions {
  readonly consumers: number;
  readonly settings?: Settings;
  /** Of the user's own server. It may hold a password: it goes to the roles and into no message. */
  readonly redisUrl?: string;
  /** Most messages in the queue, those with consumers included; absent: no limit. Given only to queues that can keep it. */
  readonly capacity?: number;
  /** Whether connections will break in the run, and all ends are to come back by themselves. */
  readonly comesBack?: boolean;
}

/** From where roles connect; plain data that can be posted to another process. May hold a password. */
export type Address = Readonly<Record<string, unknown>>;

/**
 * One kind of queue: one folder in brokers/, one line in the registry. The parent process opens the broker; the
 * roles connect to it from processes of their own. A broker only moves bytes: schedule, clock and statistics
 * belong to the harness.
 */
export interface Broker {
  readonly name: string;
  /** The program that must run beside sender and consumers; absent where they need none. */
  readonly server?: string;
  /** What sender and consumers install from npm. */
  readonly packages: readonly string[];
  /** Whether the queue lives in the process of the consumers: then the producer runs there too, in a thread. */
  readonly colocated: boolean;
  /** How its messages reach the consumers: the twin of a run is computed on it. */
  readonly topology: (settings: Settings) => Topology;
  /** What happens to a message whose consumer dies with it. */
  readonly guarantee: Guarantee;
  /** What the queue still knows when its server was killed and has come back; absent where it has none. */
  readonly afterRestart?: (settings: Settings) => AfterRestart;
  /** Another way to the server: a connection on it can be cut. Absent where none can. */
  readonly detour?: Detour;
  /** @throws LiveUnavailable when there is no such server, or it does not let us in. */
  readonly open: (options: BrokerOptions) => Promise<OpenBroker>;
  /** Takes away what the run left on a server of the user, when the process that opened it was killed. */
  readonly sweep?: (address: Address) => Promise<void>;
  readonly connectSender: (address: Address) => Promise<Sender>;
  /** @param consumer number of the consumer, from 0 */
  readonly connectReceiver: (address: Address, consumer: number) => Promise<Receiver>;
}

export interface Detour {
  /** Where the server really is. */
  readonly from: (address: Address) => { readonly host: string; readonly port: number };
  /** The address by way of a port of loopback. */
  readonly by: (address: Address, port: number) => Address;
}

/** The server of the queue, which can be killed and started again where it was. */
export interface Restart {
  /** Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Resolves when it takes messages again. */
  readonly start: () => Promise<void>;
}

export interface OpenBroker {
  /** Names and versions of the server and the client. */
  readonly software: string;
  readonly address: Address;
  /** Resolves with the reason when the server is lost; never, as long as all is well. */
  readonly lost: Promise<string>;
  /**
   * Messages in the queue or with a consumer, as the broker counts them; absent where it cannot be asked.
   * Fails when the broker does not answer within a few seconds.
   */
  readonly depth?: () => Promise<number>;
  /** True where the broker forgets a message once a consumer has it: the depth is of those that wait. */
  readonly depthOfQueueOnly?: boolean;
  /** Messages that were delivered too often and are delivered no more. */
  readonly deadLetters?: () => Promise<readonly Buffer[]>;
  /** Absent where the server is not ours. */
  readonly restart?: Restart;
  /** Processor seconds that the server has used; absent where that cannot be told. */
  readonly processorSeconds?: () => number | undefined;
  /** Leaves nothing behind. May be called twice. */
  readonly close: () => Promise<void>;
}

export interface Sender {
  /**
   * Hands the message to the queue.
   * @returns a promise that fails when the message cannot be delivered, with QueueFull when there was no room for it
   */
  readonly send: (message: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * One consumer: it receives, serves and acknowledges in a strict cycle. What the broker binds to it ahead of that is
 * told by the topology.
 */
export interface Receiver {
  /** The next message; undefined after `stop`. */
  readonly receive: () => Promise<Buffer | undefined>;
  /** When the message received last came to this consumer, on the monotonic clock. Absent: just now. */
  readonly fetchedAt?: () => number;
  /** Acknowledges the message received last. Resolves with the reply of the broker; undefined where it is not told. */
  readonly acknowledge: () => Promise<void> | undefined;
  /**
   * The work on the message received last failed. A queue with acknowledgement delivers it again, at most as
   * often as it was told; without, it is lost.
   */
  readonly reject: () => Promise<void>;
  /** Ends a `receive` that waits. */
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}
