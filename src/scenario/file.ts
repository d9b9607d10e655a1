import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ScenarioError } from './error.js';
import { nearest } from './nearest.js';

/** A scenario is something people write; more than this is some other file. */
export const largestFile = 1024 * 1024;

/**
 * The text of a scenario file. The size is looked at before anything is read.
 * @throws ScenarioError when there is no such file, or it is no text file of a sensible size.
 */
export function readScenarioFile(path: string): string {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw refusal(path, 'this is a folder', 'the path of one scenario file');
    if (!status.isFile()) throw refusal(path, 'this is not a regular file', 'the path of one scenario file');
    if (status.size > largestFile) throw tooLarge(path, status.size);
    return decode(path, contents(path, file));
  } finally {
    closeSync(file);
  }
}

/** At most one byte more than is allowed: the size that a file system states need not be true. */
function contents(path: string, file: number): Uint8Array {
  const buffer = new Uint8Array(largestFile + 1);
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  if (length > largestFile) throw tooLarge(path, length);
  return buffer.subarray(0, length);
}

function decode(path: string, bytes: Uint8Array): string {
  const marked = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  if (marked(0xff, 0xfe) || marked(0xfe, 0xff))
    throw refusal(path, 'this text is in UTF-16', 'text in UTF-8');
  if (bytes.includes(0)) throw refusal(path, 'this is a binary file', 'text in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(path, 'this is not UTF-8', 'text in UTF-8');
  }
}

function unreadable(path: string, error: NodeJS.ErrnoException): ScenarioError {
  if (error.code === 'ENOENT') return missing(path);
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'there is no permission to read this file',
    EPERM: 'there is no permission to read this file',
    ENOTDIR: 'a part of this path is a file, not a folder',
    ENAMETOOLONG: 'this path is too long',
    ELOOP: 'this path is a loop of links',
  };
  return refusal(
    path,
    reasons[error.code ?? ''] ?? `this file cannot be read (${error.code ?? error.message})`,
  );
}

function missing(path: string): ScenarioError {
  const folder = dirname(path);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return refusal(path, 'there is no such file', `a file in a folder that exists: ${folder} does not`);
  }
  const wanted = basename(path);
  const withEnding = ['.yaml', '.yml', '.json']
    .map(ending => wanted + ending)
    .find(name => names.includes(name));
  const near = withEnding ?? nearest(wanted, names);
  const suggestion = near === undefined ? undefined : path.slice(0, path.length - wanted.length) + near;
  return refusal(path, 'there is no such file', undefined, suggestion);
}

const tooLarge = (path: string, size: number): ScenarioError =>
  refusal(path, `this file is too large to be a scenario (${size} bytes)`, `at most ${largestFile} bytes`);

const refusal = (path: string, message: string, expected?: string, suggestion?: string): ScenarioError =>
  new ScenarioError(path, [{ message, expected, suggestion }]);
