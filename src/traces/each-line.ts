import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 1 << 16;

/**
 * Hands over the lines of a text file one by one, without their line feeds, in memory for one piece.
 * @throws Error as the file system does, or when the file is not UTF-8
 */
export function eachLine(path: string, use: (line: string) => void): void {
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const piece = new Uint8Array(pieceBytes);
    let rest = '';
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const lines = (rest + decoder.decode(piece.subarray(0, read), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) use(line);
    }
    if (rest !== '') use(rest);
  } finally {
    closeSync(file);
  }
}
