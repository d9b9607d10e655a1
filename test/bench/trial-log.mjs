// Trials that take long are kept, a line each, so that they can be stopped and started again.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { realTimeOf } from '../../dist/engines/live/processor.js';
import { runStudy } from '../../dist/study/run-study.js';
import { here } from './measured.mjs';
import { timeLeft } from './time-left.mjs';

/**
 * What each key gave, the finished trials of earlier calls included: in results/<name>.ndjson with the page in
 * results/reference/<name>.md, or in <out>.ndjson and <out>.md.
 */
export function trialLog(name, { out, minutes, note }) {
  const [file, page] = out
    ? [`${out}.ndjson`, `${out}.md`]
    : [here(`../../results/${name}.ndjson`), here(`../../results/reference/${name}.md`)];
  for (const path of [file, page]) mkdirSync(dirname(path), { recursive: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const done = new Map(lines.map(line => JSON.parse(line)).map(trial => [trial.key, trial]));
  const left = timeLeft(minutes);
  return {
    get: key => done.get(key),
    /**
     * One of the keys after the other, as long as there is time; one that has a problem is tried again by the next call.
     * @param run what a trial gives; undefined: it was interrupted
     */
    async each(keys, run, text) {
      const write = () => {
        writeFileSync(`${page}.part`, text());
        renameSync(`${page}.part`, page);
      };
      for (const [key, one] of keys) {
        if (done.has(key) && done.get(key).problem === undefined) continue;
        if (left.isOver()) break;
        const given = await run(one, left.signal);
        if (given === undefined) continue;
        const trial = { key, machine: thisMachine(note), at: new Date().toISOString(), ...given };
        done.set(key, trial);
        appendFileSync(file, `${JSON.stringify(trial)}\n`);
        process.stderr.write(`${JSON.stringify(trial)}\n`);
        write();
      }
      write();
    },
  };
}

function thisMachine(note) {
  const first = realTimeOf(process.pid) ? ', at real-time priority' : '';
  return `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}${first}${note ? `, ${note}` : ''}`;
}

/** Where and when trials were measured, in a sentence; where not all were on one machine, what on which. */
export function measuredOf(trials) {
  if (trials.length === 0) return 'Nothing measured yet.';
  const dates = trials.map(({ at }) => at.slice(0, 10)).sort();
  const days = [...new Set([dates[0], dates.at(-1)])].join(' to ');
  const machines = [...new Set(trials.map(({ machine }) => machine))];
  const brokersOn = machine => trials.filter(one => one.machine === machine).map(({ broker }) => broker);
  const on = machine =>
    machines.length > 1 && trials.every(({ broker }) => broker)
      ? `${[...new Set(brokersOn(machine))].join(', ')} on ${machine}`
      : machine;
  return `Measured ${days}: ${machines.map(on).join('; ')}.`;
}

const tries = 3;

/**
 * The record of a live run that came to its end; one that the host cut short is no trial, and is made again. Undefined: it was
 * interrupted, or no queue of this kind can be driven here.
 */
export async function wholeRun(scenario, signal) {
  for (let i = 0; i < tries; i++) {
    const { study, live } = await runStudy(scenario, {
      ...{ engines: ['live'], workers: 1, command: '', signal },
    });
    const record = study.results.find(({ engine }) => engine === 'live')?.live;
    if (record && !record.partial) return record;
    if (signal.aborted) return undefined;
    process.stderr.write(`${scenario.live.broker}: ${live?.problem}\n`);
    if (live?.kind === 'unavailable') return undefined;
  }
  process.stderr.write(`${scenario.live.broker}: no run came to its end\n`);
  return undefined;
}
