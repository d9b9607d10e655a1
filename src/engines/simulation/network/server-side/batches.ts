import type { BatchServiceSpec } from '../../../../scenario/server-side/type.js';
import type { WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';
import { Staff } from './staff.js';

/** Those who are served together; the first one's service is that of all. */
type Batch = number[];

/**
 * Servers that take several customers from the line at once, in its order, and serve them together in one service:
 * that which the first of them needs. All of them leave at its end, in the order in which they came to the batch.
 */
export class Batches extends Servers {
  readonly staff: Staff;
  private readonly owner: Network;
  private readonly spec: BatchServiceSpec;
  /** In service, by their first customer, in the order in which they began. */
  private readonly batches = new Map<number, Batch>();

  constructor(setup: StationSetup, line: WaitingLine, spec: BatchServiceSpec) {
    super(setup, line);
    this.owner = setup.network;
    this.spec = spec;
    this.staff = new Staff(setup.network);
    this.noteStaff();
  }

  override finish(first: number): void {
    const { owner: network } = this;
    const batch = this.batches.get(first) ?? [];
    this.batches.delete(first);
    for (const customer of batch) network.books.visitEnds(customer);
    this.door.present -= batch.length;
    this.busy--;
    this.begin();
    for (const customer of batch) network.forward(customer);
  }

  protected override comeIn(customer: number): void {
    const joined = this.spec.latecomers === 'join' && this.batchWithRoom();
    if (joined) {
      this.owner.population.began[customer] = this.owner.clock[0];
      joined.push(customer);
      return;
    }
    this.wait(customer);
    this.begin();
  }

  /** Of those in service the one that began first. */
  private batchWithRoom(): Batch | undefined {
    for (const batch of this.batches.values()) if (batch.length < this.spec.size) return batch;
    return undefined;
  }

  private begin(): void {
    const { line, spec } = this;
    while (this.busy < this.servers && line.size >= (spec.minimum ?? 1)) {
      this.busy++;
      const first = line.shift();
      const batch = [first];
      this.batches.set(first, batch);
      this.start(first);
      while (batch.length < spec.size && line.size > 0) {
        const next = line.shift();
        this.owner.population.began[next] = this.owner.clock[0];
        batch.push(next);
      }
    }
    this.noteStaff();
  }

  private noteStaff(): void {
    const { busy, servers } = this;
    this.staff.note({ busy, ready: servers, paid: servers, asked: servers });
  }
}
