import type { BadRow } from '../../traces/trace.js';
import type { Customer } from '../rows/customer.js';
import type { Span } from './span.js';

/** So many messages may be under way in the file: sent and not yet received, or received before they were sent. */
const mostUnderWay = 1 << 18;

type Use = (row: Customer | BadRow) => void;

/** Finds for each consumer the producer that it links to, whichever of the two comes first in the file. */
export class Pairing {
  private readonly sent = new Map<string, bigint>();
  private readonly waiting = new Map<string, { readonly span: Span; readonly line: number }>();
  private readonly use: Use;

  constructor(use: Use) {
    this.use = use;
  }

  producer({ id, start }: Span): void {
    const consumer = this.waiting.get(id);
    if (consumer !== undefined) {
      this.waiting.delete(id);
      this.use(customerOf(consumer.span, consumer.line, start));
      return;
    }
    this.sent.set(id, start);
    // A message may have several consumers, so the oldest goes only when there are too many.
    if (this.sent.size > mostUnderWay) this.sent.delete(this.sent.keys().next().value as string);
  }

  consumer(span: Span, line: number): void {
    const start = span.before.map(id => this.sent.get(id)).find(time => time !== undefined);
    const [id] = span.before;
    if (start !== undefined) this.use(customerOf(span, line, start));
    else if (id === undefined) this.use({ line, problem: `span ${span.id} links to no producer` });
    else this.wait(id, span, line);
  }

  private wait(id: string, span: Span, line: number): void {
    const before = this.waiting.get(id);
    if (before !== undefined) this.lost(before);
    this.waiting.set(id, { span, line });
    if (this.waiting.size > mostUnderWay) {
      const [oldest, one] = this.waiting.entries().next().value as [string, { span: Span; line: number }];
      this.waiting.delete(oldest);
      this.lost(one);
    }
  }

  end(): void {
    for (const one of this.waiting.values()) this.lost(one);
  }

  private lost({ span, line }: { span: Span; line: number }): void {
    this.use({ line, problem: `the producer of span ${span.id} is not in the file` });
  }
}

/** Nanoseconds are too many digits for one number: durations are taken before they are rounded. */
export function customerOf({ start, end, id }: Span, line: number, arrived?: bigint): Customer | BadRow {
  if (end < start)
    return { line, problem: `span ${id} ends ${Number(start - end) / 1e9} s before it starts` };
  return {
    line,
    ...(arrived !== undefined && { arrived: Number(arrived) / 1e9 }),
    started: Number(start) / 1e9,
    finished: Number(end) / 1e9,
    service: Number(end - start) / 1e9,
  };
}
