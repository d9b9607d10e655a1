import type { Address, Settings } from '../broker.js';

/** How a queue with acknowledgement treats consumers that fall silent and messages that fail. */
export interface DeliveryTerms extends Address {
  /** Milliseconds of silence after which a consumer counts as dead. */
  readonly leaseMs: number;
  readonly maxDeliveries: number;
}

export const deliveryTerms = ({ lease = 1, maxDeliveries = 5 }: Settings = {}): DeliveryTerms => ({
  leaseMs: Math.round(lease * 1000),
  maxDeliveries,
});
