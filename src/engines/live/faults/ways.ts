import type { LiveSpec } from '../../../scenario/type.js';
import type { Address, Detour } from '../broker.js';
import { type Passage, passageTo } from './passage.js';

/** The ways of sender and consumers to the server: those that will be cut lead through passages. */
export interface Ways {
  readonly addressOf: (consumers?: readonly number[]) => Address;
  readonly wayOf: (consumer?: number) => Passage;
  readonly close: () => void;
}

/** @param detour absent where no connection can be cut */
export async function waysTo(address: Address, { faults = [] }: LiveSpec, detour?: Detour): Promise<Ways> {
  const passages = new Map<number | undefined, Passage>();
  for (const { fault, consumer } of faults) {
    const whose = consumer === undefined ? undefined : consumer - 1;
    if (fault !== 'cut' || detour === undefined || passages.has(whose)) continue;
    passages.set(whose, await passageTo(detour.from(address)));
  }
  return {
    addressOf(consumers = []) {
      // Whoever is to suffer has a process alone.
      const passage = passages.get(consumers[0]);
      return passage && detour ? detour.by(address, passage.port) : address;
    },
    wayOf: consumer => passages.get(consumer) as Passage,
    close() {
      for (const passage of passages.values()) passage.close();
    },
  };
}
