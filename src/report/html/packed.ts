import { gzipSync, strToU8 } from 'fflate';

/**
 * A text by gzip, in base64, as the loader of the page unpacks it. In plain JavaScript: that of Node.js packs otherwise on
 * another processor, and the same study shall be the same page.
 */
export const packed = (text: string): string =>
  Buffer.from(gzipSync(strToU8(text), { level: 9, mtime: 0 })).toString('base64');
