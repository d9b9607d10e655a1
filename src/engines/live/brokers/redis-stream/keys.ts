export const streamKey = (prefix: string): string => `${prefix}:stream`;
export const deadKey = (prefix: string): string => `${prefix}:dead`;
export const group = 'consumers';
/** The only field of an entry. */
export const field = 'message';
