import type { Observations } from '../measurement/observation.js';
import { pathOf, servedOf } from '../measurement/path.js';
import { type Recent, recentOf } from '../measurement/recent.js';
import { summarise } from '../measurement/summarise.js';
import { parseQuantileName } from '../result/measure.js';
import type { Result } from '../result/result.js';
import { onlyStation } from '../scenario/single-station.js';
import type { Scenario } from '../scenario/type.js';
import type { ThresholdOutcome } from './study.js';
import { judgeThreshold } from './thresholds.js';

/** A live run while it goes on. */
export interface LiveNow {
  readonly recent: Recent;
  /** From the start of the run until now. */
  readonly soFar: Result;
  /** What the thresholds would say if the run ended here. */
  readonly thresholds: readonly ThresholdOutcome[];
}

/** What a live run has shown up to now; undefined before its first message is through. */
export function liveNow(scenario: Scenario, observations: Observations): LiveNow | undefined {
  const station = onlyStation(scenario);
  if (typeof station === 'string' || scenario.live === undefined) return undefined;
  const servers = Number(station.servers);
  const recent = recentOf(observations, servers);
  if (recent === undefined) return undefined;
  const limits = scenario.thresholds ?? [];
  const { measures, waitQuantiles, sojournQuantiles } = summarise(
    pathOf(observations, scenario.live.service, servedOf(observations)),
    {
      servers,
      confidence: scenario.run.confidence,
      percentiles: limits.flatMap(({ measure }) => parseQuantileName(measure)?.p ?? []),
      seriesAbout: 'from the messages',
    },
  );
  const soFar: Result = {
    schema: 1,
    engine: 'live',
    scenario,
    measures,
    waitQuantiles,
    sojournQuantiles,
    warnings: [],
  };
  return { recent, soFar, thresholds: limits.map(limit => judgeThreshold(limit, [soFar])) };
}
