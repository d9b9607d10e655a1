import { type BrokerFacts, brokerFacts, LiveUnavailable } from '../engines/live/index.js';
import { type BrokerSetting, brokerSettings } from '../scenario/brokers.js';
import type { LiveSpec } from '../scenario/type.js';
import { provenance } from './provenance.js';
import { inTurn } from './queues/in-turn.js';
import { queuesInWords } from './queues/in-words.js';
import { summaryOf } from './queues/summary.js';
import { type TurnOptions, turnOf } from './queues/turn.js';
import type { QueuesQuestion, QueuesReport, Turn } from './queues/type.js';

export type { OverRounds } from '../comparison/rounds.js';
export type { Losses, QueueAnswer, QueuesQuestion, QueuesReport } from './queues/type.js';

export interface QueuesOptions extends TurnOptions {
  readonly command: string;
}

/**
 * Puts one scenario to several queues, round by round: in each round every queue gets the same messages, in turn, and
 * another begins each time, so that a host that changes favours none.
 */
export async function runQueues(question: QueuesQuestion, options: QueuesOptions): Promise<QueuesReport> {
  const { brokers, scenario, rounds } = question;
  const { signal, onProgress, command } = options;
  const found = new Map<string, { facts: BrokerFacts; software: string; turns: Turn[] }>();
  const unavailable = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const seed = scenario.run.seed + round;
    const seeded = { ...scenario, run: { ...scenario.run, seed } };
    for (const broker of inTurn(brokers, round)) {
      if (signal?.aborted) break;
      if (unavailable.has(broker)) continue;
      onProgress?.(`round ${round + 1} of ${rounds}: ${broker}`);
      const live = { ...(scenario.live as LiveSpec), broker };
      try {
        needKnown(live);
        const facts = found.get(broker)?.facts ?? (await brokerFacts(broker, live));
        const share = (round + 1) / (rounds + 1);
        const { turn, software } = await turnOf(seeded, live, question, share, options);
        // What Ctrl-C cut off is no turn.
        if (signal?.aborted) break;
        const known = found.get(broker) ?? { facts, software, turns: [] };
        known.turns.push(turn);
        found.set(broker, known);
      } catch (error) {
        if (!(error instanceof LiveUnavailable)) throw error;
        if (!signal?.aborted) unavailable.set(broker, error.message);
      }
    }
  }
  const { confidence } = scenario.run;
  const queues = brokers.flatMap(broker => {
    const known = found.get(broker);
    return known ? [{ broker, ...known, summary: summaryOf(known.turns, confidence) }] : [];
  });
  const report = { rounds, confidence, queues, unavailable: listed(unavailable), scenario };
  return {
    schema: 1,
    verdict: queuesInWords(report),
    ...report,
    provenance: provenance(command, scenario.run.seed),
  };
}

const listed = (unavailable: ReadonlyMap<string, string>) =>
  [...unavailable].map(([broker, reason]) => ({ broker, reason }));

/** A setting of the scenario that a queue does not know would be passed over in silence. */
function needKnown(live: LiveSpec): void {
  const all = new Set(Object.values(brokerSettings).flat());
  const known = brokerSettings[live.broker as keyof typeof brokerSettings];
  const unknown = [...all].find(key => live[key as BrokerSetting] !== undefined && !known.includes(key));
  if (unknown) throw new LiveUnavailable(`the scenario sets live.${unknown}, which this queue does not have`);
}
