/** The room table of src/README.md as data: which rooms a room may import, and which packages. */
export interface Room {
  readonly rooms: readonly string[];
  readonly packages?: readonly string[];
  readonly node?: boolean;
}

export const rooms: Readonly<Record<string, Room>> = {
  'main.ts': { rooms: ['cli'] },
  'units.ts': { rooms: [] },
  'compiled.ts': { rooms: [], node: true },
  numerics: { rooms: [] },
  random: { rooms: ['numerics'] },
  statistics: { rooms: ['random', 'numerics'], packages: ['simple-statistics'] },
  traces: { rooms: ['units.ts'], node: true },
  distributions: { rooms: ['random', 'numerics', 'traces', 'units.ts'] },
  arrivals: { rooms: ['random', 'numerics', 'traces', 'units.ts', 'distributions'] },
  scenario: {
    rooms: ['traces', 'distributions', 'arrivals', 'numerics', 'units.ts'],
    packages: ['yaml', 'zod', 'fastest-levenshtein'],
    node: true,
  },
  result: { rooms: ['scenario', 'units.ts'] },
  workload: { rooms: ['random', 'distributions', 'arrivals', 'scenario', 'units.ts'] },
  ingest: {
    rooms: ['random', 'numerics', 'traces', 'distributions', 'scenario', 'units.ts'],
    packages: ['hdr-histogram-js'],
    node: true,
  },
  measurement: {
    rooms: ['numerics', 'random', 'statistics', 'scenario', 'result', 'units.ts'],
    packages: ['hdr-histogram-js'],
  },
  'engines/theory': { rooms: ['numerics', 'distributions', 'arrivals', 'scenario', 'result', 'units.ts'] },
  'engines/simulation': {
    rooms: [
      'random',
      'numerics',
      'statistics',
      'traces',
      'distributions',
      'arrivals',
      'scenario',
      'result',
      'workload',
      'measurement',
      'units.ts',
      'compiled.ts',
    ],
  },
  'engines/live': {
    rooms: [
      'numerics',
      'statistics',
      'distributions',
      'arrivals',
      'scenario',
      'result',
      'workload',
      'measurement',
      'units.ts',
      'compiled.ts',
    ],
    packages: ['bullmq', 'ioredis', 'zeromq'],
    node: true,
  },
  comparison: { rooms: ['statistics', 'result'] },
  planning: {
    rooms: ['ingest', 'distributions', 'arrivals', 'scenario', 'result', 'comparison', 'units.ts'],
  },
  study: {
    rooms: [
      'ingest',
      'scenario',
      'result',
      'distributions',
      'arrivals',
      'workload',
      'measurement',
      'comparison',
      'planning',
      'engines/theory',
      'engines/simulation',
      'engines/live',
      'units.ts',
    ],
    node: true,
  },
  report: {
    rooms: ['ingest', 'scenario', 'result', 'comparison', 'planning', 'study', 'units.ts', 'compiled.ts'],
    packages: [
      'chart.js',
      'chartjs-node-canvas',
      '@napi-rs/canvas',
      'cli-table3',
      'picocolors',
      'dejavu-fonts-ttf',
      'fflate',
    ],
    node: true,
  },
  page: {
    rooms: [
      'distributions',
      'scenario',
      'result',
      'engines/theory',
      'engines/simulation',
      'study',
      'report',
      'units.ts',
    ],
    packages: ['chart.js', 'esbuild'],
    node: true,
  },
  cli: {
    rooms: ['ingest', 'scenario', 'result', 'study', 'report', 'units.ts'],
    packages: ['yargs', 'cli-progress'],
    node: true,
  },
};

/** Simulation files that may import Node: those that make threads. */
export const threads = ['engines/simulation/pool.ts', 'engines/simulation/worker.ts'];
