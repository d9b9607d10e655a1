import {
  type DistributionSpec,
  distributionOf,
  fromMeanAndScv,
  lognormalThrough,
  ParameterError,
} from '../../distributions/index.js';
import type { BucketService } from '../buckets/service.js';
import type { Services } from '../inference/services-seen.js';
import type { Inferred } from '../inferred.js';
import { significance } from '../laws/fit.js';
import type { Chosen } from './chosen.js';

/** Quantiles that stand for a law that no family fits. */
const cells = 200;

/** The law of the services for what was seen of them; undefined where nothing was. */
export function chooseService({
  service,
  buckets,
  meanService,
}: Inferred): Chosen<DistributionSpec> | undefined {
  if (service) return fromSample(service);
  if (buckets) return fromBuckets(buckets);
  return meanService === undefined
    ? undefined
    : {
        spec: { distribution: 'exponential', mean: meanService },
        why: 'service: exponential, taken for granted: a mean tells nothing of how services vary',
      };
}

function fromSample({ fit, mean, sampled }: Services): Chosen<DistributionSpec> {
  const { law, p } = fit;
  const about = `of a test by bootstrap on ${sampled} rows`;
  if (p >= significance)
    return { spec: withMean(law, mean), why: `service: ${law.distribution}, p = ${p.toFixed(2)} ${about}` };
  const quantiles = fit.quantiles(cells);
  const scale = mean / (quantiles.reduce((sum, value) => sum + value, 0) / cells);
  return {
    spec: { distribution: 'empirical', values: quantiles.map(value => value * scale) },
    why: `service: ${cells} measured quantiles, for no family fits (the nearest, ${law.distribution}, has p = ${p.toFixed(2)} ${about})`,
  };
}

function fromBuckets({ fits, pieces, used, count, points }: BucketService): Chosen<DistributionSpec> {
  const fit = fits.find(({ p = 0 }) => p >= significance);
  if (fit)
    return {
      spec: fit.law,
      why: `service: ${fit.law.distribution}, p = ${(fit.p ?? 0).toFixed(2)} of Pearson's test on ${used} buckets`,
    };
  const through = count === undefined ? lognormalNear(points) : undefined;
  if (through)
    return {
      spec: through,
      why: 'service: the lognormal law nearest to the percentiles; between them and beyond the last it is a guess',
    };
  const kept = `${used} buckets as they are, for no family ${count === undefined ? 'goes through them' : 'fits'}`;
  return {
    spec: pieces,
    why: `service: ${kept}; within a bucket, and beyond the last bound, the law is a guess that keeps the mean`,
  };
}

function lognormalNear(points: BucketService['points']): DistributionSpec | undefined {
  try {
    return lognormalThrough(points);
  } catch (error) {
    if (error instanceof ParameterError) return undefined;
    throw error;
  }
}

/** The law stretched to the mean of all rows: it was fitted to a sample of them. */
function withMean(law: DistributionSpec, mean: number): DistributionSpec {
  const factor = mean / distributionOf(law).mean;
  if (law.distribution === 'lognormal') return { ...law, median: (law.median as number) * factor };
  if (law.distribution === 'hyperexponential') return fromMeanAndScv(mean, law.scv as number);
  return law.distribution === 'deterministic' ? { ...law, value: mean } : { ...law, mean };
}
