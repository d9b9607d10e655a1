import { brokerSettings } from '../brokers.js';
import type { Scenario } from '../type.js';
import { shareOf } from './deliveries.js';

/** As often as the real queues count. */
const mostDeliveries = 1000;
/** More than that does not go on in a live run. */
const mostFailing = 0.9;

/**
 * The scenario with the failures of its only station as those of its run on a real queue; or, in words, why they are
 * none that a real queue can show.
 */
export function asLive(scenario: Scenario): Scenario | string {
  const [[name, station], ...others] = Object.entries(scenario.stations);
  const [className, ...more] = Object.keys(scenario.classes);
  const { live } = scenario;
  if (live === undefined || others.length > 0 || more.length > 0) return scenario;
  const { failing, poison, maxDeliveries, redelivery, lease, ...plain } = station;
  if (lease !== undefined)
    return 'work that outlasts its lease is delivered again; the consumers of a real run renew theirs for as long as they live';
  if (failing === undefined && poison === undefined) return scenario;
  if (redelivery)
    return 'failed work waits until it is tried again; the real queues deliver it again at once';
  if (live.failing !== undefined || live.poison !== undefined)
    return 'it is said twice how often work fails: of the station, and under "live"';
  if (!brokerSettings[live.broker as keyof typeof brokerSettings]?.includes('maxDeliveries'))
    return `work can fail, and ${live.broker} delivers nothing again`;
  const shares = { failing: shareOf(failing, className), poison: shareOf(poison, className) };
  if (Math.max(shares.failing, shares.poison) > mostFailing)
    return `more than ${100 * mostFailing} % of the work fails`;
  return {
    ...scenario,
    stations: { [name]: plain },
    live: { ...live, ...shares, maxDeliveries: maxDeliveries ?? mostDeliveries },
  };
}
