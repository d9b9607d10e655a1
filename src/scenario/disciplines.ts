/**
 * The orders of service that a scenario can ask for, each with a line about it. An engine that cannot serve in
 * the order asked for says so.
 */
export const disciplines = {
  fcfs: 'first come, first served',
  lcfs: 'last come, first served; a service once begun is finished',
  'lcfs-preemptive': 'last come, first served at once; interrupted services resume',
  siro: 'service in random order',
  ps: 'processor sharing: everyone is served at once, at an equal share of the speed',
  priority: 'the class of highest priority first; a service once begun is finished',
  'priority-preemptive': 'the class of highest priority at once; interrupted services resume',
  sjf: 'shortest job first; a service once begun is finished',
  srpt: 'shortest remaining processing time at once',
  psjf: 'preemptive shortest job first: the shortest at once, by the whole service and not by what is left of it',
  fb: 'foreground-background, or least attained service: those who have been served least share the one server',
  edf: 'earliest deadline first, as the classes are due; a service once begun is finished',
  'edf-preemptive': 'earliest deadline first at once; interrupted services resume',
  'limited-ps': 'processor sharing of at most so many customers; the others wait in line',
  dps: 'discriminatory processor sharing: everyone is served at once, at shares by the weight of the class',
  polling: 'one server that goes from class to class, each with a line of its own',
} as const;

/** Disciplines in which one server serves everybody. */
export const ofOneServer: readonly string[] = ['dps', 'fb', 'polling'];
