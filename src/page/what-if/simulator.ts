import type { Study } from '../../study/study.js';
import type { Message, Question } from './message.js';

/** Asks the engine in a thread of its own, so that the page stays responsive. A new question ends the one before. */
export class Simulator {
  readonly #address: string;
  #worker: Worker | undefined;

  /** @param program of the thread, which the page holds */
  constructor(program: string) {
    this.#address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  }

  ask(study: Study, onMessage: (message: Message) => void, onFailure: (problem: string) => void): void {
    this.stop();
    const worker = new Worker(this.#address);
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
    worker.onerror = event => {
      event.preventDefault();
      onFailure(event.message);
    };
    const { scenario, provenance } = study;
    worker.postMessage({ study: { scenario, provenance } } satisfies Question);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
