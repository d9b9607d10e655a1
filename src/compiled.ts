/**
 * The compiled file that a worker thread or a child process loads: `compiled(import.meta.url, './worker.js')`.
 * Tests run the TypeScript sources, which a bare Node cannot load, so from there the built twin is taken.
 */
export function compiled(from: string, file: string): URL {
  const url = new URL(file, from);
  const source = new URL('./', import.meta.url);
  if (!import.meta.url.endsWith('.ts')) return url;
  return new URL(url.href.slice(source.href.length), new URL('../dist/', source));
}
