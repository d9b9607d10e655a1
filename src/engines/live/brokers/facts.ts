import type { AfterRestart, Guarantee, Topology } from '../../../result/topology.js';
import type { Settings } from '../broker.js';
import { brokerNamed } from './index.js';
import { type InstallWeight, installWeight } from './install-weight.js';

/** What is known of a queue before anything is sent. */
export interface BrokerFacts {
  readonly topology: Topology;
  readonly guarantee: Guarantee;
  /** Absent where no server of ours could be killed. */
  readonly afterRestart?: AfterRestart;
  /** The program that must run besides; absent where none must. */
  readonly server?: string;
  readonly packages: readonly string[];
  readonly weight: InstallWeight;
}

/** @throws LiveUnavailable when there is no such broker here */
export async function brokerFacts(name: string, settings: Settings): Promise<BrokerFacts> {
  const { topology, guarantee, afterRestart, server, packages } = await brokerNamed(name);
  return {
    ...{ topology: topology(settings), guarantee },
    ...(afterRestart && { afterRestart: afterRestart(settings) }),
    ...(server !== undefined && { server }),
    ...{ packages, weight: installWeight(packages) },
  };
}
