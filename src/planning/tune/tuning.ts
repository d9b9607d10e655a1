import type { Estimate } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { Cost } from '../cost.js';
import type { Decision } from '../decide.js';
import type { Axis } from '../sweep/axis.js';

/** What a setting of the autoscaler makes of the load. */
export interface TunedSetting {
  /** By the path of the axis, as written. */
  readonly at: Readonly<Record<string, string>>;
  readonly decision: Decision;
  /** Each target by its text. */
  readonly targets: readonly { readonly text: string; readonly decision: Decision }[];
  readonly measures: Readonly<Record<string, Estimate>>;
  /** Servers at the peak for each that the busiest arrivals keep busy; absent in the long run. */
  readonly overshoot?: number;
  readonly cost?: Cost;
  /** None that was tried has both fewer servers and a shorter sojourn on average. */
  readonly efficient: boolean;
  /** Why nobody answered. */
  readonly reason?: string;
}

export interface Tuning {
  /** 'inconclusive': none is known to meet the targets, and of some it is not known that they do not. */
  readonly outcome: 'met' | 'inconclusive' | 'impossible';
  readonly station: string;
  readonly targets: readonly string[];
  /** Mean number of servers that the arrivals keep busy when they are the most. */
  readonly busiestLoad: number;
  readonly axes: readonly Axis[];
  readonly table: readonly TunedSetting[];
  /** Place in the table of the setting that meets the targets with the fewest servers on average; absent: none. */
  readonly best?: number;
  /** Places of those that meet them with as few servers, as far as can be told. */
  readonly alike: readonly number[];
  /** The scenario with the best setting, or as it was asked. */
  readonly scenario: Scenario;
}
