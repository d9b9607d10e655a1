import { type DistributionSpec, distributionOf, fromMeanAndScv } from '../distributions/index.js';
import { parseScenario } from '../scenario/load.js';
import { arrivalForm, lawForm } from '../scenario/text/spec.js';
import { yamlText } from '../scenario/text/yaml.js';
import type { ArrivalSpec } from '../scenario/type.js';
import type { Inferred } from './inferred.js';
import { IngestError } from './problem.js';

/** A scenario made of a log, and what was chosen, in words. */
export interface Made {
  readonly yaml: string;
  readonly choices: readonly string[];
}

export interface MakeOptions {
  readonly name: string;
  /** Of servers, where the user knows. */
  readonly servers?: number;
  /** The file of times and services to be played, instead of laws. */
  readonly trace?: string;
}

/** A fit that fewer than so many samples of its own law lie as far off from is none. */
const significance = 0.05;
/** Quantiles that stand for a law that no family fits. */
const cells = 200;

/**
 * The scenario file for what a log says.
 * @throws IngestError when the log tells no service times
 */
export function toScenario(inferred: Inferred, { name, servers, trace }: MakeOptions): Made {
  const { arrivals, service, file } = inferred;
  if (arrivals === undefined || service === undefined)
    throw new IngestError(
      `${file} tells no service times: expected columns started and finished, or service; name them by --map, or leave --out away`,
    );
  const come = comes(arrivals);
  const take = takes(service);
  const many = serve(inferred, servers);
  const played = trace !== undefined;
  const form = {
    name,
    description: `Made of ${inferred.customers} rows of a log.`,
    arrivals: played ? { process: 'trace', file: trace } : arrivalForm(come.spec),
    service: played ? { distribution: 'trace', file: trace } : lawForm(take.law),
    servers: many.servers,
  };
  const yaml = yamlText(form);
  // A trace is found beside the scenario once both are written.
  if (!played) parseScenario(yaml, { file: name });
  const laws = played
    ? [`arrivals and services: those of the log again, from ${trace}`]
    : [come.why, take.why];
  return { yaml, choices: [...laws, many.why] };
}

function comes({ rate, scv = 1, dispersion }: NonNullable<Inferred['arrivals']>): {
  spec: ArrivalSpec;
  why: string;
} {
  const off = dispersion.filter(
    ({ index, windows }) => Math.abs(index - 1) > 0.2 + 3 * Math.sqrt(2 / windows),
  );
  const like = (one: number) => Math.abs(one - scv) <= 0.3 * scv;
  if (off.length === 0 && Math.abs(scv - 1) < 0.2)
    return {
      spec: { process: 'poisson', rate },
      why: 'arrivals: Poisson; neither gaps nor counts speak against it',
    };
  if (dispersion.every(({ index }) => like(index)))
    return { spec: { process: 'renewal', rate, scv }, why: 'arrivals: independent gaps of the measured scv' };
  const longest = dispersion.at(-1)?.index ?? scv;
  return {
    spec: { process: 'renewal', rate, scv: longest },
    why:
      'arrivals: independent gaps whose scv is the index of dispersion at the longest scale (the asymptotic method), ' +
      'for the arrivals are not independent; --replay plays them as they were',
  };
}

function takes({ fit, mean, sampled }: NonNullable<Inferred['service']>): {
  law: DistributionSpec;
  why: string;
} {
  const { law, p } = fit;
  const about = `of a test by bootstrap on ${sampled} rows`;
  if (p >= significance)
    return { law: withMean(law, mean), why: `service: ${law.distribution}, p = ${p.toFixed(2)} ${about}` };
  const quantiles = fit.quantiles(cells);
  const scale = mean / (quantiles.reduce((sum, value) => sum + value, 0) / cells);
  return {
    law: { distribution: 'empirical', values: quantiles.map(value => value * scale) },
    why: `service: ${cells} measured quantiles, for no family fits (the nearest, ${law.distribution}, has p = ${p.toFixed(2)} ${about})`,
  };
}

/** The law stretched to the mean of all rows: it was fitted to a sample of them. */
function withMean(law: DistributionSpec, mean: number): DistributionSpec {
  const factor = mean / distributionOf(law).mean;
  if (law.distribution === 'lognormal') return { ...law, median: (law.median as number) * factor };
  if (law.distribution === 'hyperexponential') return fromMeanAndScv(mean, law.scv as number);
  return law.distribution === 'deterministic' ? { ...law, value: mean } : { ...law, mean };
}

function serve({ servers: seen }: Inferred, given: number | undefined): { servers: number; why: string } {
  if (given !== undefined) return { servers: given, why: `servers: ${given}, as told` };
  const stable = Math.floor(seen?.erlangs ?? 0) + 1;
  if (seen?.effective === undefined)
    return { servers: stable, why: `servers: ${stable}, the fewest that keep up; the log does not tell` };
  if (seen.effective > seen.erlangs)
    return {
      servers: seen.effective,
      why: `servers: ${seen.effective}, with whom the log played again waits as it did`,
    };
  return { servers: stable, why: `servers: ${stable}, the fewest that keep up` };
}
