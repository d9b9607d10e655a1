import type { Scenario } from '../../scenario/type.js';
import { type DrainQuestion, drain } from '../drain/drain.js';
import type { Recover } from '../drain/recover.js';
import type { Evaluate } from '../evaluate.js';
import { size } from './size.js';
import type { SizeQuestion, Sizing } from './sizing.js';

/** What is to be over in time, besides the targets. */
export type ClearsInTime = Required<DrainQuestion>;

/**
 * The smallest number of servers that meets the targets and clears an upset in time: the larger of the two numbers. The
 * answer is inconclusive where the one that decides is.
 * @throws PlanningProblem as `size` and `drain` do
 */
export async function sizeThatClears(
  scenario: Scenario,
  { clears, ...question }: SizeQuestion & { readonly clears: ClearsInTime },
  evaluate: Evaluate,
  recover: Recover,
): Promise<Sizing> {
  const cleared = await drain(scenario, clears, recover);
  const { servers: least, outcome, reason } = cleared;
  if (least === undefined) {
    const sizing = await size(scenario, question, evaluate);
    return { ...sizing, outcome: 'inconclusive', clears, ...(reason !== undefined && { reason }) };
  }
  const sizing = await size(scenario, { ...question, least }, evaluate);
  const needed = (sizing.servers ?? 0) - (sizing.spare ?? 0);
  const about = { ...sizing, clears: { ...clears, servers: least } };
  if (needed > least || sizing.outcome !== 'met' || outcome === 'met') return about;
  return { ...about, outcome: 'inconclusive', ...(reason !== undefined && { reason }) };
}
