// Trials that take long are kept in results/<name>.ndjson, so that they can be stopped and started again.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { runStudy } from '../../dist/study/run-study.js';

/** What each key gave, the finished trials of earlier calls included. */
export function trialLog(name) {
  const file = new URL(`../../results/${name}.ndjson`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const done = new Map(lines.map(line => JSON.parse(line)).map(trial => [trial.key, trial]));
  return {
    get: key => done.get(key),
    async trial(key, run) {
      if (done.has(key)) return;
      const trial = { key, ...(await run()) };
      done.set(key, trial);
      appendFileSync(file, `${JSON.stringify(trial)}\n`);
      process.stderr.write(`${JSON.stringify(trial)}\n`);
    },
  };
}

export const measuredHere = () =>
  `Measured ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.`;

const tries = 3;

/** The record of a live run that came to its end; one that the host cut short is no trial, and is made again. */
export async function wholeRun(scenario) {
  let reason;
  for (let i = 0; i < tries; i++) {
    const { study, live } = await runStudy(scenario, { engines: ['live'], workers: 1, command: '' });
    const record = study.results.find(({ engine }) => engine === 'live')?.live;
    if (record && !record.partial) return record;
    reason = live?.problem;
    process.stderr.write(`${scenario.live.broker}: ${reason}; again\n`);
  }
  throw new Error(`${scenario.live.broker}: ${reason}`);
}
