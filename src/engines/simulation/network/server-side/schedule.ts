import type { ScheduleSpec } from '../../../../scenario/server-side/type.js';
import { Alarm } from '../alarm.js';
import type { Network } from '../network.js';
import type { ChangingServers } from './changing.js';

/** Lets the servers of a station, so many of them until the first change, come and go by the clock. */
export function followSchedule(
  network: Network,
  station: ChangingServers,
  { changes, period }: ScheduleSpec,
): void {
  const first = station.servers;
  const plan = period === undefined ? changes : [...changes, { at: period, servers: first }];
  let round = 0;
  let next = 0;
  const alarm = new Alarm(network, () => {
    const { servers } = plan[next++];
    station.asked = servers;
    station.change(servers);
    if (next === plan.length && period !== undefined) {
      next = 0;
      round++;
    }
    arm();
  });
  const arm = () => {
    if (next === plan.length) return;
    // Multiplied, not added up: the clock of the schedule must not drift.
    alarm.due = round * (period ?? 0) + plan[next].at;
    alarm.arm();
  };
  arm();
}
