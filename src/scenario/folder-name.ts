const longest = 60;

/** Names that Windows keeps for devices, whatever the ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name for the folder of a scenario's results, safe on every file system: letters, digits, "-" and "_" only.
 * A name that is such already stays as it is; any other gets a mark of its own, so that two scenarios do not
 * share a folder because their names look alike.
 */
export function folderName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...safe].slice(0, longest).join('');
  if (short === name && short !== '' && !devices.test(short)) return short;
  return `${short || 'scenario'}-${mark(name)}`;
}

/** FNV-1a over UTF-16 code units, 32 bits, in hexadecimal. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
