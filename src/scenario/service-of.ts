import type { DistributionSpec, Station } from './type.js';

/** The law of the service that customers of the class get at the station. */
export function serviceOf({ service }: Station, className: string): DistributionSpec {
  if (isLaw(service)) return service;
  if (!Object.hasOwn(service, className))
    throw new RangeError(`no service for customers of class "${className}"`);
  return service[className];
}

const isLaw = (service: Station['service']): service is DistributionSpec =>
  typeof service.distribution === 'string';
