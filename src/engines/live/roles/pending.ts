/** Promises that are waited for all together, not one by one. */
export class Pending {
  /** How many are neither kept nor broken. */
  open = 0;
  private wake: (() => void) | undefined;

  /** @returns a promise that is kept when the given one is kept or broken */
  add(promise: Promise<void>, told: { kept?: () => void; broken: (error: Error) => void }): Promise<void> {
    this.open++;
    return promise.then(
      () => {
        told.kept?.();
        this.end();
      },
      (error: Error) => {
        told.broken(error);
        this.end();
      },
    );
  }

  /** Resolves when none is open. */
  async settled(): Promise<void> {
    if (this.open === 0) return;
    await new Promise<void>(resolve => {
      this.wake = resolve;
    });
  }

  private end(): void {
    if (--this.open === 0) this.wake?.();
  }
}
