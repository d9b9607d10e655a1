/** Something in a notation that is none, shown with its place. */
export class NotationError extends Error {
  constructor(text: string, at: number, wrong: string, expected: string) {
    super(`${wrong}\n  | ${text}\n  | ${' '.repeat(at)}^\n  expected ${expected}`);
    this.name = 'NotationError';
  }
}

const mostCount = 1e9;

/** Reads a notation from left to right. Its errors are NotationErrors at the place that it has come to. */
export class NotationReader {
  readonly text: string;
  #at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.text.length;
  }

  /** Passes over this mark if it stands here. */
  passes(mark: string): boolean {
    const found = this.text.startsWith(mark, this.#at);
    if (found) this.#at += mark.length;
    return found;
  }

  /** A word that matches and at which nothing more hangs. */
  take(word: RegExp): RegExpExecArray | undefined {
    const pattern = new RegExp(`^(?:${word.source})(?![\\p{L}\\p{N}_.,])`, 'iu');
    const match = pattern.exec(this.text.slice(this.#at)) ?? undefined;
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  count(what: string, least = 1): number {
    const start = this.#at;
    const value = Number(this.take(/\d+/)?.[0]);
    if (value >= least && value <= mostCount) return value;
    this.#at = start;
    return this.fail(`no ${what}`, `a whole number from ${least} to ${mostCount}`);
  }

  fail(what: string, expected: string): never {
    const word = /^[^/+-]+|^./u.exec(this.text.slice(this.#at))?.[0];
    const shown = word === undefined ? 'what is missing here' : JSON.stringify(word);
    const wrong = word === undefined ? `the end comes too early` : `${shown} is ${what}`;
    throw new NotationError(this.text, this.#at, wrong, expected);
  }

  step(characters: number): void {
    this.#at += characters;
  }
}
