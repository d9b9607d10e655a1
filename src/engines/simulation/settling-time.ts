import { square } from '../../numerics/pow.js';

interface Settling {
  /** Seconds. */
  readonly meanService: number;
  readonly serviceScv: number;
  readonly servers: number;
  /** Below 1. */
  readonly utilisation: number;
}

/**
 * Seconds after which a station has forgotten its start: several times the relaxation time, about
 * (ca² + cs²) S / (2 c (1 - ρ)²) (W. Whitt, "Planning queueing simulations", Management Science 35, 1989; not checked), and
 * a few services.
 */
export function settlingTime({ meanService, serviceScv, servers, utilisation }: Settling): number {
  const variability = Math.min(serviceScv, 50) + 1;
  return 10 * meanService + (5 * variability * meanService) / (servers * square(1 - utilisation));
}
