import type { AfterRestart } from '../../../../result/topology.js';
import type { Detour, Settings } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import type { RedisAddress } from './open.js';

/** What a server of our own still knows when it was killed and has come back. */
export function afterRestart({ persistence = 'none', availability }: Settings): AfterRestart {
  // A replica that takes over has what had been copied to it.
  if (availability === 'sentinel') return 'partly';
  if (persistence === 'none') return 'forgets';
  // What was written before the kill is with the system, forced to disk or not: only a loss of power would take it.
  return persistence === 'rdb' ? 'partly' : 'keeps';
}

/** A connection by way of a port of loopback. By TLS the certificate would be that of another. */
export const detour: Detour = {
  from(address) {
    const { url } = address as RedisAddress;
    if (url.startsWith('rediss:'))
      throw new LiveUnavailable('a connection by TLS cannot be cut on purpose: use redis://');
    const { hostname, port } = new URL(url);
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
  },
  by(address, port) {
    const url = new URL((address as RedisAddress).url);
    url.hostname = '127.0.0.1';
    url.port = String(port);
    return { ...address, url: url.href };
  },
};
