import { inAscii, isUnicode } from './plain-text.js';

const hidden = new Set<string>();

/** No message repeats this text, whatever it is in. Of a password alone no such thing is asked: it may be an ordinary word. */
export const hideInMessages = (text: string): void => void hidden.add(text);

/** Takes passwords out of a text: whatever stands before the last @ of a URL, and what is hidden. */
export const redact = (text: string): string =>
  [...hidden]
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
    .replace(/(:\/\/)\S*@/g, '$1***@');

/** Data, for people or programs to read on. */
export const print = (text: string): void => void process.stdout.write(`${text.replace(/\n$/, '')}\n`);

/** Pages for people, in the characters that their terminal has. */
export const show = (page: string): void => print(readable(page));

/** Messages: whatever is not data. */
export const say = (text: string): void =>
  void process.stderr.write(`${readable(redact(text.replace(/\n$/, '')))}\n`);

const readable = (text: string): string => (isUnicode(process.env) ? text : inAscii(text));

/** A reader that has had enough, such as `head`, is no failure. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}

/** Whether to colour what goes to this stream: only a terminal, and NO_COLOR is honoured. */
export const coloured = (stream: NodeJS.WriteStream): boolean => redraws(stream) && !process.env.NO_COLOR;

/** Whether a line on this stream can be written over: only on a terminal, and not on a dumb one. */
export const redraws = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && process.env.TERM !== 'dumb';
