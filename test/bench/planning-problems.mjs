/** What theory answers exactly, from a handful of servers to a thousand. */
export const exactProblems = {
  'M/M/4, p99 wait': 'arrivals: 30/h, service: 5min, thresholds: [p99 wait < 15min]',
  'M/M/12, p99 wait': 'arrivals: 300/min, service: 2s, thresholds: [p99 wait < 5s]',
  'M/M/35, p80 wait': 'arrivals: 300/30min, service: 180s, thresholds: [p80 wait < 15s]',
  'M/M/c of a thousand, mean wait': 'arrivals: 1000/s, service: 1s, thresholds: [mean wait < 10ms]',
  'M/M/c/40, p99 wait and loss':
    'arrivals: 5/s, service: 2s, capacity: 40, thresholds: [p99 wait < 5s, loss < 0.1%]',
  'M/M/c+M, abandonment': 'arrivals: 9/min, service: 60s, patience: 2min, thresholds: [abandonment < 2%]',
  'M/D/c, p95 wait':
    'arrivals: 8/s, service: { distribution: deterministic, value: 1s }, thresholds: [p95 wait < 500ms]',
  'servers that fail, mean sojourn':
    'arrivals: 7/min, service: 1min, breakdowns: { upTime: 50min, repairTime: 5min }, thresholds: [mean sojourn < 2min]',
};

/** What has to be simulated, with targets that ten servers meet at about eight tenths of what they can do. */
export const simulatedProblems = {
  'lognormal services, scv 2': {
    arrivals: '8/s',
    service: '{ distribution: lognormal, mean: 1s, scv: 2 }',
    wait: 'p99<4.5s',
  },
  'arrivals in bursts (MMPP), lognormal services': {
    arrivals: '{ process: mmpp, rates: [10/s, 6/s], holding: [2s, 2s] }',
    service: '{ distribution: lognormal, mean: 1s, scv: 2 }',
    wait: 'p99<6s',
  },
  'the shortest job first, Erlang services': {
    arrivals: '8/s',
    service: '{ distribution: erlang, mean: 1s, k: 3 }',
    wait: 'p99<4s',
    set: ['discipline=sjf'],
  },
};
