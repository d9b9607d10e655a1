import type { AnswerRecord } from '../result/live-record.js';
import type { ServiceKind } from '../scenario/type.js';
import type { Observations } from './observation.js';

/**
 * How the answers came to the clients who waited for them; undefined before the first.
 *
 * @param service of a virtual one the end is where the model has it
 */
export function answersOf(
  { started, finished, service: needed, clients }: Observations,
  service: ServiceKind,
): AnswerRecord | undefined {
  if (clients === undefined) return undefined;
  const { client, think, heard } = clients;
  const latest = new Map<number, number>();
  let [answers, way, thinks, overtaken] = [0, 0, 0, 0];
  for (const [message, who] of client.entries()) {
    if (who < 0) continue;
    const before = latest.get(who);
    latest.set(who, message);
    if (before !== undefined) {
      thinks++;
      if (think[message] < wayOf(before)) overtaken++;
    }
    if (Number.isNaN(heard[message])) continue;
    answers++;
    way += wayOf(message);
  }
  if (answers === 0) return undefined;
  return {
    clients: new Set(latest.keys()).size,
    meanWay: way / answers,
    overtaken: thinks > 0 ? overtaken / thinks : 0,
  };

  function wayOf(message: number): number {
    return heard[message] - (service === 'virtual' ? started[message] + needed[message] : finished[message]);
  }
}
