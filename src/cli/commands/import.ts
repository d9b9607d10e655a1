import type { Argv, CommandModule } from 'yargs';
import type { ImportArguments } from '../import/arguments.js';
import { text, texts } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('data', {
      type: 'string',
      describe: 'a log, histogram, table of percentiles or of counts; its format is known by how it begins',
    })
    .options({
      format: text(
        'name the format: csv, ndjson, json, counts, percentiles, prometheus, prometheus-query, hdr-percentiles, hdr-log, otlp, k6',
      ),
      map: text(
        'which column tells what: arrived=created_at,started=start:ms,finished=end,service=took:ms,count=jobs',
      ),
      metric: text('which metric, or spans of which name, where there are several'),
      label: texts('only series, spans or points that bear this: --label queue=mail, as often as needed'),
      unit: text('unit of times that do not tell theirs: s, ms, us or ns'),
      earlier: text('an older scrape of the same counters: the two tell how many come'),
      between: text('the time between the two, where they do not tell: 60s'),
      arrivals: text('how many come, where the data do not tell: 120/s'),
      service: text('how long services take, where the data do not tell: 20ms, or p50=8ms,p95=32ms,p99=85ms'),
      scv: text('squared coefficient of variation of that service time; 1 (exponential) without it'),
      servers: text('how many servers there were; else inferred where waits are told'),
      out: text('write the scenario to this file'),
      replay: {
        type: 'boolean',
        default: false,
        describe: 'the scenario plays the log again, from a trace written beside it, instead of fitted laws',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    })
    .example('$0 import jobs.csv --map arrived=created_at --out jobs.yaml', 'then: sojourn run jobs.yaml')
    .example('$0 import now.prom --earlier then.prom --between 60s', 'two scrapes of /metrics')
    .example('$0 import hourly.csv --service p50=8ms,p99=85ms', 'counts by the hour, percentiles beside them')
    .example('$0 import spans.json --label queue=mail --replay --out mail.yaml', 'spans of OpenTelemetry')
    .epilogue(
      'Numbers of time are seconds, ms, us or ns by their name (took_ms), else since 1970 by their size; dates without a zone are UTC.',
    );

export const importCommand: CommandModule<object, ImportArguments> = {
  command: 'import [data]',
  describe: 'a scenario from a log, a histogram or counts, and what they say',
  builder: argv => options(argv) as unknown as Argv<ImportArguments>,
  handler: async args => {
    const { importFile } = await import('../import/import.js');
    process.exitCode = await importFile(args);
  },
};
