import { birthDeath, expectation } from '../engines/theory/formulas/birth-death.js';
import type { Level } from '../ingest/index.js';
import type { Predicted } from '../planning/calibration/calibrate.js';

/** n servers get through n γ / (1 + σ (n - 1) + κ n (n - 1)) together, per second. */
interface Law {
  readonly gamma: number;
  readonly sigma: number;
  readonly kappa: number;
}

/**
 * The closed model whose servers slow each other down by the scalability law: N clients who think for exponential
 * times, a birth-death process with the law's throughput for deaths (as L. Kleinrock, "Queueing Systems" I, 1975,
 * section 3.8, with rates that depend on the load).
 * @param think seconds, above 0
 */
export const growingService =
  ({ gamma, sigma, kappa }: Law, think: number) =>
  ({ clients, servers }: Pick<Level, 'clients' | 'servers'>): Predicted => {
    if (!(think > 0)) return {};
    const together = (n: number) => (n * gamma) / (1 + sigma * (n - 1) + kappa * n * (n - 1));
    const states = birthDeath(
      clients,
      n => (clients - n) / think,
      n => together(Math.min(n + 1, servers)),
    );
    const throughput = expectation(states, n => (clients - n) / think);
    const waiting = expectation(states, n => Math.max(0, n - servers));
    return { throughput, wait: waiting / throughput };
  };
