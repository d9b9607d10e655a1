/** What a feature of the simulation is held against, and where. */
export interface Row {
  /** A file in `scenarios/` that uses it. */
  readonly scenario: string;
  readonly against: 'theory' | 'by hand' | 'independent computation' | 'reference values' | 'its law';
  /** A file in `test/`, and words of a title in it. */
  readonly test: string;
  readonly title: string;
}

const simulation = 'engines/simulation';
const row = (scenario: string, against: Row['against'], test: string, title: string): Row => ({
  scenario,
  against,
  test: `${test}.test.ts`,
  title,
});
const law = (scenario: string): Row =>
  row(scenario, 'its law', 'distributions/conformance', 'draws from its own cdf');

/** By the names that registries and scenarios have for them; `features.test.ts` holds that none is missing. */
export const features: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  arrivals: {
    poisson: row('mmc', 'theory', 'scenarios', 'where theory is exact the simulation agrees'),
    renewal: row('ggc', 'theory', `${simulation}/arrivals`, 'arrivals of every kind that theory knows'),
    deterministic: row(
      'assembly-line',
      'theory',
      `${simulation}/arrivals`,
      'arrivals of every kind that theory knows',
    ),
    batch: row('album-uploads', 'theory', `${simulation}/arrivals`, 'batches of geometric size'),
    mmpp: row(
      'breaking-news',
      'theory',
      `${simulation}/arrivals`,
      'arrivals of every kind that theory knows',
    ),
    'on-off': row(
      'sensor-bursts',
      'theory',
      `${simulation}/arrivals`,
      'arrivals of every kind that theory knows',
    ),
    map: row('map-arrivals', 'theory', 'scenarios', 'where theory is exact the simulation agrees'),
    profile: row('rate-profile', 'independent computation', `${simulation}/profiles`, 'whole cycles'),
    sinusoidal: row(
      'tide',
      'independent computation',
      `${simulation}/terminating`,
      'at a rate that swells and ebbs',
    ),
    trace: row('trace', 'by hand', `${simulation}/trace`, 'a trace is served as by hand'),
  },
  distributions: {
    deterministic: law('polling'),
    exponential: law('mm1'),
    erlang: law('map-arrivals'),
    hyperexponential: law('limited-sharing'),
    'phase-type': law('interrupts'),
    coxian: law('order-deadlines'),
    gamma: law('album-uploads'),
    lognormal: law('mg1'),
    weibull: law('breaking-news'),
    pareto: law('file-repairs'),
    'bounded-pareto': law('downloads'),
    uniform: law('sensor-bursts'),
    triangular: law('assembly-line'),
    beta: law('returns-pile'),
    empirical: law('help-desk'),
    trace: row('trace', 'by hand', `${simulation}/trace`, 'by class, with the services of the class'),
    mixture: law('build-cache'),
    shifted: law('query-engine'),
    truncated: law('query-engine'),
  },
  disciplines: {
    fcfs: row(
      'mmc',
      'theory',
      `${simulation}/agreement`,
      'serves every customer at the moment the recursion does',
    ),
    lcfs: row(
      'returns-pile',
      'theory',
      `${simulation}/disciplines`,
      'the mean wait of Pollaczek and Khinchine',
    ),
    siro: row('help-desk', 'theory', `${simulation}/disciplines`, 'the mean wait of Pollaczek and Khinchine'),
    priority: row('checkout', 'theory', `${simulation}/disciplines`, 'the waits of Cobham'),
    'priority-preemptive': row(
      'preempted-builds',
      'theory',
      `${simulation}/disciplines`,
      'to the urgent the others do not exist',
    ),
    'lcfs-preemptive': row(
      'interrupts',
      'theory',
      `${simulation}/disciplines`,
      'as many customers as in M/M/3',
    ),
    sjf: row('build-cache', 'reference values', `${simulation}/disciplines`, 'one class'),
    srpt: row('query-engine', 'reference values', `${simulation}/disciplines`, 'one class'),
    psjf: row('short-jobs-first', 'reference values', `${simulation}/disciplines`, 'one class'),
    fb: row('foreground-background', 'reference values', `${simulation}/disciplines`, 'one class'),
    edf: row('due-times', 'by hand', `${simulation}/orders`, 'lets who has waited long go before'),
    'edf-preemptive': row('order-deadlines', 'by hand', `${simulation}/orders`, 'with one due time for all'),
    ps: row('downloads', 'theory', `${simulation}/disciplines`, 'as many customers as in M/M/2'),
    dps: row('weights', 'theory', `${simulation}/orders`, 'two classes of exponential services'),
    'limited-ps': row('limited-sharing', 'theory', `${simulation}/orders`, 'has as many customers as M/M/2'),
    polling: row('polling', 'theory', `${simulation}/orders`, 'the law of M/G/1'),
  },
  strategies: {
    random: row('random-routing', 'theory', `${simulation}/routes`, 'by chance: three M/M/1'),
    'round-robin': row('round-robin', 'theory', `${simulation}/routes`, 'every third arrival, E3/M/1'),
    'weighted-round-robin': row(
      'weighted-round-robin',
      'theory',
      `${simulation}/routes`,
      'in turn by weight',
    ),
    'join-shortest-queue': row(
      'shortest-queue',
      'reference values',
      `${simulation}/routes`,
      'a scenario of each, against theory',
    ),
    'power-of-d': row(
      'power-of-two',
      'reference values',
      `${simulation}/routes`,
      'a scenario of each, against theory',
    ),
    'least-work': row(
      'least-work',
      'theory',
      `${simulation}/routes`,
      'the least work: one common line, M/M/3',
    ),
  },
  routes: {
    shares: row('closed-network', 'theory', `${simulation}/network`, 'each station is an M/M/c of its own'),
    branches: row(
      'class-switching',
      'independent computation',
      `${simulation}/routes`,
      'classes that change',
    ),
    fork: row('fork-join', 'theory', `${simulation}/forks`, 'Flatto and Hahn'),
    quorum: row('quorum', 'independent computation', `${simulation}/forks`, 'order statistics'),
    cancel: row('hedged-requests', 'theory', `${simulation}/forks`, 'one server of twice the speed'),
  },
  classes: {
    arrivals: row('mmc', 'theory', 'scenarios', 'where theory is exact the simulation agrees'),
    clients: row('clients', 'theory', `${simulation}/clients`, 'the finite source, M/M/1//60'),
    think: row('closed-network', 'theory', `${simulation}/clients`, 'mean value analysis, at every station'),
    priority: row('checkout', 'theory', `${simulation}/disciplines`, 'the waits of Cobham'),
    due: row('due-times', 'by hand', `${simulation}/orders`, 'lets who has waited long go before'),
    weight: row('weights', 'theory', `${simulation}/orders`, 'two classes of exponential services'),
    patience: row('call-centre', 'reference values', `${simulation}/impatience`, 'Erlang-A with ten servers'),
    timeout: row(
      'retry-storm',
      'independent computation',
      `${simulation}/sending-again`,
      'what is counted, where everyone is served at once',
    ),
    retry: row('backoff', 'reference values', `${simulation}/retrials`, 'by hand: back-off that doubles'),
  },
  stations: {
    servers: row('mmc', 'theory', 'scenarios', 'where theory is exact the simulation agrees'),
    service: row('mg1', 'theory', `${simulation}/simulate`, 'Pollaczek–Khinchine'),
    discipline: row('checkout', 'theory', `${simulation}/disciplines`, 'the waits of Cobham'),
    capacity: row('loss', 'theory', `${simulation}/simulate`, 'the geometric law cut off at K'),
    whenFull: row('blocking', 'independent computation', `${simulation}/blocking`, 'is its Markov chain'),
    schedule: row('shifts', 'by hand', `${simulation}/schedules`, 'nobody serves at night'),
    autoscaling: row(
      'autoscaler-overshoot',
      'by hand',
      `${simulation}/autoscaling`,
      '22,745 servers are asked',
    ),
    speeds: row('unequal-servers', 'theory', `${simulation}/servers-beyond`, 'two, the fastest first'),
    loadDependence: row(
      'scalability',
      'independent computation',
      `${simulation}/servers-beyond`,
      'birth and death',
    ),
    whenIdle: row('sleeping-worker', 'theory', `${simulation}/servers-beyond`, 'M/G/1 exactly'),
    batchService: row('batches', 'theory', `${simulation}/servers-beyond`, 'closed when they start: Bailey'),
    breakdowns: row(
      'breakdowns',
      'reference values',
      `${simulation}/breakdowns`,
      'ten servers, down an eleventh of the time',
    ),
    failing: row('webhooks', 'theory', `${simulation}/failed-work`, 'M/M/1 with feedback'),
    poison: row(
      'webhooks',
      'independent computation',
      `${simulation}/failed-work`,
      'poison takes all its tries',
    ),
    maxDeliveries: row(
      'webhooks',
      'independent computation',
      `${simulation}/failed-work`,
      'three times at most',
    ),
    redelivery: row('webhooks', 'by hand', `${simulation}/failed-work`, 'by hand: at the back of the queue'),
    lease: row(
      'visibility-timeout',
      'independent computation',
      `${simulation}/leases`,
      'exponential ones race',
    ),
    baulking: row('discouraged', 'theory', `${simulation}/baulking`, 'the number present is Poisson'),
    backlog: row(
      'backlog',
      'independent computation',
      `${simulation}/backlog`,
      'the Kolmogorov equations of M/M/2',
    ),
  },
  interrupted: {
    restart: row('preempted-builds', 'theory', `${simulation}/repeats`, 'completion times by their moments'),
  },
  runs: {
    duration: row(
      'morning-rush',
      'independent computation',
      `${simulation}/terminating`,
      'by the equations of Kolmogorov',
    ),
  },
};
