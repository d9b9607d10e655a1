/** Data that cannot be made a scenario of: what, where, and what was expected. */
export class IngestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IngestError';
  }
}
