import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { say } from '../output.js';
import { Problem } from '../problem.js';
import type { RunArguments } from './arguments.js';

/**
 * Answers `GET /metrics` on loopback with whatever the text is at that moment, if `--prometheus-port` was given.
 * @throws Problem when the port is no port, or taken
 */
export async function metricsServerOf(
  { prometheusPort: port }: RunArguments,
  text: () => string,
): Promise<{ close: () => void } | undefined> {
  if (port === undefined) return undefined;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Problem(
      `--prometheus-port ${port}: expected a port from 1 to 65535, or 0 for any that is free`,
    );
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('the metrics are at /metrics\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'another program has this port' : message;
      reject(new Problem(`--prometheus-port ${port}: ${why}; choose another, or 0 for any that is free`));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  server.unref();
  say(`metrics at http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
