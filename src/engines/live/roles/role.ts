import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { ConsumersTask, Order, ProducerTask, Report } from './protocol.js';

/** Time in which a role must be ready, and must end when told to. */
const patienceMs = 10_000;

export interface RoleEvents {
  readonly onReport: (report: Report) => void;
  /** The process ended before it reported its end, or reported a failure. */
  readonly onFailure: (message: string) => void;
}

/** A role's process, seen from the parent. */
export class Role {
  /** Processor seconds that it used; known once it has ended. */
  processorSeconds = 0;
  private readonly child: ChildProcess;
  private readonly ready: Promise<void>;
  private readonly ended: Promise<void>;

  constructor(file: URL, task: ProducerTask | ConsumersTask, { onReport, onFailure }: RoleEvents) {
    this.child = fork(file, { serialization: 'advanced', stdio: 'inherit' });
    let hasEnded = false;
    let onReady = () => {};
    let onEnd = () => {};
    this.ready = new Promise(resolve => {
      onReady = resolve;
    });
    this.ended = new Promise(resolve => {
      onEnd = resolve;
    });
    this.child.on('message', (report: Report) => {
      if (report.kind === 'ready') onReady();
      else if (report.kind === 'failed') onFailure(report.message);
      else if (report.kind === 'ended') {
        this.processorSeconds = report.processorSeconds;
        hasEnded = true;
        onEnd();
      } else onReport(report);
    });
    this.child.on('exit', (code, signal) => {
      if (!hasEnded) onFailure(`a process of the run ended (${signal ?? `exit code ${code}`})`);
      onReady();
      onEnd();
    });
    this.child.send(task);
  }

  whenReady(): Promise<void> {
    return withinPatience(this.ready, 'a process of the run did not become ready');
  }

  order(order: Order): void {
    if (this.child.connected) this.child.send(order);
  }

  /** Lets the role report what it has, and ends its process. */
  async end(): Promise<void> {
    this.order({ kind: 'stop' });
    await Promise.race([this.ended, timeout()]);
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

async function withinPatience(promise: Promise<void>, message: string): Promise<void> {
  const late = Symbol();
  if ((await Promise.race([promise, timeout(late)])) === late) throw new Error(message);
}

const timeout = <T>(value?: T) =>
  new Promise<T | undefined>(resolve => {
    setTimeout(() => resolve(value), patienceMs).unref();
  });
