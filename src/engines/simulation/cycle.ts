import type { PartResult, Sampled } from '../../result/result.js';

/**
 * The mean cycle of clients, who number N and never change: N over the throughput X by Little's law, and so is
 * its interval.
 */
export function withCycle(part: PartResult, clients: number | undefined): PartResult {
  const { throughput } = part.measures;
  if (clients === undefined || throughput?.kind !== 'sampled' || !(throughput.low > 0)) return part;
  const [value, low, high] = [throughput.value, throughput.high, throughput.low].map(x => clients / x);
  const halfWidth = Math.max(high - value, value - low);
  const meanCycle: Sampled = { ...throughput, value, low, high, halfWidth };
  return { ...part, measures: { ...part.measures, meanCycle } };
}
