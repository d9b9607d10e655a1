import type { Observations } from '../../measurement/observation.js';
import type { Report, Step } from './roles/protocol.js';

/** What the roles reported, message by message. */
export class Collector {
  readonly observations: Observations;
  /** Messages sent, served to the end, and acknowledged, so far. */
  sent = 0;
  served = 0;
  acknowledged = 0;
  /** Messages that came to some consumer. */
  delivered = 0;
  /** Messages processed more than once. */
  duplicated = 0;
  /** Times that a message was delivered after the first. */
  redelivered = 0;
  /** Messages that some consumer finished its work on. */
  processed = 0;
  /** Times that the work on a message failed. */
  failed = 0;
  /** Numbers of the messages that the broker has put aside. */
  dead: ReadonlySet<number> = new Set();
  /** In a disturbed run, by message: how often it was delivered, and processed. */
  private readonly deliveries: Uint16Array;
  private readonly works: Uint16Array;

  constructor(intended: Float64Array, services: Float64Array) {
    const count = intended.length;
    const unseen = () => new Float64Array(count).fill(Number.NaN);
    this.deliveries = new Uint16Array(count);
    this.works = new Uint16Array(count);
    this.observations = {
      count,
      intended,
      service: services,
      sent: unseen(),
      received: unseen(),
      started: unseen(),
      finished: unseen(),
      acknowledged: unseen(),
      consumer: new Int32Array(count).fill(-1),
    };
  }

  take(report: Report): void {
    if (report.kind === 'sent') {
      this.observations.sent.set(report.times, report.from);
      this.sent = Math.max(this.sent, report.from + report.times.length);
    }
    if (report.kind === 'step') this.step(report.step, report.id);
    if (report.kind !== 'served') return;
    const { sent, received, started, finished, acknowledged, consumer } = this.observations;
    const { rows } = report;
    for (const [row, id] of rows.id.entries()) {
      if (!Number.isNaN(received[id])) {
        // In a disturbed run each step was told before.
        if (this.works[id] === 0) {
          this.duplicated++;
          this.redelivered++;
        }
        this.acknowledge(id, rows.acknowledged[row]);
        continue;
      }
      // The producer tells of many sendings at a time, or no more when it was killed.
      sent[id] = rows.sent[row];
      this.sent = Math.max(this.sent, id + 1);
      received[id] = rows.received[row];
      started[id] = rows.started[row];
      finished[id] = rows.finished[row];
      acknowledged[id] = rows.acknowledged[row];
      consumer[id] = rows.consumer[row];
      this.served++;
      if (this.deliveries[id] === 0) this.delivered++;
      if (this.works[id] === 0) this.processed++;
      if (!Number.isNaN(rows.acknowledged[row])) this.acknowledged++;
    }
  }

  /** The first time was not acknowledged: its consumer was gone. */
  private acknowledge(id: number, time: number): void {
    const { acknowledged } = this.observations;
    if (Number.isNaN(time) || !Number.isNaN(acknowledged[id])) return;
    acknowledged[id] = time;
    this.acknowledged++;
  }

  private step(step: Step, id: number): void {
    if (step === 'delivered') {
      if (this.deliveries[id]++ > 0) this.redelivered++;
      else this.delivered++;
    }
    if (step === 'failed') this.failed++;
    if (step !== 'processed') return;
    const works = ++this.works[id];
    if (works === 1) this.processed++;
    if (works === 2) this.duplicated++;
  }
}
