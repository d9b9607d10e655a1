import type { LiveSpec } from '../../../../scenario/type.js';
import type { Restart, Settings } from '../../broker.js';
import { freePort } from '../../free-port.js';
import type { ConnectOptions } from './connect.js';
import { type Guarded, guarded } from './guarded.js';
import { withSentinels } from './sentinels.js';

export interface OwnServer extends Pick<Guarded, 'pids' | 'lost' | 'close'> {
  readonly url: string;
  /** Present where a replica stands by. */
  readonly sentinels?: ConnectOptions['sentinels'];
  readonly restart: Restart;
}

type Persistence = NonNullable<LiveSpec['persistence']>;

const log = (fsync: string) => ['--save', '', '--appendonly', 'yes', '--appendfsync', fsync];

const onDisk: Readonly<Record<Persistence, readonly string[]>> = {
  none: ['--save', '', '--appendonly', 'no'],
  rdb: ['--save', '1 1', '--appendonly', 'no'],
  'aof-everysec': log('everysec'),
  'aof-always': log('always'),
};

/** A Redis server on a free port of loopback, with a folder of its own; with Sentinels and a replica, if asked for. */
export async function ownServer({ persistence = 'none', availability }: Settings = {}): Promise<OwnServer> {
  const guard = await guarded();
  const server = async (name: string, ...more: string[]) => {
    const port = await freePort();
    const options = ['--bind', '127.0.0.1', '--port', String(port), '--daemonize', 'no'];
    const order = { name, options: [...options, ...onDisk[persistence], ...more] };
    await guard.start(order);
    return { port, restart: { kill: () => guard.kill(name), start: () => guard.start(order) } };
  };
  try {
    const { port, restart } = await server('primary');
    const sentinels = availability === 'sentinel' ? await withSentinels(guard, server, port) : undefined;
    const { pids, lost, close } = guard;
    return {
      ...{ url: `redis://127.0.0.1:${port}`, pids, lost, restart, close },
      ...(sentinels && { sentinels }),
    };
  } catch (error) {
    await guard.close();
    throw error;
  }
}
