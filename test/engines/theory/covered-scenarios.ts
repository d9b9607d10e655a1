/** Systems of which theory gives exact values, over the whole catalogue: a name and a scenario each. */
export const coveredScenarios: Readonly<Record<string, string>> = {
  'M/M/1': 'arrivals: 0.6/s\nservice: 1s\nservers: 1',
  'M/M/4': 'arrivals: 2.8/s\nservice: 1s\nservers: 4',
  'M/M/3/6, losses': 'arrivals: 3/s\nservice: 1s\nservers: 3\ncapacity: 6',
  'M/G/5/5, Erlang B':
    'arrivals: 4/s\nservice: { distribution: lognormal, mean: 1s, scv: 2 }\nservers: 5\ncapacity: 5',
  'M/D/3': 'arrivals: 2.1/s\nservice: { distribution: deterministic, value: 1s }\nservers: 3',
  'M/G/1, gamma services':
    'arrivals: 0.6/s\nservice: { distribution: gamma, mean: 1s, scv: 0.4 }\nservers: 1',
  'M/G/1, services that are nearly constant':
    'arrivals: 0.8/s\nservice: { distribution: gamma, mean: 1s, scv: 1e-4 }\nservers: 1',
  'M/G/1, services of two sizes': `
classes: { short: { arrivals: 0.4/s }, long: { arrivals: 0.1/s } }
stations:
  queue:
    servers: 1
    service: { short: { distribution: deterministic, value: 0.5s }, long: { distribution: deterministic, value: 4s } }`,
  'M/D/1/5': 'arrivals: 0.9/s\nservice: { distribution: deterministic, value: 1s }\nservers: 1\ncapacity: 5',
  'M/U/1/4, more than it can serve':
    'arrivals: 1.4/s\nservice: { distribution: uniform, min: 0s, max: 2s }\nservers: 1\ncapacity: 4',
  'GI/M/2, steady arrivals':
    'arrivals: { process: renewal, interarrival: { distribution: uniform, min: 0.3s, max: 1s } }\nservice: 1s\nservers: 2',
  'E2/H2/2 by phases': `
arrivals: { process: renewal, interarrival: { distribution: erlang, mean: 0.7s, k: 2 } }
service: { distribution: hyperexponential, mean: 1s, scv: 2 }
servers: 2`,
  'MMPP/M/2':
    'arrivals: { process: mmpp, rates: [2.2/s, 0.4/s], holding: [3s, 4s] }\nservice: 1s\nservers: 2',
  'on-off/E2/1': `
arrivals: { process: on-off, onRate: 1.6/s, meanOn: 4s, meanOff: 6s }
service: { distribution: erlang, mean: 1s, k: 2 }
servers: 1`,
  'E2/H2/2 with room for five': `
arrivals: { process: renewal, interarrival: { distribution: erlang, mean: 0.5s, k: 2 } }
service: { distribution: hyperexponential, mean: 1s, scv: 2 }
servers: 2
capacity: 5`,
  'MMPP/M/2 with room for six, more than it can serve':
    'arrivals: { process: mmpp, rates: [4/s, 0.4/s], holding: [3s, 2s] }\nservice: 1s\nservers: 2\ncapacity: 6',
  'M/M/3, the next drawn by chance': 'arrivals: 2.4/s\nservice: 1s\nservers: 3\ndiscipline: siro',
  'M/M/3, last come first served': 'arrivals: 2.4/s\nservice: 1s\nservers: 3\ndiscipline: lcfs',
  'batches of two': 'arrivals: { process: batch, rate: 1.2/s, size: 2 }\nservice: 1s\nservers: 2',
  'batches of geometric size':
    'arrivals: { process: batch, rate: 0.5/s, meanSize: 2.5 }\nservice: 1s\nservers: 1',
  'batches of four, any services': `
arrivals: { process: batch, rate: 0.6/s, size: 4 }
service: { distribution: uniform, min: 0s, max: 2s }
servers: 1`,
  'Erlang-A': 'arrivals: 4.5/s\nservice: 1s\nservers: 4\npatience: 2s',
  'M/M/3+D': 'arrivals: 2.7/s\nservice: 1s\nservers: 3\npatience: { distribution: deterministic, value: 1s }',
  'servers that fail':
    'arrivals: 1.2/s\nservice: 1s\nservers: 2\nbreakdowns: { upTime: 20s, repairTime: 4s }',
  'servers of different speed, the fastest first':
    'arrivals: 2/s\nservice: 1s\nservers: 4\nspeeds: [1.5, 0.5, 1.5, 0.25]',
  'servers of different speed, the one that is idle longest': `
classes: { mail: { arrivals: 1/s }, bills: { arrivals: 0.6/s } }
stations: { desk: { servers: 3, service: 1s, speeds: { of: [1.5, 0.5, 0.25], choose: longest-idle } } }`,
  'threads on one lock':
    'arrivals: 2.2/s\nservice: 1s\nservers: 6\nloadDependence: { contention: 10%, coherence: 1% }',
  'a pace by the number present':
    'arrivals: 1.3/s\nservice: 1s\nservers: 1\nloadDependence: { byNumber: [1, 1.5, 1.8] }',
  'shared at a pace by the number present': `
classes: { small: { arrivals: 0.8/s }, large: { arrivals: 0.2/s } }
stations:
  cpu:
    servers: 1
    service: { small: 0.5s, large: { distribution: deterministic, value: 3s } }
    loadDependence: { byNumber: [0.8, 1.2, 1.4] }
    discipline: ps`,
  'a server that is kept warm': `
arrivals: 0.6/s
service: { distribution: erlang, mean: 1s, k: 2 }
servers: 1
whenIdle: { setUp: { distribution: deterministic, value: 2s }, delayOff: { distribution: uniform, min: 0s, max: 4s } }`,
  'a server that is set up each time': 'arrivals: 0.6/s\nservice: 1s\nservers: 1\nwhenIdle: { setUp: 2s }',
  'three servers that are set up': 'arrivals: 1.5/s\nservice: 1s\nservers: 3\nwhenIdle: { setUp: 2s }',
  'three servers that are kept warm':
    'arrivals: 1.5/s\nservice: 1s\nservers: 3\nwhenIdle: { setUp: 2s, delayOff: 1s }',
  'a server that sleeps when it finds nobody': `
classes: { small: { arrivals: 0.3/s }, large: { arrivals: 0.1/s } }
stations:
  worker:
    servers: 1
    service: { small: 0.5s, large: 3s }
    whenIdle: { vacation: { distribution: uniform, min: 0s, max: 2s } }`,
  'a server that goes away once':
    'arrivals: 0.6/s\nservice: 1s\nservers: 1\nwhenIdle: { vacation: { distribution: uniform, min: 0s, max: 2s }, vacations: single }',
  'a server that waits for three': `
arrivals: 0.6/s
service: { distribution: gamma, mean: 1s, scv: 0.4 }
servers: 1
whenIdle: { startAt: 3 }`,
  'batches of up to four at two servers, of two at least':
    'arrivals: 3.5/s\nservice: 1s\nservers: 2\nbatchService: { size: 4, minimum: 2 }',
  'batches that can be joined':
    'arrivals: 2/s\nservice: 1s\nservers: 1\nbatchService: { size: 3, latecomers: join }',
  'a server that fails at work': `
arrivals: 0.5/s
service: { distribution: lognormal, mean: 1s, scv: 0.5 }
servers: 1
breakdowns: { upTime: 10s, repairTime: { distribution: uniform, min: 1s, max: 5s }, while: serving }`,
  'two servers that fail at work':
    'arrivals: 1.2/s\nservice: 1s\nservers: 2\nbreakdowns: { upTime: 10s, repairTime: 3s, while: serving }',
  'a server that goes round, until each line is empty': `
classes: { mail: { arrivals: 0.4/s }, bills: { arrivals: 0.1/s }, reports: { arrivals: 0.05/s } }
stations:
  consumer:
    servers: 1
    service: { mail: 0.5s, bills: 1s, reports: { distribution: deterministic, value: 4s } }
    discipline: { discipline: polling, visits: exhaustive, switchOver: { distribution: uniform, min: 0s, max: 1s } }`,
  'a server that goes round, for those it finds': `
classes: { mail: { arrivals: 0.4/s }, bills: { arrivals: 0.1/s }, reports: { arrivals: 0.05/s } }
stations:
  consumer:
    servers: 1
    service: { mail: 0.5s, bills: 1s, reports: { distribution: deterministic, value: 4s } }
    discipline: { discipline: polling, visits: gated, switchOver: 0.3s }`,
  'a server that goes from line to line at once': `
classes: { mail: { arrivals: 0.4/s }, bills: { arrivals: 0.2/s }, reports: { arrivals: 0.05/s } }
stations:
  consumer:
    servers: 1
    service: { mail: 0.5s, bills: 1s, reports: 4s }
    discipline: { discipline: polling, visits: gated }`,
  'callers who try again': `
classes: { callers: { arrivals: 1.2/s, retry: { delay: 1s, maxAttempts: 1000000 } } }
stations: { desk: { service: 1s, servers: 2, capacity: 2, whenFull: retry } }`,
  'priorities, two laws': `
classes: { urgent: { arrivals: 0.3/s, priority: 2 }, other: { arrivals: 0.15/s, priority: 1 }, late: { arrivals: 0.1/s } }
stations:
  queue:
    servers: 1
    service: { urgent: 0.6s, other: { mean: 1s, scv: 2 }, late: { distribution: deterministic, value: 2s } }
    discipline: priority`,
  'priorities with interruption': `
classes: { urgent: { arrivals: 0.3/s, priority: 2 }, other: { arrivals: 0.15/s, priority: 1 }, same: { arrivals: 0.1/s, priority: 1 } }
stations:
  queue:
    servers: 1
    service: { urgent: 0.6s, other: { mean: 1s, scv: 2 }, same: { distribution: deterministic, value: 2s } }
    discipline: priority-preemptive`,
  'interrupted services that begin anew': `
classes: { urgent: { arrivals: 0.2/s, priority: 1 }, other: { arrivals: 0.25/s } }
stations:
  queue:
    servers: 1
    service: { urgent: 0.8s, other: { distribution: erlang, mean: 1.5s, k: 3 } }
    discipline: { discipline: priority-preemptive, interrupted: restart }`,
  'interrupted services that are drawn anew': `
classes: { other: { arrivals: 0.25/s }, urgent: { arrivals: 0.2/s, priority: 1 } }
stations:
  queue:
    servers: 1
    service: { urgent: { distribution: deterministic, value: 0.8s }, other: { distribution: uniform, min: 0s, max: 3s } }
    discipline: { discipline: priority-preemptive, interrupted: resample }`,
  'priorities at three servers': `
classes: { urgent: { arrivals: 1.2/s, priority: 2 }, other: { arrivals: 0.9/s } }
stations: { queue: { servers: 3, service: 1s, discipline: priority } }`,
  'priorities with interruption at three servers': `
classes: { urgent: { arrivals: 1.2/s, priority: 2 }, other: { arrivals: 0.9/s } }
stations: { queue: { servers: 3, service: 1s, discipline: priority-preemptive } }`,
  'sharing by two classes': `
classes: { small: { arrivals: 0.5/s }, large: { arrivals: 0.1/s } }
stations: { cpu: { servers: 1, service: { small: 0.5s, large: { mean: 3.5s, scv: 2 } }, discipline: ps } }`,
  'two servers shared, little room': `
arrivals: 1.6/s
service: { distribution: erlang, mean: 1s, k: 3 }
servers: 2
capacity: 5
discipline: ps`,
  'sharing by weight': `
classes: { gold: { arrivals: 0.3/s, weight: 4 }, plain: { arrivals: 0.4/s, weight: 1 } }
stations: { cpu: { servers: 1, service: { gold: 1s, plain: 0.8s }, discipline: dps } }`,
  'last come first served': 'arrivals: 1.2/s\nservice: 1s\nservers: 2\ndiscipline: lcfs',
  'last come first served at once': 'arrivals: 0.6/s\nservice: 1s\nservers: 1\ndiscipline: lcfs-preemptive',
  'shortest job first': 'arrivals: 0.7/s\nservice: 1s\nservers: 1\ndiscipline: sjf',
  'shortest remaining time':
    'arrivals: 0.7/s\nservice: { distribution: uniform, min: 0s, max: 2s }\nservers: 1\ndiscipline: srpt',
  'preemptive shortest job': 'arrivals: 0.7/s\nservice: 1s\nservers: 1\ndiscipline: psjf',
  'least attained service':
    'arrivals: 0.7/s\nservice: { distribution: hyperexponential, mean: 1s, scv: 4 }\nservers: 1\ndiscipline: fb',
  'two classes in one line at two servers': `
classes: { short: { arrivals: 0.9/s }, long: { arrivals: 0.2/s } }
stations: { queue: { servers: 2, service: { short: 0.7s, long: 3s } } }`,
  'network with a way back': `
arrivals: 0.5/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 2, service: 2s } }
routes: { arrive: a, a: { b: 0.5, leave: 0.5 }, b: { a: 0.2, leave: 0.8 } }`,
  'a line of three stations': `
arrivals: 1/s
stations: { a: { servers: 2, service: 1s }, b: { servers: 1, service: 0.6s }, c: { servers: 3, service: 2s } }
routes: { arrive: a, a: b, b: c, c: leave }`,
  'classes through shared stations': `
classes: { quick: { arrivals: 0.3/s }, slow: { arrivals: 0.2/s } }
stations:
  share: { servers: 1, service: { quick: 1s, slow: { distribution: deterministic, value: 1.5s } }, discipline: ps }
  delay: { servers: infinite, service: { distribution: uniform, min: 1s, max: 5s } }
  desk: { servers: 2, service: 1s }
routes:
  arrive: share
  share: { byClass: { quick: desk, slow: delay } }
  delay: desk
  desk: leave`,
  'general services behind Poisson departures': `
arrivals: 0.6/s
stations: { a: { servers: 2, service: 1s }, b: { servers: 1, service: { distribution: deterministic, value: 1s } } }
routes: { arrive: a, a: b, b: leave }`,
  'dealt in turn': `
arrivals: 2/s
stations: { a: { servers: 1, service: 0.7s }, b: { servers: 1, service: 0.7s } }
routes: { arrive: { round-robin: [a, b] }, a: leave, b: leave }`,
  'dealt in turn by weight': `
arrivals: 2/s
stations: { a: { servers: 1, service: 0.5s }, b: { servers: 1, service: 1s } }
routes: { arrive: { weighted-round-robin: { a: 2, b: 1 } }, a: leave, b: leave }`,
  'the shorter of two queues': `
arrivals: 1.4/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s } }
routes: { arrive: { join-shortest-queue: [a, b] }, a: leave, b: leave }`,
  'two parts, both to be done': `
arrivals: 0.5/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s } }
routes: { arrive: { fork: [a, b], next: leave }, a: join, b: join }`,
  'two of three parts': `
arrivals: 0.5/s
stations:
  a: { servers: infinite, service: 1s }
  b: { servers: infinite, service: { distribution: deterministic, value: 1s } }
  c: { servers: infinite, service: { distribution: erlang, mean: 2s, k: 2 } }
routes: { arrive: { fork: [a, b, c], quorum: 2, rest: finish, next: leave }, a: join, b: join, c: join }`,
  'a machine that is held up': `
arrivals: 0.6/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s, capacity: 3, whenFull: block } }
routes: { arrive: a, a: b, b: leave }`,
  'clients and guests': `
classes: { guests: { arrivals: 0.3/s }, clients: { clients: 3, think: 4s } }
stations: { cpu: { servers: 1, service: 1s, discipline: ps }, disk: { servers: 1, service: 0.8s } }
routes: { arrive: cpu, cpu: { disk: 0.5, leave: 0.5 }, disk: leave }`,
  'clients of a closed network': `
classes: { clients: { clients: 6, think: 3s } }
stations: { cpu: { servers: 2, service: 1s }, disk: { servers: 1, service: 0.6s } }
routes: { arrive: cpu, cpu: { disk: 0.4, leave: 0.6 }, disk: cpu }`,
  'clients of threads on one lock': `
classes: { clients: { clients: 8, think: 2s } }
stations:
  cpu: { servers: 4, service: 1s, loadDependence: { contention: 20%, coherence: 2% } }
  disk: { servers: 2, service: 0.6s }
  network: { servers: infinite, service: 0.5s }
routes: { arrive: cpu, cpu: network, network: disk, disk: { cpu: 0.3, leave: 0.7 } }`,
  'clients of a pace by the number present': `
classes: { quick: { clients: 3, think: 2s }, slow: { clients: 2, think: 1s } }
stations: { cpu: { servers: 1, service: { quick: 0.5s, slow: 2s }, discipline: ps, loadDependence: { byNumber: [1, 1.5, 1.7] } } }`,
  'a tide of arrivals':
    'arrivals: { process: sinusoidal, rate: 1.2/s, amplitude: 0.5, period: 30s }\nservice: 1s\nservers: 2',
  'a queue that shows its length':
    'arrivals: 3/s\nservice: 1s\nservers: 2\nbaulking: { joining: [1, 1, 1, 0.6, 0.6, 0.2] }',
  'discouraged arrivals': 'arrivals: 1.5/s\nservice: 1s\nservers: 1\nbaulking: discouraged',
  'work that fails': 'arrivals: 1.2/s\nservice: 1s\nservers: 2\nfailing: 20%\nmaxDeliveries: 3',
  'a backlog in the morning': 'arrivals: 2/s\nservice: 1s\nservers: 4\nbacklog: 30\nrun: { duration: 40s }',
  'shifts, round and round': `
classes: { calls: { arrivals: { process: profile, rates: [2/s, 1/s], durations: [8s, 7s] } }, mails: { arrivals: 0.5/s } }
stations: { desk: { servers: 4, service: 1s, schedule: { changes: [{ at: 10s, servers: 0 }, { at: 15s, servers: 3 }, { at: 20s, servers: 2 }], period: 30s } } }`,
  'shifts of one day': `
arrivals: 2/s
service: 2s
servers: 6
backlog: 10
schedule: { changes: [{ at: 15s, servers: 2 }, { at: 30s, servers: 8 }] }
run: { duration: 45s }`,
  'a server for everyone for half a minute': `
arrivals: { process: profile, rates: [1/s, 4/s, 1/s], durations: [10s, 10s, 10s] }
service: { distribution: uniform, min: 1s, max: 9s }
servers: infinite
backlog: 20
run: { duration: 30s }`,
  'a server for everyone, constant services': `
arrivals: { process: sinusoidal, rate: 2/s, amplitude: 0.8, period: 10s }
service: { distribution: deterministic, value: 4s }
servers: infinite
run: { duration: 25s }`,
  'a server for everyone, day after day': `
arrivals: { process: sinusoidal, rate: 2/s, amplitude: 0.8, period: 10s }
service: { distribution: lognormal, mean: 4s, scv: 2 }
servers: infinite`,
  'a rush within a minute': `
arrivals: { process: profile, rates: [1/s, 4/s, 1/s], durations: [20s, 20s, 20s] }
service: 1s
servers: 2
run: { duration: 1min }`,
};
