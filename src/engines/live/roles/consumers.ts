import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { compiled } from '../../../compiled.js';
import type { Receiver } from '../broker.js';
import { brokerNamed } from '../brokers/index.js';
import { failuresOf } from '../faults/failures.js';
import { Alarms } from '../pacing/alarms.js';
import { Burner } from '../pacing/burner.js';
import { sharpenTimers } from '../pacing/timer-slack.js';
import { consume } from './consume.js';
import { processLink } from './link.js';
import {
  type ConsumersTask,
  type Order,
  type Report,
  type ServedRow,
  type Step,
  servedColumns,
} from './protocol.js';
import { Rows } from './rows.js';

/*
 * The consumers' process: as many loops as there are consumers, one connection each, all in one event loop,
 * woken by one thread. As faithful as a process for each, at half the processor time, and it stays so with 16.
 */
sharpenTimers();
const { report, onMessage } = processLink(async () => {
  try {
    // Nobody here puts anything there afterwards, and the processes of the others end as well, on a busy host later.
    await Promise.allSettled(receivers.map(receiver => receiver.close()));
    const { sweep } = task ? await brokerNamed(task.broker) : {};
    for (let i = 0; sweep && task && i < sweeps; i++) {
      await sleep(partingMs);
      await sweep(task.address);
    }
  } finally {
    process.exit();
  }
});

/** After the end of the process that started the run. */
const partingMs = 200;
const sweeps = 4;
/** Seconds between two reports. */
const reportEvery = 0.2;

let task: ConsumersTask | undefined;
let receivers: readonly Receiver[] = [];
let alarms: Alarms;
/** One for each consumer, where services keep a processor busy. */
let burners: readonly Burner[] = [];
let producer: Worker | undefined;
let slowness = 1;

onMessage(async message => {
  try {
    if (task === undefined) {
      task = message as ConsumersTask;
      await prepare(task);
      report({ kind: 'ready' });
      return;
    }
    const order = message as Order;
    producer?.postMessage(order);
    if (order.kind === 'stop') for (const receiver of receivers) receiver.stop();
    else if (order.kind === 'slow') slowness = order.factor;
    else if (order.kind === 'start') await serve(task, order.epoch);
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
});

async function prepare({
  broker: name,
  address,
  numbers,
  producer: producing,
  service,
}: ConsumersTask): Promise<void> {
  const broker = await brokerNamed(name);
  alarms = new Alarms(numbers.length);
  receivers = await Promise.all(numbers.map(consumer => broker.connectReceiver(address, consumer)));
  if (service === 'cpu') burners = numbers.map(() => new Burner());
  // All at once, as they may work in the run: processors that share their parts are slower then.
  await Promise.all(burners.map(burner => burner.ready()));
  if (producing === undefined) return;
  const thread = new Worker(compiled(import.meta.url, './producer.js'));
  producer = thread;
  thread.postMessage(producing);
  await new Promise<void>(resolve => {
    thread.on('message', (told: Report) => {
      if (told.kind === 'ready') resolve();
      else if (told.kind !== 'ended') report(told);
    });
  });
}

async function serve(
  { service, numbers, answers, backlog, disturbance }: ConsumersTask,
  epoch: number,
): Promise<void> {
  const used = process.cpuUsage();
  const served = new Rows(servedColumns);
  const flush = () => {
    if (!served.isEmpty) report({ kind: 'served', rows: served.take() });
  };
  const log = {
    add(row: ServedRow) {
      served.add(row);
      if (disturbance) flush();
    },
  };
  // Waiting for an alarm does not hold a process; this timer does.
  const timer = setInterval(flush, reportEvery * 1000);
  const ends = await Promise.allSettled(
    receivers.map((receiver, place) =>
      consume({
        ...{ receiver, service, epoch, alarms, log, place, backlog },
        consumer: numbers[place],
        ...(burners.length > 0 && { burn: seconds => burners[place].burn(seconds) }),
        slowness: () => slowness,
        ...(answers && { answered: (id, end) => report({ kind: 'answer', id, end }) }),
        ...(disturbance && {
          disturbed: {
            told: (step: Step, id: number) => report({ kind: 'step', step, id }),
            fails: failuresOf(disturbance, numbers[place]),
          },
        }),
      }),
    ),
  );
  clearInterval(timer);
  flush();
  const failed = ends.find(end => end.status === 'rejected');
  if (failed) report({ kind: 'failed', message: (failed.reason as Error).message });
  await Promise.all(receivers.map(receiver => receiver.close()));
  await alarms.close();
  await Promise.all(burners.map(burner => burner.close()));
  await producer?.terminate();
  const { user, system } = process.cpuUsage(used);
  report({ kind: 'ended', processorSeconds: (user + system) / 1e6 });
}
