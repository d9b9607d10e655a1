import { formatNumber } from '../../units.js';
import { redraws, say } from '../output.js';

/** What a plan is doing, on stderr: nothing while theory answers, a word once it takes a simulation. */
export function planProgress(what: string) {
  let told = false;
  let last = 0;
  const terminal = redraws(process.stderr);
  return {
    onSimulated: (customers: number) => {
      if (!told) say(`${what}: no exact formula covers this, so it is simulated`);
      told = true;
      if (terminal && customers < last) say(`  ${formatNumber(last / 1e6, 2)} million customers`);
      last = customers;
    },
  };
}
