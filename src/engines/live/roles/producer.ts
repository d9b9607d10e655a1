import { brokerNamed } from '../brokers/index.js';
import { now } from '../clock.js';
import type { Header } from '../message.js';
import { scheduled } from '../pacing/agenda.js';
import { pace } from '../pacing/pacer.js';
import { sharpenTimers } from '../pacing/timer-slack.js';
import { ClientsAtWork } from './clients.js';
import { ComingAgain } from './coming-again.js';
import { flood } from './flood.js';
import { link } from './link.js';
import { Outgoing } from './outgoing.js';
import type { Order, ProducerTask, ScheduledSends } from './protocol.js';

/*
 * The producer's process: sends each message when the schedule says, whatever the queue does (an open loop), or when
 * a client has thought enough since its last answer (a closed one), and reports when it really did.
 */
sharpenTimers();
const { report, onMessage } = link();

/** Sends of a backlog that may be unanswered at a time. */
const backlogInFlight = 100;
/** Seconds between two reports. */
const reportEvery = 0.2;

let task: ProducerTask | undefined;
let outgoing: Outgoing;
let clients: ClientsAtWork | undefined;
let comingAgain: ComingAgain | undefined;
let stopped = false;

onMessage(async message => {
  try {
    if (task === undefined) {
      task = message as ProducerTask;
      const broker = await brokerNamed(task.broker);
      if (task.sends.kind === 'schedule' && task.sends.again) comingAgain = new ComingAgain(task.sends.again);
      outgoing = new Outgoing(await broker.connectSender(task.address), report, comesAgain);
      report({ kind: 'ready' });
      return;
    }
    const order = message as Order;
    switch (order.kind) {
      case 'build':
        await build(task);
        break;
      case 'start':
        await produce(task, order.epoch);
        break;
      case 'answer':
        clients?.answer(order);
        break;
      case 'stop':
        stopped = true;
        clients?.stop();
        break;
    }
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
});

/** There was no room for a message: whether it comes again as such; a client sends another instead. */
function comesAgain({ id, intended }: Header): boolean {
  clients?.turnedAway(id);
  return comingAgain?.turnedAway(id, intended) ?? false;
}

const ended = () => stopped || outgoing.failure !== undefined;

/** The life of what is in the queue when the consumers begin begins with them. */
async function build({ sends, payload }: ProducerTask): Promise<void> {
  if (sends.kind !== 'schedule') return;
  const { ids, services, backlog } = sends;
  await flood({
    ...{ count: backlog, inFlight: backlogInFlight, epoch: now(), stopped: ended },
    send: i => outgoing.send({ id: ids[i], intended: 0, sent: 0, service: services[i] }, payload[i]),
  });
  if (!ended()) report({ kind: 'built' });
}

async function produce({ sends, payload }: ProducerTask, epoch: number): Promise<void> {
  const used = process.cpuUsage();
  switch (sends.kind) {
    case 'schedule':
      await paced(sends, payload, epoch);
      break;
    case 'flood':
      await flood({
        ...{ count: payload.length, inFlight: sends.inFlight, epoch, stopped: ended },
        send: id => outgoing.send({ id, intended: 0, sent: now() - epoch, service: 0 }, payload[id]),
      });
      break;
    case 'clients':
      clients = new ClientsAtWork({
        ...sends,
        ...{ messages: payload.length, epoch, report },
        send: message => void outgoing.send({ ...message, sent: now() - epoch }, payload[message.id]),
      });
      await clients.work();
  }
  await outgoing.close();
  const { user, system } = process.cpuUsage(used);
  report({ kind: 'ended', processorSeconds: (user + system) / 1e6 });
}

async function paced(
  { ids, intended, services, backlog }: ScheduledSends,
  payload: Uint32Array,
  epoch: number,
): Promise<void> {
  const send = (i: number, due: number) =>
    outgoing.send({ id: ids[i], intended: due, sent: now() - epoch, service: services[i] }, payload[i]);
  const first = scheduled(intended.subarray(backlog), place =>
    send(backlog + place, intended[backlog + place]),
  );
  if (comingAgain === undefined) {
    await pace(first, epoch, ended);
    return;
  }
  const coming = comingAgain;
  const places = new Map([...ids].map((id, i) => [id, i]));
  const agenda = coming.among(
    first,
    ({ id, due }) => void send(places.get(id) as number, due),
    () => outgoing.unanswered,
  );
  const tell = () => {
    const rows = coming.take();
    if (rows) report({ kind: 'again', rows });
  };
  const timer = setInterval(tell, reportEvery * 1000);
  await pace(agenda, epoch, ended);
  clearInterval(timer);
  tell();
}
