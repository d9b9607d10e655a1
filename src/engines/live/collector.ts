import type { Observations } from '../../measurement/observation.js';
import type { Report } from './roles/protocol.js';

/** What the roles reported, message by message. */
export class Collector {
  readonly observations: Observations;
  /** Messages sent, served to the end, and acknowledged, so far. */
  sent = 0;
  served = 0;
  acknowledged = 0;
  /** Messages received a second time. */
  duplicated = 0;

  constructor(intended: Float64Array, services: Float64Array) {
    const count = intended.length;
    const unseen = () => new Float64Array(count).fill(Number.NaN);
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
    if (report.kind !== 'served') return;
    const { sent, received, started, finished, acknowledged, consumer } = this.observations;
    const { rows } = report;
    for (const [row, id] of rows.id.entries()) {
      if (!Number.isNaN(received[id])) {
        this.duplicated++;
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
      if (!Number.isNaN(rows.acknowledged[row])) this.acknowledged++;
    }
  }
}
