import { matrix, solve } from '../../../numerics/matrix.js';
import type { OpenNetwork } from './open-network.js';

/**
 * Squared coefficients of variation of the arrivals at each station by the Queueing Network Analyzer (W. Whitt, Bell
 * System Technical Journal 62, 1983, section 4): what leaves a station is between what comes and what is served, splitting
 * by chance brings a flow nearer to Poisson, and a superposition is weighed by how far it is from light traffic.
 */
export function arrivalVariability({ nodes, outside, entering }: OpenNetwork): readonly number[] {
  const rates = nodes.map(({ given }) => given.arrivals.rate);
  const loads = nodes.map(({ given: { arrivals, service, servers } }) =>
    Number.isFinite(servers) ? (arrivals.rate * service.mean) / servers : 0,
  );
  const size = nodes.length;
  const system = matrix(size, size, (i, j) => Number(i === j));
  const constant = matrix(size, 1);
  for (let j = 0; j < size; j++) {
    const fresh = outside.flatMap(({ rate, dispersion }, r) => {
      const share = entering[r][j];
      return share > 0 ? [{ rate: rate * share, scv: 1 + share * (dispersion - 1) }] : [];
    });
    const passed = nodes.flatMap(({ onward }, from) => {
      const share = onward.get(j);
      return share ? [{ from, rate: rates[from] * share, share }] : [];
    });
    const total = [...fresh, ...passed].reduce((sum, { rate }) => sum + rate, 0);
    const alike = total ** 2 / [...fresh, ...passed].reduce((sum, { rate }) => sum + rate * rate, 0);
    const weight = 1 / (1 + 4 * (1 - loads[j]) ** 2 * (alike - 1));
    constant.data[j] = 1 - weight;
    for (const { rate, scv } of fresh) constant.data[j] += weight * (rate / total) * scv;
    for (const { from, rate, share } of passed) {
      const { servers, service } = nodes[from].given;
      const busy = loads[from] ** 2;
      const served = 1 + (Math.max(service.scv, 0.2) - 1) / Math.sqrt(servers);
      // Of cd² = (1 - ρ²) ca² + ρ² (1 + (max(cs², 0.2) - 1) / √m) a share p leaves p cd² + 1 - p.
      system.data[j * size + from] -= weight * (rate / total) * share * (1 - busy);
      constant.data[j] += weight * (rate / total) * (share * busy * served + 1 - share);
    }
  }
  return [...solve(system, constant).data].map(scv => Math.max(0, scv));
}
