import type { DeliveryTerms } from './delivery.js';

type Terms = Pick<DeliveryTerms, 'acknowledgeEvery' | 'acknowledgeWithinMs'>;

interface Open {
  readonly kept: () => void;
  readonly broken: (error: Error) => void;
}

/**
 * Acknowledgements that go to the broker together: when there are so many, or when the first of them has waited so long.
 * Those of a consumer that dies before are lost, and their messages are served again.
 */
export class Together<T> {
  /** Served, and not told yet. */
  readonly untold: T[] = [];
  private open: Open[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly terms: Terms;
  private readonly tell: (served: readonly T[]) => Promise<void>;

  constructor(terms: Terms, tell: (served: readonly T[]) => Promise<void>) {
    this.terms = terms;
    this.tell = tell;
  }

  /** Resolves with the reply of the broker. */
  add(served: T): Promise<void> {
    const { acknowledgeEvery, acknowledgeWithinMs } = this.terms;
    if (acknowledgeEvery === 1) return this.tell([served]);
    this.untold.push(served);
    const reply = new Promise<void>((kept, broken) => this.open.push({ kept, broken }));
    if (this.untold.length >= acknowledgeEvery) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), acknowledgeWithinMs);
    return reply;
  }

  /** What was not told by then never is. */
  close(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const open = this.open;
    this.open = [];
    this.tell(this.untold.splice(0)).then(
      () => {
        for (const { kept } of open) kept();
      },
      (error: Error) => {
        for (const { broken } of open) broken(error);
      },
    );
  }
}
