import { durationText, rateText } from '../text/quantities.js';
import { lawForm } from '../text/spec.js';
import type { AutoscalingSpec, ScheduleSpec, ServerSide, SpeedsSpec, WhenIdleSpec } from './type.js';

type Form = Readonly<Record<string, unknown>>;

/** What is said of the servers of a station as a file would write it. */
export const serverSideForm = (station: ServerSide): Form => {
  const { schedule, autoscaling, speeds, loadDependence, whenIdle, batchService } = station;
  return {
    ...(schedule && { schedule: scheduleForm(schedule) }),
    ...(autoscaling && { autoscaling: autoscalingForm(autoscaling) }),
    ...(speeds && { speeds: speedsForm(speeds) }),
    ...(loadDependence && { loadDependence }),
    ...(whenIdle && { whenIdle: whenIdleForm(whenIdle) }),
    ...(batchService && { batchService }),
  };
};

const scheduleForm = ({ changes, period }: ScheduleSpec): Form => ({
  changes: changes.map(({ at, servers }) => ({ at: durationText(at), servers })),
  ...(period !== undefined && { period: durationText(period) }),
});

function autoscalingForm({
  target,
  every,
  startUp,
  coolDown,
  stabilisation,
  ...others
}: AutoscalingSpec): Form {
  return {
    ...others,
    target: targetForm(others.signal, target),
    every: durationText(every),
    ...(startUp && { startUp: lawForm(startUp) }),
    ...(coolDown !== undefined && { coolDown: durationText(coolDown) }),
    ...(stabilisation !== undefined && { stabilisation: durationText(stabilisation) }),
  };
}

function targetForm(signal: AutoscalingSpec['signal'], target: number): unknown {
  if (signal === 'oldest-age') return durationText(target);
  return signal === 'arrival-rate' ? rateText(target) : target;
}

const speedsForm = ({ of, choose }: SpeedsSpec): unknown => (choose === 'fastest' ? of : { of, choose });

const whenIdleForm = ({ setUp, delayOff, vacation, ...others }: WhenIdleSpec): Form => ({
  ...others,
  ...(setUp && { setUp: lawForm(setUp) }),
  ...(delayOff && { delayOff: lawForm(delayOff) }),
  ...(vacation && { vacation: lawForm(vacation) }),
});
