import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endInWords, endProcess, startProcess } from '../own-process.js';
import { LiveUnavailable } from '../problem.js';
import type { ConsumersTask, Order, ProducerTask, Report } from './protocol.js';

/** Time in which a role must be ready. */
const readyMs = 30_000;

export interface RoleEvents {
  readonly onReport: (report: Report) => void;
  /** The role has begun and cannot go on. */
  readonly onFailure: (message: string) => void;
}

/** A role's process, seen from the parent. */
export class Role {
  /** Processor seconds that it used since its start order; known once it has ended. */
  processorSeconds = 0;
  private readonly child: ChildProcess;
  private readonly ready: Promise<void>;
  private readonly ended: Promise<void>;
  /** Told before it begins that it cannot. */
  private onUnable = (_: Error) => {};
  private onBuilt = () => {};
  private begun = false;
  private doomed = false;

  constructor(file: URL, task: ProducerTask | ConsumersTask, { onReport, onFailure }: RoleEvents) {
    this.child = startProcess(file);
    let hasEnded = false;
    let onReady = () => {};
    let onEnd = () => {};
    this.ready = new Promise((resolve, reject) => {
      onReady = resolve;
      this.onUnable = reject;
    });
    this.ended = new Promise(resolve => {
      onEnd = resolve;
    });
    const fail = (message: string) => {
      if (this.begun) onFailure(message);
      else this.onUnable(new LiveUnavailable(message));
    };
    this.child.on('message', (report: Report) => {
      if (report.kind === 'ready') onReady();
      else if (report.kind === 'built') this.onBuilt();
      else if (report.kind === 'failed') fail(report.message);
      else if (report.kind === 'ended') {
        this.processorSeconds = report.processorSeconds;
        hasEnded = true;
        onEnd();
      } else onReport(report);
    });
    this.child.on('error', ({ message }) => fail(`a process of the run cannot be reached: ${message}`));
    this.child.on('exit', (code, signal) => {
      if (!hasEnded && !this.doomed) fail(`a process of the run ended (${endInWords(code, signal)})`);
      onEnd();
    });
    this.child.send(task);
  }

  /** @throws LiveUnavailable when the role cannot take its place. */
  async whenReady(): Promise<void> {
    const tooLate = sleep(readyMs, undefined, { ref: false }).then(() => {
      throw new LiveUnavailable('a process of the run did not become ready; is the machine overloaded?');
    });
    await Promise.race([this.ready, tooLate]);
  }

  /**
   * Lets it put its share of the backlog into the queue.
   * @throws LiveUnavailable when the queue does not take it
   */
  build(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.onBuilt = resolve;
      this.onUnable = reject;
      this.tell({ kind: 'build' });
    });
  }

  /** @param epoch seconds on the monotonic clock */
  start(epoch: number): void {
    this.begun = true;
    this.tell({ kind: 'start', epoch });
  }

  /** Lets a role that has begun report what it has, so long as `patienceMs`; then it ends. */
  async end(patienceMs: number): Promise<void> {
    if (this.begun) {
      this.tell({ kind: 'stop' });
      await Promise.race([this.ended, sleep(patienceMs, undefined, { ref: false })]);
    }
    await endProcess(this.child);
  }

  /** Ends it as a crash would; nobody takes that for a failure of the run. */
  kill(): void {
    this.doomed = true;
    this.child.kill('SIGKILL');
  }

  /** Stops its process, or lets it go on. */
  pause(stopped: boolean): void {
    this.child.kill(stopped ? 'SIGSTOP' : 'SIGCONT');
  }

  slow(factor: number): void {
    this.tell({ kind: 'slow', factor });
  }

  tell(order: Order): void {
    if (this.child.connected) this.child.send(order);
  }
}
