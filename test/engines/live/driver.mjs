/*
 * A program that drives a queue until it is stopped: `node driver.mjs <broker and more of live> [URL of a Redis server]`. Says "running" once messages
 * are through; on SIGINT it stops the run as the command line does, and prints how it ended.
 */
import { measure } from '../../../dist/engines/live/index.js';
import { parseScenario } from '../../../dist/scenario/parse.js';

const [, , broker, redisUrl] = process.argv;
const interruption = new AbortController();
process.on('SIGINT', () => interruption.abort());

const count = 100_000;
const { problem, record } = await measure(
  parseScenario(`arrivals: 200/s\nservice: 5ms\nservers: 2\nlive: { broker: ${broker} }\n`),
  {
    customers: {
      intended: Float64Array.from({ length: count }, (_, i) => i * 0.005),
      services: new Float64Array(count).fill(0.005),
    },
    ...(redisUrl && { redisUrl }),
    signal: interruption.signal,
    onProgress: ({ done = 0 }) => {
      if (done >= 20) process.send('running');
    },
  },
);
process.send({ problem, partial: record.partial, received: record.ledger.received });
process.disconnect();
