import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Study } from '../../study/study.js';
import { decodeStudy, StudyFormatError } from '../json.js';

/** A run whose study lies in a folder of the results. */
export interface FoundRun {
  readonly study: Study;
  /** To the file to open, relative to where the page over all runs is to lie; ready for a link. */
  readonly href: string;
}

export interface FoundRuns {
  readonly runs: readonly FoundRun[];
  /** Folders whose study cannot be read, and why. */
  readonly unreadable: readonly string[];
}

/** A study is a few megabytes at the most; whatever is larger is some other file. */
const largestStudy = 200e6;

/** @throws StudyFormatError when the file cannot be read, or holds no study. */
export function readStudy(path: string): Study {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > largestStudy) throw new StudyFormatError(`${path}: ${Math.round(size / 1e6)} MB`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof StudyFormatError) throw error;
    throw new StudyFormatError(`${path}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  try {
    return decodeStudy(text);
  } catch (error) {
    if (error instanceof StudyFormatError) throw error.in(path);
    throw error;
  }
}

/** Whether a file that can be read begins as a study does: with its schema, which no scenario has. */
export function isStudyFile(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const head = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, head);
    return /^\s*\{\s*"schema"\s*:/.test(head.toString('utf8', 0, length));
  } finally {
    closeSync(file);
  }
}

/** Every run directly below the folder, in the order of the names. @param from where the links start */
export function findRuns(results: string, from = results): FoundRuns {
  const runs: FoundRun[] = [];
  const unreadable: string[] = [];
  const folders = readdirSync(results, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  for (const folder of folders) {
    const files = readdirSync(join(results, folder));
    if (!files.includes('study.json')) continue;
    const page = pages.find(name => files.includes(name)) ?? 'study.json';
    const href = relative(from, join(results, folder, page))
      .split(sep)
      .map(encodeURIComponent)
      .join('/');
    try {
      runs.push({ study: readStudy(join(results, folder, 'study.json')), href });
    } catch (error) {
      if (!(error instanceof StudyFormatError)) throw error;
      unreadable.push(error.message);
    }
  }
  return { runs, unreadable };
}

const pages = ['report.html', 'report.md'] as const;

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  ({
    ENOENT: 'there is no such file',
    EISDIR: 'this is a folder',
    EACCES: 'there is no permission to read this file',
  })[code ?? ''] ?? message;
