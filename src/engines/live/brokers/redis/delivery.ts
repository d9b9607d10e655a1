import type { Settings } from '../../broker.js';
import { type DeliveryTerms, deliveryTerms } from '../delivery.js';
import type { RedisAddress } from './open.js';

/** Of a queue from which a consumer may fetch ahead. */
export interface FetchTerms extends DeliveryTerms {
  /** Messages that a consumer fetches ahead of the one that it serves. */
  readonly prefetch: number;
}

export type FetchAddress = RedisAddress & FetchTerms;

export const fetchTerms = (settings: Settings = {}): FetchTerms => ({
  ...deliveryTerms(settings),
  prefetch: settings.prefetch ?? 0,
});

/** Whether acknowledgements need a connection of their own: on the other they would wait behind a blocked fetch. */
export const tellsAside = ({ prefetch, acknowledgeEvery }: FetchTerms): boolean =>
  prefetch > 0 || acknowledgeEvery > 1;
