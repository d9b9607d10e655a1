/** What a row tells of a customer; seconds, times by any clock. */
export interface Customer {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly arrived?: number;
  readonly started?: number;
  readonly finished?: number;
  readonly service?: number;
}

/** The time by which customers are put in order: the first that is known. */
export const timeOf = ({ arrived, started, finished }: Customer): number =>
  arrived ?? started ?? finished ?? Number.NaN;

/** Seconds in service; undefined where nothing tells it. */
export const serviceOf = ({ started, finished, service }: Customer): number | undefined =>
  service ?? (started !== undefined && finished !== undefined ? finished - started : undefined);

/** Seconds from arrival to the start of the service; undefined where nothing tells it. */
export const waitOf = ({ arrived, started }: Customer): number | undefined =>
  arrived !== undefined && started !== undefined ? started - arrived : undefined;

/** When it left; undefined where nothing tells it. */
export const endOf = (customer: Customer): number | undefined => {
  const { started, finished } = customer;
  const service = serviceOf(customer);
  return finished ?? (started !== undefined && service !== undefined ? started + service : undefined);
};

/** What contradicts itself in the times of a customer; undefined: nothing. */
export function contradiction({ arrived, started, finished }: Customer): string | undefined {
  if (arrived !== undefined && started !== undefined && started < arrived)
    return `it started ${seconds(arrived - started)} before it arrived`;
  const begin = started ?? arrived;
  if (begin !== undefined && finished !== undefined && finished < begin)
    return `it finished ${seconds(begin - finished)} before it ${started === undefined ? 'arrived' : 'started'}`;
  return undefined;
}

/** Of clocks that count from 1970 the digits beyond a microsecond are rounding. */
export const seconds = (value: number): string => `${Number(value.toFixed(6))} s`;
