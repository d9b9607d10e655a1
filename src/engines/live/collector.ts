import type { Observations } from '../../measurement/observation.js';
import { countOf, isOfClients, type Workload } from '../../workload/workload.js';
import type { Report, Step } from './roles/protocol.js';

type RowsOf<Kind extends Report['kind']> = Extract<Report, { kind: Kind; rows: unknown }>['rows'];

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
  /** Messages for which the queue had no room. */
  turnedAway = 0;
  /** Times that a message was sent again, because there had been no room for it. */
  cameAgain = 0;
  /** Numbers of the messages that the broker has put aside. */
  dead: ReadonlySet<number> = new Set();
  /** In a disturbed run, by message: how often it was delivered, and processed. */
  private readonly deliveries: Uint16Array;
  private readonly works: Uint16Array;

  /** @param limited whether the queue has room for so many only */
  constructor(workload: Workload, limited = false) {
    const count = countOf(workload);
    const unseen = () => new Float64Array(count).fill(Number.NaN);
    const ofClients = isOfClients(workload);
    this.deliveries = new Uint16Array(count);
    this.works = new Uint16Array(count);
    const again = !ofClients && workload.again !== undefined;
    this.observations = {
      count,
      intended: ofClients ? unseen() : workload.intended,
      service: ofClients ? unseen() : workload.services,
      sent: unseen(),
      fetched: unseen(),
      received: unseen(),
      started: unseen(),
      finished: unseen(),
      acknowledged: unseen(),
      consumer: new Int32Array(count).fill(-1),
      ...(limited && { turnedAway: new Uint8Array(count) }),
      ...(again && {
        again: { due: workload.intended.slice(), attempts: new Uint32Array(count).fill(1) },
      }),
      ...(ofClients && {
        clients: { client: new Int32Array(count).fill(-1), think: unseen(), heard: unseen() },
      }),
    };
  }

  take(report: Report): void {
    switch (report.kind) {
      case 'sent':
        for (const [row, id] of report.rows.id.entries()) this.isSent(id, report.rows.sent[row]);
        break;
      case 'again':
        this.isSentAgain(report.rows);
        break;
      case 'asked':
        this.asked(report.rows);
        break;
      case 'heard':
        for (const [row, id] of report.rows.id.entries()) {
          const { clients } = this.observations;
          if (clients) clients.heard[id] = report.rows.heard[row];
        }
        break;
      case 'turned-away':
        for (const id of report.rows.id) this.isTurnedAway(id);
        break;
      case 'step':
        this.step(report.step, report.id);
        break;
      case 'served':
        this.isServed(report.rows);
        break;
    }
  }

  /** Told by the sender, or by the message itself where its sender has not told yet. */
  private isSent(id: number, time: number): void {
    const { sent } = this.observations;
    if (Number.isNaN(sent[id])) this.sent++;
    sent[id] = time;
  }

  private isTurnedAway(id: number): void {
    const { turnedAway } = this.observations;
    if (turnedAway) turnedAway[id] = 1;
    this.turnedAway++;
  }

  private isSentAgain({ id: ids, due }: RowsOf<'again'>): void {
    const { again } = this.observations;
    for (const [row, id] of ids.entries()) {
      this.cameAgain++;
      if (again === undefined) continue;
      again.due[id] = due[row];
      again.attempts[id]++;
    }
  }

  /** Messages of which nothing more is expected. */
  get over(): number {
    return this.acknowledged + this.dead.size + this.turnedAway;
  }

  private asked(rows: RowsOf<'asked'>): void {
    const { intended, service, clients } = this.observations;
    for (const [row, id] of rows.id.entries()) {
      intended[id] = rows.intended[row];
      service[id] = rows.service[row];
      if (clients) {
        clients.client[id] = rows.client[row];
        clients.think[id] = rows.think[row];
      }
    }
  }

  private isServed(rows: RowsOf<'served'>): void {
    const { fetched, received, started, finished, acknowledged, consumer } = this.observations;
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
      this.isSent(id, rows.sent[row]);
      if (fetched) fetched[id] = rows.fetched[row];
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
