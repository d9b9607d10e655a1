import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Why there is no browser to test with; undefined when there is one. */
export const noChromium: string | undefined =
  spawnSync('chromium', ['--version'], { timeout: 20_000 }).status === 0
    ? undefined
    : 'chromium is not on the PATH';

type Params = Readonly<Record<string, unknown>>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** A headless Chromium with one tab, spoken to over a pipe (Chrome DevTools Protocol). */
export class Browser {
  /** Events of the tab so far, by method. */
  readonly events: { readonly method: string; readonly params: Params }[] = [];
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<
    number,
    { resolve: (result: Params) => void; reject: (error: Error) => void }
  >();
  #session: string | undefined;
  #target: string | undefined;
  #next = 1;

  /** @param lifetime milliseconds after which it is ended, whatever happens */
  constructor({ lifetime = 60_000 } = {}) {
    this.#profile = mkdtempSync(join(tmpdir(), 'sojourn-chromium-'));
    this.#process = spawn(
      'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe'],
        `--user-data-dir=${this.#profile}`,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], timeout: lifetime, killSignal: 'SIGKILL' },
    );
    let rest = '';
    (this.#process.stdio[4] as Readable).on('data', (chunk: Buffer) => {
      const messages = (rest + chunk.toString('utf8')).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message));
    });
    this.#process.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('chromium ended'));
    });
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) this.events.push({ method, params: params ?? {} });
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }

  send(method: string, params: Params = {}): Promise<Params> {
    const id = this.#next++;
    const message = { id, method, params, ...(this.#session && { sessionId: this.#session }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Opens the page in a tab of this size, in place of the one before, and waits until it has loaded. */
  async open(url: string, { width = 1280, height = 1000 } = {}): Promise<void> {
    this.#session = undefined;
    if (this.#target) await this.send('Target.closeTarget', { targetId: this.#target });
    this.events.length = 0;
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    this.#target = targetId as string;
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId as string;
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await this.send(`${domain}.enable`);
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', metrics);
    await this.send('Page.navigate', { url });
    const deadline = Date.now() + 20_000;
    while (!this.events.some(({ method }) => method === 'Page.loadEventFired')) {
      if (Date.now() > deadline) throw new Error('the page did not load');
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    // The loader of a page adds the program to the scripts, which runs at once.
    await this.until("!document.getElementById('program') || document.scripts.length > 3");
    await this.settle();
  }

  /** Waits for two frames: charts follow the size of their place one frame late. */
  async settle(): Promise<void> {
    await this.evaluate(
      'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))',
    );
  }

  /** Waits until the expression is true in the page. */
  async until(expression: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await this.evaluate(`Boolean(${expression})`))) {
      if (Date.now() > deadline) throw new Error(`it did not come to be that ${expression}`);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  async evaluate(expression: string): Promise<unknown> {
    const options = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value?: unknown }).value;
  }

  /** The whole page as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { captureBeyondViewport: true });
    return Buffer.from(data as string, 'base64');
  }

  /** What went wrong in the page: exceptions, whatever it said on the console, refused or failed loads. */
  complaints(): string[] {
    const bad = ['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'];
    return this.events
      .filter(({ method }) => bad.includes(method))
      .map(event => JSON.stringify(event))
      .filter(event => !event.includes('willReadFrequently')); // said of this test's own look at the pixels
  }

  /** Every address that the page asked for. */
  requests(): string[] {
    return this.events
      .filter(({ method }) => method === 'Network.requestWillBeSent')
      .map(({ params }) => (params.request as { url: string }).url);
  }

  async close(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('close', resolve));
    await this.send('Browser.close').catch(() => undefined);
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}
