import { distributionOf } from '../../../../distributions/index.js';
import type { Stream } from '../../../../random/index.js';
import { mostServers } from '../../../../scenario/server-side/type.js';
import type { DistributionSpec, Station as StationSpec } from '../../../../scenario/type.js';
import { drawsOf } from '../draws.js';
import type { StationSetup } from '../stations/station-setup.js';
import { Autoscaler } from './autoscaler.js';
import { Batches } from './batches.js';
import { ChangingServers } from './changing.js';
import { followSchedule } from './schedule.js';
import { SettingUp } from './set-up.js';
import { StartingAtN } from './starting-at-n.js';
import { UnequalServers } from './unequal.js';
import { Vacations } from './vacations.js';

/** What makes the station of servers that are more than so many equal ones, always there; undefined where they are just that. */
export function serverSideOf(
  station: StationSpec,
  name: string,
  stream: (purpose: string) => Stream,
): StationSetup['serverSide'] {
  const { schedule, autoscaling, speeds, whenIdle, batchService } = station;
  const draws = (law: DistributionSpec, purpose: string) =>
    drawsOf(distributionOf(law), stream(`${purpose}/${name}`));
  if (schedule)
    return (setup, line) => {
      const changing = new ChangingServers(setup, line);
      followSchedule(setup.network, changing, schedule);
      return changing;
    };
  if (autoscaling)
    return (setup, line) => {
      const { startUp, max = mostServers } = autoscaling;
      const changing = new ChangingServers(setup, line);
      const delay = startUp && draws(startUp, 'starting');
      new Autoscaler(setup.network, changing, autoscaling, { startUp: delay, most: max }).begin();
      return changing;
    };
  if (speeds) return (setup, line) => new UnequalServers(setup, line, speeds);
  if (batchService) return (setup, line) => new Batches(setup, line, batchService);
  if (whenIdle === undefined) return undefined;
  const { setUp, delayOff, startAt = 1, vacation, vacations } = whenIdle;
  if (setUp) {
    const times = {
      setUp: draws(setUp, 'setting up'),
      ...(delayOff && { delayOff: draws(delayOff, 'switching off') }),
    };
    return (setup, line) => new SettingUp(setup, line, times);
  }
  if (vacation) {
    const away = { length: draws(vacation, 'vacations'), again: vacations !== 'single' };
    return (setup, line) => new Vacations(setup, line, away);
  }
  return (setup, line) => new StartingAtN(setup, line, startAt);
}
