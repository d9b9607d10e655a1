/** Theory has no answer to what was asked, and why: too many states, say. Not a wrong parameter. */
export class NotCovered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotCovered';
  }
}
