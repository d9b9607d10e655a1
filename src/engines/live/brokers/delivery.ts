import { usualAcknowledgeWithin } from '../../../scenario/brokers.js';
import type { Address, Settings } from '../broker.js';

/** How a queue with acknowledgement treats consumers that fall silent and messages that fail. */
export interface DeliveryTerms extends Address {
  /** Milliseconds of silence after which a consumer counts as dead. */
  readonly leaseMs: number;
  readonly maxDeliveries: number;
  /** So many messages are acknowledged together, or those that there are when the first has waited so long. */
  readonly acknowledgeEvery: number;
  readonly acknowledgeWithinMs: number;
}

export const deliveryTerms = ({
  lease = 1,
  maxDeliveries = 5,
  acknowledgeEvery = 1,
  acknowledgeWithin = usualAcknowledgeWithin,
}: Settings = {}): DeliveryTerms => ({
  leaseMs: Math.round(lease * 1000),
  maxDeliveries,
  acknowledgeEvery,
  acknowledgeWithinMs: acknowledgeWithin * 1000,
});

/** Seconds that a message that was served may wait to be acknowledged with others. */
export const longestUntold = (settings: Settings): number => {
  const { acknowledgeEvery, acknowledgeWithinMs } = deliveryTerms(settings);
  return acknowledgeEvery > 1 ? acknowledgeWithinMs / 1000 : 0;
};
