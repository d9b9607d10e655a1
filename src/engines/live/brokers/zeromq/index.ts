import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from '../../../../compiled.js';
import type { Broker } from '../../broker.js';
import { processorSecondsOf } from '../../processor.js';
import { connectReceiver, connectSender, dealer } from './client.js';
import { frame } from './frames.js';
import { software } from './software.js';

/**
 * ZeroMQ, ROUTER/DEALER: a dispatcher process with one central queue, credit 1, acknowledged. No server is
 * needed. At least once, as long as the dispatcher lives.
 */
export const zeromq: Broker = {
  name: 'zeromq',
  colocated: false,
  async open() {
    const dispatcher = fork(compiled(import.meta.url, './dispatcher.js'), { stdio: 'inherit' });
    const endpoint = await bound(dispatcher);
    const address = { endpoint };
    const probe = dealer(address);
    let closing = false;
    const lost = once(dispatcher, 'exit').then(([code, signal]) =>
      closing
        ? new Promise<string>(() => {})
        : `the ZeroMQ dispatcher ended (${signal ?? `exit code ${code}`})`,
    );
    return {
      software: software(),
      address,
      lost,
      async depth() {
        await probe.send([frame.depth]);
        const [, count] = await probe.receive();
        return Number(count.toString());
      },
      processorSeconds: () => processorSecondsOf(dispatcher.pid),
      async close() {
        if (closing) return;
        closing = true;
        probe.close();
        dispatcher.kill('SIGKILL');
        if (dispatcher.exitCode === null && dispatcher.signalCode === null) await once(dispatcher, 'exit');
      },
    };
  },
  connectSender,
  connectReceiver,
};

async function bound(dispatcher: ChildProcess): Promise<string> {
  const [told] = await Promise.race([
    once(dispatcher, 'message'),
    once(dispatcher, 'exit').then(([code]) => {
      throw new Error(`the ZeroMQ dispatcher did not start (exit code ${code})`);
    }),
  ]);
  return (told as { endpoint: string }).endpoint;
}
