import { compiled } from '../../../compiled.js';
import { isOfClients } from '../../../workload/workload.js';
import type { AttemptInput } from '../attempt-input.js';
import { disturbanceOf, processesOf } from '../faults/disturbance.js';
import type { Ways } from '../faults/ways.js';
import type { ConsumersTask, ProducerTask } from './protocol.js';

/** A process of a run: the file that it runs, and what it is told to do. */
export type Assignment = readonly [file: URL, task: ProducerTask | ConsumersTask];

/** Which processes the run needs. @param colocated whether the sender lives in the process of the consumers */
export function assignments(input: AttemptInput, { addressOf }: Ways, colocated: boolean): Assignment[] {
  const { live, consumers, workload } = input;
  const disturbance = disturbanceOf(live);
  const producers = producerTasks(input, addressOf());
  const serving = (numbers: readonly number[]): ConsumersTask => ({
    broker: live.broker,
    address: addressOf(numbers),
    numbers,
    service: live.service,
    answers: isOfClients(workload),
    backlog: !isOfClients(workload) && (workload.backlog ?? 0) > 0,
    ...(disturbance && { disturbance }),
    ...(colocated && { producer: producers[0] }),
  });
  const serve = compiled(import.meta.url, './consumers.js');
  const produce = compiled(import.meta.url, './producer.js');
  const hosts = processesOf(live, consumers).map((numbers): Assignment => [serve, serving(numbers)]);
  return colocated ? hosts : [...hosts, ...producers.map((task): Assignment => [produce, task])];
}

function producerTasks(
  { live: { broker }, workload, payload, sender, inFlight }: AttemptInput,
  address: ProducerTask['address'],
): ProducerTask[] {
  const common = { broker, address };
  if (inFlight !== undefined) return [{ ...common, payload, sends: { kind: 'flood', inFlight } }];
  if (isOfClients(workload)) {
    const { clients, draws } = workload;
    return [{ ...common, payload, sends: { kind: 'clients', clients, draws } }];
  }
  const { intended, services, backlog = 0, again } = workload;
  const shares = new Map<number, number[]>();
  for (const id of intended.keys()) {
    const by = sender?.[id] ?? 0;
    const share = shares.get(by);
    if (share) share.push(id);
    else shares.set(by, [id]);
  }
  return [...shares.values()].map(ids => ({
    ...common,
    payload: Uint32Array.from(ids, id => payload[id]),
    sends: {
      kind: 'schedule',
      ids: Int32Array.from(ids),
      intended: Float64Array.from(ids, id => intended[id]),
      services: Float64Array.from(ids, id => services[id]),
      backlog: ids.filter(id => id < backlog).length,
      ...(again && { again }),
    },
  }));
}
