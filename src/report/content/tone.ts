import type { Study } from '../../study/study.js';

/** How a study ends, for the colour beside its verdict; the words say the same. */
export type Tone = 'good' | 'bad' | 'open' | 'neutral';

export function toneOf({ results, comparisons, thresholds }: Study): Tone {
  const outcomes = thresholds.map(({ outcome }) => outcome);
  const verdict = comparisons.find(({ measure }) => measure === 'meanSojourn')?.verdict;
  const live = results.find(result => result.live !== undefined)?.live;
  const grows = results.some(({ measures: { growthRate } }) => growthRate !== undefined);
  if (outcomes.includes('fail') || grows || (live && verdict === 'differs')) return 'bad';
  if (outcomes.includes('inconclusive') || live?.partial || live?.checks.some(({ passed }) => !passed))
    return 'open';
  if (live && !live.disturbed && verdict === 'inconclusive') return 'open';
  return outcomes.includes('pass') || (live && verdict === 'agrees') ? 'good' : 'neutral';
}
