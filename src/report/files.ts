import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { folderName } from '../scenario/folder-name.js';

/** The output folder cannot be written: which, why, and how to mend it. */
export class OutputError extends Error {
  readonly path: string;

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(
      `cannot write to ${path}: ${reasons[cause.code ?? ''] ?? cause.message}; ` +
        'name another folder with --out, or leave the files out with --no-report',
      { cause },
    );
    this.name = 'OutputError';
    this.path = path;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'a folder of that name is in the way',
  ENAMETOOLONG: 'the path is too long',
};

/** The folder of a scenario's results below `out`. */
export const resultFolder = (scenarioName: string, out: string): string =>
  join(out, folderName(scenarioName));

/** Makes the folder of the results and writes into it once: to be told before a long run that it will not do. */
export async function prepareOutput(scenarioName: string, out: string): Promise<void> {
  const folder = resultFolder(scenarioName, out);
  const probe = join(folder, temporary('probe'));
  await orOutputError(folder, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  });
}

/** A file by its path below the folder, with '/' between the parts. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes all files under temporary names and gives them their own names only when all are whole, the last one
 * last; `stale` files of an earlier run go away then. When something fails no temporary file stays.
 */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  stale: readonly string[],
): Promise<void> {
  const moves = files.map(({ path, content }) => {
    const target = join(folder, path);
    return { content, target, draft: join(dirname(target), temporary(path.replaceAll('/', '-'))) };
  });
  await orOutputError(folder, async () => {
    try {
      for (const { content, draft } of moves) {
        await mkdir(dirname(draft), { recursive: true });
        await writeFile(draft, content);
      }
      for (const { draft, target } of moves) await rename(draft, target);
      for (const path of stale) await rm(join(folder, path), { force: true });
    } catch (error) {
      for (const { draft } of moves) await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

/** Writes one file that was named, with the folders above it. */
export async function writeNamed(path: string, content: string): Promise<void> {
  const folder = dirname(path);
  await orOutputError(path, async () => {
    // A device such as /dev/stdout has no temporary name beside it.
    const isPlain = await stat(path).then(
      found => found.isFile(),
      () => true,
    );
    if (!isPlain) return writeFile(path, content);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, temporary(basename(path)));
    try {
      await writeFile(draft, content);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

const temporary = (name: string): string => `.${name}.${process.pid}.tmp`;

async function orOutputError(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new OutputError(path, error as NodeJS.ErrnoException);
    throw error;
  }
}
