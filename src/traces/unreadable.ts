const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'there is no permission to read this file',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'this is not text in UTF-8',
};

/** Why a file cannot be read, in words, from the error that reading it threw. */
export function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}
