import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenBroker } from '../broker.js';
import type { Collector } from '../collector.js';
import { decode } from '../message.js';

const everyMs = 500;

/** Keeps the collector told of the messages that the broker has put aside, until it is ended. */
export function lookForDead({ deadLetters }: OpenBroker, collector: Collector): { end: () => Promise<void> } {
  let running = deadLetters !== undefined;
  const look = async () => {
    const letters = (await deadLetters?.()) ?? [];
    collector.dead = new Set(letters.map(message => decode(message).id));
  };
  const looking = (async () => {
    while (running) {
      await sleep(everyMs);
      // A broker that is lost is told of elsewhere.
      await look().catch(() => {
        running = false;
      });
    }
  })();
  return {
    async end() {
      running = false;
      await looking;
    },
  };
}
