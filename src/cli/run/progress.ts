import type { SingleBar } from 'cli-progress';
import type { Scenario } from '../../scenario/type.js';
import type { StudyProgress } from '../../study/run-study.js';
import { formatNumber } from '../../units.js';
import { redraws, say } from '../output.js';
import { isUnicode } from '../plain-text.js';
import { liveView } from './live-view.js';

export interface Progress extends StudyProgress {
  readonly stop: () => void;
  /** For Prometheus, as it is at this moment. */
  readonly metrics: () => string;
}

/** What a run is doing, on stderr: bars on a terminal, one line for each step elsewhere, nothing where quiet. */
export async function runProgress(scenario?: Scenario, quiet = false): Promise<Progress> {
  const terminal = redraws(process.stderr) && !quiet;
  const tell = quiet ? () => {} : say;
  let bar: SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  const newBar = terminal ? await barMaker() : () => undefined;
  const start = (what: string, total: number) => {
    stop();
    bar = newBar(what, total);
  };
  const view =
    scenario &&
    liveView(scenario, {
      ...(terminal && { line: now => bar?.update({ now: `  ${now}` }) }),
      alert: text => {
        stop();
        tell(text);
      },
    });
  return {
    onPlan: (planned, budget) => {
      const about =
        planned === undefined ? 'for as long as the precision needs' : `about ${count(planned)} customers`;
      const beyond = planned !== undefined && planned > budget ? ', so the precision may not be reached' : '';
      tell(`simulating ${about} (at most ${count(budget)}${beyond})`);
      start('simulation', Math.min(planned ?? budget, budget));
    },
    onSimulated: customers => {
      if (bar && customers > bar.getTotal()) bar.setTotal(customers);
      bar?.update(customers);
    },
    onAnswer: result => view?.onAnswer(result),
    onLive: step => {
      const { text, done, total } = step;
      view?.onLive(step);
      if (text !== undefined) {
        stop();
        tell(text);
      }
      if (total !== undefined && !bar) start('live', total);
      if (done !== undefined) bar?.update(done);
    },
    stop: () => {
      view?.stop();
      stop();
    },
    metrics: () => view?.metrics() ?? '',
  };
}

const count = (customers: number): string =>
  customers >= 1e6 ? `${formatNumber(customers / 1e6, 2)} million` : formatNumber(customers, 3);

async function barMaker() {
  const { default: progress } = await import('cli-progress');
  return (what: string, total: number): SingleBar => {
    const bar = new progress.SingleBar(
      {
        format: `${what} {bar} {percentage} %{now}`,
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      },
      isUnicode(process.env) ? progress.Presets.shades_classic : progress.Presets.legacy,
    );
    bar.start(total, 0, { now: '' });
    return bar;
  };
}
