/*
 * A program that drives a queue until it is stopped: `node driver.mjs <scenario in YAML> [URL of a Redis server]`. Says "running" once messages
 * are through; on SIGINT it stops the run as the command line does, and prints how it ended.
 */
import { measure } from '../../../dist/engines/live/index.js';
import { parseScenario } from '../../../dist/scenario/parse.js';
import { onlyStation } from '../../../dist/scenario/single-station.js';
import { workloadOf } from '../../../dist/workload/workload.js';

const [, , text, redisUrl] = process.argv;
const interruption = new AbortController();
process.on('SIGINT', () => interruption.abort());

const scenario = parseScenario(text);
const { problem, record } = await measure(scenario, {
  customers: workloadOf(onlyStation(scenario), scenario.live, scenario.run.seed),
  ...(redisUrl && { redisUrl }),
  signal: interruption.signal,
  onProgress: ({ done = 0 }) => {
    if (done >= 20) process.send('running');
  },
});
process.send({ problem, partial: record.partial, received: record.ledger.received });
process.disconnect();
