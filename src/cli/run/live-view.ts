import { alertText, liveLine, prometheusText } from '../../report/index.js';
import type { Result } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { LiveNow } from '../../study/live-now.js';
import type { LiveStep } from '../../study/run-study.js';

/** Milliseconds between two looks at a run that goes on; a look at many messages takes longer, so it comes less often. */
const lookEveryMs = (messages: number): number => 1000 * Math.max(1, messages / 20_000);

export interface Told {
  /** A line that takes the place of the one before; absent where nobody would see it. */
  readonly line?: (text: string) => void;
  /** Something that should not be missed. */
  readonly alert: (text: string) => void;
}

export interface LiveView {
  readonly onAnswer: (result: Result) => void;
  readonly onLive: (step: LiveStep) => void;
  /** For Prometheus, as it is at this moment. */
  readonly metrics: () => string;
  readonly stop: () => void;
}

/** Watches a live run: what it does lately beside what the model expects, and thresholds that begin to fail. */
export function liveView({ name, live, thresholds = [] }: Scenario, { line, alert }: Told): LiveView {
  let model: Result | undefined;
  let planned = 0;
  let latest: LiveStep['now'];
  let timer: NodeJS.Timeout | undefined;
  const failing = new Set<string>();

  const look = () => {
    const now = latest?.();
    if (now === undefined) return;
    line?.(liveLine(now, model));
    for (const threshold of thresholds) if (turned(threshold.text, now)) alert(alertOf(threshold, now));
  };
  const turned = (text: string, now: LiveNow): boolean => {
    const outcome = now.thresholds.find(candidate => candidate.text === text)?.outcome;
    if (outcome === 'fail' && !failing.has(text)) {
      failing.add(text);
      return true;
    }
    return outcome === 'pass' && failing.delete(text);
  };
  const alertOf = (threshold: (typeof thresholds)[number], now: LiveNow) =>
    alertText(threshold, failing.has(threshold.text), now);

  return {
    onAnswer: result => {
      model ??= result;
    },
    onLive: ({ total, now }) => {
      planned = total ?? planned;
      latest = now ?? latest;
      if (line || thresholds.length > 0) timer ??= setInterval(look, lookEveryMs(planned));
    },
    metrics: () =>
      prometheusText({
        scenario: name,
        ...(live && { broker: live.broker, planned }),
        now: latest?.(),
        model,
      }),
    stop: () => clearInterval(timer),
  };
}
