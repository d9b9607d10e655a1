import type { AnyFormula } from '../formula.js';
import { fluidDrain } from './backlog.js';
import { approximationBand } from './band.js';
import { batchArrivals } from './batch-arrivals.js';
import { batchArrivalsAtServers, batchArrivalsGeneral } from './batch-arrivals-general.js';
import { closedBatches, openBatches } from './batch-service.js';
import { baulkingStation } from './baulking.js';
import { limitedTandem, saturatedLine } from './blocking-line.js';
import { manyServerBounds, singleServerBounds } from './bounds.js';
import { breakdowns, breakdownsOfBusyServers, breakdownsWhileServing } from './breakdowns.js';
import { modifiedOfferedLoad, pointwiseStationary, stationaryFlow } from './changing-rates.js';
import { closedGeneral } from './closed-general.js';
import { approximateMva, closedNetwork, loadDependentNetwork } from './closed-network.js';
import { discouragedArrivals } from './discouraged.js';
import { discriminatory } from './discriminatory-sharing.js';
import { powerOfManyChoices } from './dispatching.js';
import { endlessOverTime } from './endless-over-time.js';
import { endlessTandem } from './endless-tandem.js';
import { failingWork } from './failing-work.js';
import { engset, finiteSource } from './finite-source.js';
import { forkJoinMany, forkJoinPair } from './fork-join.js';
import { multipleVacations, nPolicy, setUp, singleVacation } from './idle-server.js';
import { impatientStation } from './impatience.js';
import { loadDependentStation } from './load-dependent.js';
import { mixedNetwork } from './mixed-network.js';
import { moreChoices } from './more-choices.js';
import { openClasses, openNetwork } from './open-network.js';
import { orderStatistic } from './order-statistic.js';
import { waitByOrder } from './orders.js';
import { pollingExhaustive, pollingGated } from './polling.js';
import { preemptiveResample, preemptiveRestart } from './preemptive-repeat.js';
import {
  nonPreemptive,
  nonPreemptiveServers,
  nonPreemptiveVariances,
  preemptiveResume,
  preemptiveServers,
} from './priorities.js';
import { randomSplit, roundRobin } from './private-queues.js';
import {
  busyPeriod,
  lastComeInterrupting,
  processorSharing,
  sharedExponential,
} from './processor-sharing.js';
import { retrials } from './retrials.js';
import { runLength } from './run-length.js';
import { scalabilityLaw } from './scalability.js';
import { setUpServers } from './set-up-servers.js';
import { sharedServers } from './shared-servers.js';
import { shortestQueue } from './shortest-queue.js';
import { singleServerLimited } from './single-server-limited.js';
import { sizeBased } from './size-based.js';
import { squareRootStaffing } from './staffing.js';
import { transientEndless, transientStation } from './transient.js';
import {
  allenCunneen,
  kimura,
  kraemerLangenbachBelz,
  queueingNetworkAnalyzer,
  sakasegawa,
  shortForm,
  whitt1993,
} from './two-moments.js';
import { unequalServers, unequalServersByChance } from './unequal-servers.js';

/** Every result of theory beside the models of one station, by what it is about. */
export const formulaGroups = {
  'few places, few sources, customers who leave or come back': {
    singleServerLimited,
    impatientStation,
    finiteSource,
    engset,
    discouragedArrivals,
    loadDependentStation,
    baulkingStation,
    retrials,
    failingWork,
  },
  batches: { batchArrivals, batchArrivalsGeneral, batchArrivalsAtServers, openBatches, closedBatches },
  'servers that differ, fail or pause': {
    unequalServers,
    unequalServersByChance,
    breakdowns,
    breakdownsOfBusyServers,
    breakdownsWhileServing,
    multipleVacations,
    singleVacation,
    setUp,
    setUpServers,
    nPolicy,
  },
  'priorities and other orders of service': {
    nonPreemptive,
    nonPreemptiveVariances,
    preemptiveResume,
    preemptiveRestart,
    preemptiveResample,
    nonPreemptiveServers,
    preemptiveServers,
    waitByOrder,
    pollingExhaustive,
    pollingGated,
    processorSharing,
    sharedExponential,
    discriminatory,
    sharedServers,
    lastComeInterrupting,
    busyPeriod,
    sizeBased,
  },
  'bounds and approximations by two moments': {
    singleServerBounds,
    manyServerBounds,
    approximationBand,
    allenCunneen,
    shortForm,
    sakasegawa,
    kimura,
    queueingNetworkAnalyzer,
    whitt1993,
    kraemerLangenbachBelz,
  },
  'queues side by side': {
    randomSplit,
    roundRobin,
    forkJoinPair,
    forkJoinMany,
    orderStatistic,
    shortestQueue,
    moreChoices,
    powerOfManyChoices,
  },
  'networks and lines': {
    openNetwork,
    openClasses,
    closedNetwork,
    loadDependentNetwork,
    approximateMva,
    closedGeneral,
    mixedNetwork,
    saturatedLine,
    limitedTandem,
    endlessTandem,
  },
  'over time': {
    transientStation,
    transientEndless,
    endlessOverTime,
    pointwiseStationary,
    modifiedOfferedLoad,
    stationaryFlow,
    fluidDrain,
  },
  'sizing and growth': { squareRootStaffing, scalabilityLaw, runLength },
} as const satisfies Readonly<Record<string, Readonly<Record<string, AnyFormula>>>>;
